import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How well sentences that define something are told from others, in percent. */
export interface SentenceFigures {
  readonly sentences: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How close the texts of entries come to the official definitions, in percent. */
export interface TextFigures {
  readonly gold: number;
  /** Official terms that got a definition. */
  readonly covered: number;
  /**
   * Mean ROUGE-L F1 over all official terms of the text that people see: the definition, or the sentence that shows the
   * term in use where nothing defines it; one without a text counts 0.
   */
  readonly rougeLAll: number;
  /** The same of definitions alone: one that is only shown in use counts 0. */
  readonly rougeLDefined: number;
  /** Mean over the terms that got a definition. */
  readonly rougeLCovered: number;
}

/** What an entry says. */
export interface EntryText {
  readonly text: string;
  /** It says what the thing is; otherwise it only shows the term in use. */
  readonly isExplained: boolean;
}

/** A term of an official glossary; fields as in `gold.json` of a documentation set. */
export interface OfficialTerm {
  readonly term: string;
  readonly aliases: readonly string[];
  readonly surfaceForms: readonly string[];
  readonly definition: string;
}

/**
 * Precision, recall and F1 of "this sentence defines something" over the labelled sentences of a set, or of one split.
 * A sentence that stands twice with different labels is judged by each.
 */
export async function evaluateSentences(
  setDirectory: string,
  { defines, split }: { readonly defines: (sentence: string) => Promise<boolean>; readonly split?: string },
): Promise<SentenceFigures> {
  const labelled = readFileSync(join(setDirectory, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { sentence: string; label: number; split?: string })
    .filter((one) => split === undefined || one.split === split);
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (const { sentence, label } of labelled) {
    const defining = await defines(sentence);
    if (defining && label === 1) truePositives++;
    else if (defining) falsePositives++;
    else if (label === 1) falseNegatives++;
  }
  const precision = truePositives / Math.max(1, truePositives + falsePositives);
  const recall = truePositives / Math.max(1, truePositives + falseNegatives);
  return {
    sentences: labelled.length,
    precision: percent(precision),
    recall: percent(recall),
    f1: percent(harmonicMean(precision, recall)),
  };
}

/** The official terms of a set that occur in its documents and have an official definition. */
export function officialTerms(setDirectory: string): OfficialTerm[] {
  const path = join(setDirectory, 'gold.json');
  if (!existsSync(path)) return [];
  const gold = JSON.parse(readFileSync(path, 'utf8')) as readonly {
    term: string;
    occurs?: boolean;
    definition?: string;
    aliases?: readonly string[];
    surface_forms?: Readonly<Record<string, number>>;
  }[];
  return gold.flatMap(({ term, occurs, definition, aliases, surface_forms: forms }) =>
    occurs === true && definition !== undefined && definition !== ''
      ? [{ term, definition, aliases: aliases ?? [], surfaceForms: Object.keys(forms ?? {}) }]
      : [],
  );
}

/** ROUGE-L of the texts that `define` writes for the official terms of a set; `undefined` is "never explained". */
export async function evaluateTexts(
  setDirectory: string,
  define: (terms: readonly OfficialTerm[]) => Promise<ReadonlyMap<string, EntryText | undefined>>,
): Promise<TextFigures> {
  const terms = officialTerms(setDirectory);
  const texts = await define(terms);
  const scores = terms.flatMap(({ term, definition }) => {
    const entry = texts.get(term);
    if (entry === undefined || entry.text === '') return [];
    return [{ score: rougeL(entry.text, definition), isExplained: entry.isExplained }];
  });
  const sumOf = (some: typeof scores) => some.reduce((total, { score }) => total + score, 0);
  const defined = scores.filter(({ isExplained }) => isExplained);
  return {
    gold: terms.length,
    covered: percent(defined.length / Math.max(1, terms.length)),
    rougeLAll: percent(sumOf(scores) / Math.max(1, terms.length)),
    rougeLDefined: percent(sumOf(defined) / Math.max(1, terms.length)),
    rougeLCovered: percent(sumOf(defined) / Math.max(1, defined.length)),
  };
}

/**
 * ROUGE-L F1 (Lin 2004), 0–1: the longest common subsequence of words, or of letters and digits where a text has
 * Chinese, Japanese or Korean characters, against both lengths.
 */
export function rougeL(text: string, reference: string): number {
  const [own, other] = [units(text), units(reference)];
  if (own.length === 0 || other.length === 0) return 0;
  const common = longestCommonSubsequence(own, other);
  return harmonicMean(common / own.length, common / other.length);
}

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

function units(text: string): readonly string[] {
  const folded = text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/gu, "'")
    .toLowerCase();
  return CJK.test(text)
    ? Array.from(folded).filter((character) => /[\p{L}\p{N}]/u.test(character))
    : (folded.match(/[\p{L}\p{N}]+/gu) ?? []);
}

function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  let previous = new Uint32Array(b.length + 1);
  for (const unit of a) {
    const row = new Uint32Array(b.length + 1);
    for (let column = 1; column <= b.length; column++) {
      row[column] =
        unit === b[column - 1]
          ? (previous[column - 1] ?? 0) + 1
          : Math.max(previous[column] ?? 0, row[column - 1] ?? 0);
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
