import type { DocumentId, Evidence } from '../domain/index.ts';
import { toOriginalRange } from '../text/alignment.ts';
import type { DefinitionSource } from './define-concepts.ts';

/** A use of a concept, in prose offsets. */
export interface ProseOccurrence {
  readonly documentId: DocumentId;
  readonly start: number;
  readonly end: number;
}

const MOST_CONTEXTS = 2;
/** More occurrences than this tell nothing new about which context is best. */
const MOST_LOOKED_AT = 200;

/**
 * The sentences that show best what a concept is about where nothing defines it: it stands early in a sentence of
 * middle length, in running text; from different documents where possible.
 */
export function chooseContexts(
  occurrences: readonly ProseOccurrence[],
  sources: ReadonlyMap<DocumentId, DefinitionSource>,
): Evidence[] {
  const scored = occurrences.slice(0, MOST_LOOKED_AT).flatMap((occurrence) => {
    const source = sources.get(occurrence.documentId);
    const sentence = source === undefined ? undefined : sentenceAround(source, occurrence.start);
    if (source === undefined || sentence === undefined) return [];
    return [{ source, sentence, score: telling(source, sentence, occurrence) }];
  });
  const chosen: typeof scored = [];
  for (const one of scored.toSorted((a, b) => b.score - a.score || byPlace(a, b))) {
    if (chosen.length === MOST_CONTEXTS || one.score <= 0) break;
    if (!chosen.some(({ source }) => source === one.source)) chosen.push(one);
  }
  return chosen.map(({ source, sentence }) => {
    const range = toOriginalRange(source.prose.alignment, sentence.start, sentence.end);
    return { documentId: source.document.id, range, quote: source.document.text.slice(range.start, range.end) };
  });
}

type SentenceRange = DefinitionSource['sentences'][number];

interface Scored {
  readonly source: DefinitionSource;
  readonly sentence: SentenceRange;
}

function byPlace(a: Scored, b: Scored): number {
  const [first, second] = [a.source.document.name, b.source.document.name];
  return first === second ? a.sentence.start - b.sentence.start : first < second ? -1 : 1;
}

function sentenceAround({ sentences }: DefinitionSource, offset: number): SentenceRange | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low - 1];
  return found !== undefined && offset < found.end ? found : undefined;
}

const RUNNING_TEXT: ReadonlySet<string> = new Set(['paragraph', 'quote', 'definition-text']);

function telling({ prose }: DefinitionSource, sentence: SentenceRange, { start }: ProseOccurrence): number {
  const kind = prose.blocks[sentence.block]?.kind ?? 'paragraph';
  if (kind === 'title' || kind === 'heading' || kind === 'table-header') return 0;
  const length = sentence.end - sentence.start;
  const fit = length < 20 ? 0.2 : length <= 220 ? 1 : Math.max(0.1, 1 - (length - 220) / 400);
  const early = 1 - (start - sentence.start) / Math.max(1, length);
  const question = /[?？]\s*$/u.test(prose.text.slice(sentence.start, sentence.end)) ? 0.3 : 1;
  return (fit + early) * (RUNNING_TEXT.has(kind) ? 1 : 0.6) * question;
}
