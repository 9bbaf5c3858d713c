import type { Evidence, LanguageTag } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { normalForm } from '../text/normal-form.ts';
import { withOpeningMark } from '../text/with-opening-mark.ts';
import type { DefinitionSource } from './definition-source.ts';
import type { DefiningSentence } from './defining-sentence.ts';
import { quoteStatement } from './quote-statement.ts';

/** What one passage says beyond doubt that something is. */
export interface StatedDefinition {
  /** The passage as a statement. */
  readonly text: string;
  /** The words that say what it is. */
  readonly meaning: string;
  /** The kind of thing it is said to be, where that is known. */
  readonly genus?: string;
  readonly document: string;
  readonly evidence: Evidence;
}

interface Named {
  readonly language: LanguageTag;
  readonly names: readonly string[];
}

/**
 * For each of these concepts the passages that define it beyond doubt (`DefiningSentence.explicit`) by one of its very
 * names, in the order of documents by name: the material for whoever asks whether they agree. One look at each.
 */
export function* findStatedDefinitions<Key>(
  concepts: ReadonlyMap<Key, Named>,
  sources: readonly DefinitionSource[],
): Sliced<ReadonlyMap<Key, readonly StatedDefinition[]>> {
  const owners = new Map<string, Key>();
  for (const [key, { language, names }] of concepts) {
    for (const name of names) owners.set(nameKey(language, normalForm(name, language)), key);
  }
  const stated = new Map<Key, StatedDefinition[]>();
  for (const source of sources.toSorted((a, b) => (a.document.name < b.document.name ? -1 : 1))) {
    yield;
    const last = new Map<Key, DefiningSentence>();
    for (const sentence of source.definingSentences) {
      const owner = owners.get(nameKey(sentence.language, sentence.subjectKey));
      if (owner === undefined || !isMeaning(sentence)) continue;
      // A label and the sentence that it opens are one passage.
      if ((last.get(owner)?.end ?? -1) > sentence.start) continue;
      last.set(owner, sentence);
      const list = stated.get(owner) ?? [];
      list.push(statedIn(source, sentence));
      stated.set(owner, list);
    }
  }
  return stated;
}

/**
 * What gives a name ("… is called X") or tells what a thing does need not share words with what it is. A label is read as
 * a marked name where it is one.
 */
function isMeaning({ explicit, pattern }: DefiningSentence): boolean {
  return explicit !== undefined && !OTHER_WAYS.has(pattern);
}

const OTHER_WAYS: ReadonlySet<string> = new Set('is-called we-call to-yobu does generic wa-suru colon dash'.split(' '));

function nameKey(language: LanguageTag, key: string): string {
  return `${language} ${key.replaceAll(' ', '')}`;
}

function statedIn({ document, prose }: DefinitionSource, sentence: DefiningSentence): StatedDefinition {
  const { start, end, definitionStart, definitionEnd, genus } = sentence;
  const range = withOpeningMark(document.text, toOriginalRange(prose.alignment, start, end));
  return {
    text: quoteStatement(prose.text, sentence),
    meaning: prose.text.slice(definitionStart, definitionEnd),
    ...(genus !== undefined && { genus }),
    document: document.name,
    evidence: { documentId: document.id, range, quote: document.text.slice(range.start, range.end) },
  };
}
