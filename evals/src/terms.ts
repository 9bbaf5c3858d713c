import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A ranked list of terms, best first, as `genglossary extract --json` prints it, and how many of them the tool keeps. */
export interface TermList {
  readonly terms: readonly string[];
  readonly cut: number;
}

/** Percentages with one decimal. On annotated corpora F1 counts; on documentation the recall of its official glossary. */
export type TermFigures =
  | {
      readonly kind: 'annotated';
      readonly gold: number;
      readonly cut: number;
      readonly precision: number;
      readonly recall: number;
      readonly f1: number;
      readonly f1AtGold: number;
      readonly precisionAt100: number;
    }
  | {
      readonly kind: 'documentation';
      readonly gold: number;
      readonly cut: number;
      readonly recallAtCut: number;
      readonly recallAtGold: number;
      readonly recallAt100: number;
      readonly recallAt500: number;
      readonly precisionAt100: number;
    };

/** What kind of term data a set holds, by its files; `undefined` where it has none. */
export function termSetKind(setDirectory: string): TermFigures['kind'] | undefined {
  if (existsSync(join(setDirectory, 'gold_nes.tsv'))) return 'annotated';
  return existsSync(join(setDirectory, 'gold.json')) && officialTerms(setDirectory).length > 0
    ? 'documentation'
    : undefined;
}

/**
 * Runs `extract` on the documents of a set and compares its list with the set's terms. Annotated corpora: exact match
 * of unique lower-cased forms. Documentation: a term is found when any of its names is, after folding case, hyphens and
 * the plural of the last word.
 */
export async function evaluateTerms(
  setDirectory: string,
  extract: (folder: string) => Promise<TermList>,
): Promise<TermFigures> {
  return scoreTerms(setDirectory, await extract(join(setDirectory, 'docs')));
}

export function scoreTerms(setDirectory: string, list: TermList): TermFigures {
  return termSetKind(setDirectory) === 'annotated'
    ? scoreAnnotated(annotatedTerms(setDirectory), list)
    : scoreDocumentation(officialTerms(setDirectory), list);
}

export function scoreAnnotated(gold: ReadonlySet<string>, { terms, cut }: TermList): TermFigures {
  const ranked = unique(terms.map(lower));
  const kept = Math.min(cut, ranked.length);
  const hits = (count: number): number => ranked.slice(0, count).filter((term) => gold.has(term)).length;
  const f1 = (count: number): number => (2 * hits(count)) / Math.max(1, Math.min(count, ranked.length) + gold.size);
  return {
    kind: 'annotated',
    gold: gold.size,
    cut: kept,
    precision: percent(hits(kept) / Math.max(1, kept)),
    recall: percent(hits(kept) / gold.size),
    f1: percent(f1(kept)),
    f1AtGold: percent(f1(gold.size)),
    precisionAt100: percent(hits(100) / Math.max(1, Math.min(100, ranked.length))),
  };
}

export function scoreDocumentation(gold: readonly ReadonlySet<string>[], { terms, cut }: TermList): TermFigures {
  const ranked = unique(terms.map(fold));
  const kept = Math.min(cut, ranked.length);
  const ranks = new Map(ranked.map((term, rank) => [term, rank]));
  const best = gold.map((names) => Math.min(...[...names].map((name) => ranks.get(name) ?? Number.POSITIVE_INFINITY)));
  const recall = (count: number): number => percent(best.filter((rank) => rank < count).length / gold.length);
  const official = ranked.slice(0, 100).filter((term) => gold.some((names) => names.has(term)));
  return {
    kind: 'documentation',
    gold: gold.length,
    cut: kept,
    recallAtCut: recall(kept),
    recallAtGold: recall(gold.length),
    recallAt100: recall(100),
    recallAt500: recall(500),
    precisionAt100: percent(official.length / 100),
  };
}

function annotatedTerms(setDirectory: string): ReadonlySet<string> {
  const lines = readFileSync(join(setDirectory, 'gold_nes.tsv'), 'utf8').split('\n');
  return new Set(lines.filter((line) => line.trim() !== '').map((line) => lower(line.split('\t')[0] ?? '')));
}

interface OfficialTerm {
  readonly term: string;
  readonly aliases?: readonly string[];
  readonly surface_forms?: Readonly<Record<string, number>>;
  readonly occurs?: boolean;
}

function officialTerms(setDirectory: string): ReadonlySet<string>[] {
  const all = JSON.parse(readFileSync(join(setDirectory, 'gold.json'), 'utf8')) as readonly OfficialTerm[];
  return all
    .filter((one) => one.occurs)
    .map((one) => new Set([one.term, ...(one.aliases ?? []), ...Object.keys(one.surface_forms ?? {})].map(fold)));
}

function lower(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The folding of the protocol; kept apart from the product's own, which it must not follow when that changes. */
export function fold(text: string): string {
  const words = lower(text)
    .split(/[-_\s]+/u)
    .filter((word) => word !== '');
  const last = words.pop() ?? '';
  return [...words, /^[a-z]+$/u.test(last) ? withoutPlural(last) : last].join(' ');
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes)$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/u.test(word) && word.length > 3 ? word.slice(0, -1) : word;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
