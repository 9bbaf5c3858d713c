import type { Prose } from '../domain/index.ts';
import type { DefiningSentence } from './defining-sentence.ts';

/**
 * Lists of labels by what they are: the test tells whether a place stands in a list that explains its labels as a
 * glossary does. A list of advantages, steps or cases has labels too ("**Fewer visits**: you row out once"), and here and
 * there what follows one has the shape of a definition; in a glossary most have. Linear in blocks and sentences.
 */
export function createLabelListTest(
  prose: Prose,
  found: readonly DefiningSentence[],
): (sentence: DefiningSentence) => boolean {
  const lists = labelLists(prose);
  if (lists.length === 0) return () => true;
  const defining = new Map<LabelList, Set<number>>();
  for (const sentence of found) {
    const list = listAround(lists, sentence.start);
    if (list === undefined) continue;
    const items = defining.get(list) ?? new Set();
    defining.set(list, items.add(itemAround(list, sentence.start)));
  }
  return ({ start }) => {
    const list = listAround(lists, start);
    return list === undefined || (defining.get(list)?.size ?? 0) >= LEAST_SHARE * list.starts.length;
  };
}

/** Of the labels of a glossary, most are explained. */
const LEAST_SHARE = 0.5;
/** Fewer labels show no habit. */
const FEWEST_LABELS = 3;

interface LabelList {
  /** Prose offsets. */
  readonly start: number;
  readonly end: number;
  /** Where its labelled items begin, in order. */
  readonly starts: readonly number[];
}

/** Runs of list items under one heading that nothing else parts; what belongs to an item is part of the run. */
function labelLists(prose: Prose): LabelList[] {
  const lists: LabelList[] = [];
  let starts: number[] = [];
  let range: { readonly start: number; readonly end: number } | undefined;
  const close = (): void => {
    if (range !== undefined && starts.length >= FEWEST_LABELS) lists.push({ ...range, starts });
    [starts, range] = [[], undefined];
  };
  for (const { kind, start, end } of prose.blocks) {
    if (kind !== 'list-item') {
      close();
      continue;
    }
    if (LABEL.test(prose.text.slice(start, Math.min(end, start + LONGEST_LABEL)))) starts.push(start);
    range = { start: range?.start ?? start, end };
  }
  close();
  return lists;
}

const LABEL = /^[^.:：。]{1,60}(?:：|:\s|\s[—–-]\s)/u;
const LONGEST_LABEL = 80;

function listAround(lists: readonly LabelList[], offset: number): LabelList | undefined {
  const list = lists[lastAtOrBefore(lists, offset, ({ start }) => start)];
  return list !== undefined && offset < list.end ? list : undefined;
}

function itemAround({ starts }: LabelList, offset: number): number {
  return lastAtOrBefore(starts, offset, (start) => start);
}

function lastAtOrBefore<T>(ordered: readonly T[], offset: number, startOf: (one: T) => number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(ordered[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
