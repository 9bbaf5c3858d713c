import { analyzers } from '../analysis/analyzers/index.ts';
import { DEFINING_SENTENCES_VERSION } from '../definition/find-defining-sentences.ts';
import { STATED_RELATIONS_VERSION } from '../definition/find-stated-relations.ts';
import { formats, isFormatName } from '../documents/formats/index.ts';
import type { LanguageTag } from '../domain/index.ts';
import { MENTIONS_VERSION } from '../extraction/gather-mentions.ts';

/** What a digest depends on beside the text. */
export interface DigestMakerOptions {
  readonly format: string;
  /** Where a person said it. */
  readonly language?: LanguageTag;
}

/**
 * Names everything that makes a digest of a document, with versions: the format's reader, all analyzers (a document may
 * mix languages) with their data, and what is read from sentences. Part of the key of every remembered digest.
 */
export function digestMaker({ format, language }: DigestMakerOptions): string {
  const reader = formats[isFormatName(format) ? format : 'text'];
  return [
    `${reader.name}/${reader.version}`,
    ...Object.values(analyzers).map(({ name, version }) => `${name}/${version}`),
    `mentions/${MENTIONS_VERSION}`,
    `defining/${DEFINING_SENTENCES_VERSION}`,
    `relations/${STATED_RELATIONS_VERSION}`,
    language ?? 'detected',
  ].join(' ');
}
