import type { Prose } from '../domain/index.ts';
import { formats, isFormatName } from './formats/index.ts';

/** The prose of a text in a registered format; one that is not registered is read as plain text. */
export function readProse(format: string, text: string): Prose {
  return formats[isFormatName(format) ? format : 'text'].read(text);
}
