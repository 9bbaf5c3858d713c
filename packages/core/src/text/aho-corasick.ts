import { ScriptKind, scriptKindOf } from './script-kind.ts';

/**
 * All places of many patterns in one pass (Aho and Corasick 1975), over folded units. States are numbered breadth
 * first, so that the children of a state stand side by side, sorted: memory grows with the patterns' letters, not with
 * the alphabet. Built for words: a pattern that starts with a `word` unit can only start where no word unit stands
 * before it, so failure links and the root skip the inside of words, which is most of a text.
 */
export interface Automaton {
  /** Calls `found` with the pattern's index and the last unit's index for each place where a pattern ends. */
  scan(units: Uint16Array, length: number, found: (pattern: number, last: number) => void): void;
  readonly stateCount: number;
}

/** Builds the automaton of distinct, non-empty folded patterns; patterns are known by their place in the array. */
export function createAutomaton(patterns: readonly string[]): Automaton {
  const trie = buildTrie(patterns);
  const { firstChild, labels, outputs } = trie;
  const root = new Int32Array(0x1_0000);
  for (let child = firstChild[0] ?? 0; child < (firstChild[1] ?? 0); child += 1) root[labels[child] ?? 0] = child;
  const { failures, dictionary } = linkFailures(trie, root);
  const { rowOf, rows } = asciiRows(trie);
  const reports = dictionary.map((next, state) => ((outputs[state] ?? -1) >= 0 ? state : next));

  return {
    stateCount: trie.count,
    scan(units, length, found) {
      let state = 0;
      let before: number = ScriptKind.other;
      for (let index = 0; index < length; index += 1) {
        const unit = units[index] ?? 0;
        const kind = scriptKindOf(unit);
        let child = 0;
        while (state !== 0 && child === 0) {
          const row = rowOf[state] ?? 0;
          if (row !== 0 && unit < ASCII) child = rows[row + unit] ?? 0;
          else child = childOf(firstChild, labels, state, unit);
          if (child === 0) state = failures[state] ?? 0;
        }
        const insideWord = kind === ScriptKind.word && before === ScriptKind.word;
        if (child !== 0) state = child;
        else state = insideWord ? 0 : (root[unit] ?? 0);
        before = kind;
        if (state === 0 && kind === ScriptKind.word) {
          // Nothing starts inside a word: what is left of it can be passed over.
          while (index + 1 < length && scriptKindOf(units[index + 1] ?? 0) === ScriptKind.word) index += 1;
          continue;
        }
        let output = reports[state] ?? 0;
        while (output !== 0) {
          found(outputs[output] ?? -1, index);
          output = dictionary[output] ?? 0;
        }
      }
    },
  };
}

interface Trie {
  readonly count: number;
  /** `[firstChild[s], firstChild[s + 1])` are the children of `s`. */
  readonly firstChild: Int32Array;
  /** The unit by which a state is reached. */
  readonly labels: Uint16Array;
  readonly parents: Int32Array;
  /** The pattern that ends in a state, or -1. */
  readonly outputs: Int32Array;
}

/** Patterns in sorted order fall into ranges that share a prefix; a state is such a range. */
function buildTrie(patterns: readonly string[]): Trie {
  const order = patterns.map((_, index) => index).toSorted((a, b) => compare(patterns[a] ?? '', patterns[b] ?? ''));
  const sorted = order.map((index) => patterns[index] ?? '');
  const capacity = sorted.reduce((sum, pattern) => sum + pattern.length, 0) + 2;
  const firstChild = new Int32Array(capacity);
  const labels = new Uint16Array(capacity);
  const parents = new Int32Array(capacity);
  const outputs = new Int32Array(capacity).fill(-1);
  const low = new Int32Array(capacity);
  const high = new Int32Array(capacity);
  const depths = new Int32Array(capacity);
  high[0] = sorted.length;
  let count = 1;
  for (let state = 0; state < count; state += 1) {
    firstChild[state] = count;
    const depth = depths[state] ?? 0;
    const end = high[state] ?? 0;
    let next = low[state] ?? 0;
    if (next < end && sorted[next]?.length === depth) {
      outputs[state] = order[next] ?? -1;
      next += 1;
    }
    while (next < end) {
      const unit = sorted[next]?.charCodeAt(depth) ?? 0;
      low[count] = next;
      while (next < end && sorted[next]?.charCodeAt(depth) === unit) next += 1;
      high[count] = next;
      depths[count] = depth + 1;
      labels[count] = unit;
      parents[count] = state;
      count += 1;
    }
  }
  firstChild[count] = count;
  return { count, firstChild, labels, parents, outputs };
}

function linkFailures({ count, firstChild, labels, parents, outputs }: Trie, root: Int32Array) {
  const failures = new Int32Array(count);
  const dictionary = new Int32Array(count);
  for (let state = 1; state < count; state += 1) {
    const parent = parents[state] ?? 0;
    if (parent === 0) continue;
    const unit = labels[state] ?? 0;
    let link = failures[parent] ?? 0;
    let child = 0;
    while (link !== 0 && child === 0) {
      child = childOf(firstChild, labels, link, unit);
      if (child === 0) link = failures[link] ?? 0;
    }
    if (child === 0 && !areInsideWord(labels[parent] ?? 0, unit)) child = root[unit] ?? 0;
    failures[state] = child;
    dictionary[state] = (outputs[child] ?? -1) >= 0 ? child : (dictionary[child] ?? 0);
  }
  return { failures, dictionary };
}

const ASCII = 128;

/** States with many children get a row of their own for ASCII units: they are near the root, where most time is spent. */
function asciiRows({ count, firstChild, labels }: Trie) {
  const rowOf = new Int32Array(count);
  let size = ASCII;
  for (let state = 1; state < count; state += 1) {
    if ((firstChild[state + 1] ?? 0) - (firstChild[state] ?? 0) <= 3) continue;
    rowOf[state] = size;
    size += ASCII;
  }
  const rows = new Int32Array(size);
  for (let state = 1; state < count; state += 1) {
    const row = rowOf[state] ?? 0;
    if (row === 0) continue;
    for (let child = firstChild[state] ?? 0; child < (firstChild[state + 1] ?? 0); child += 1) {
      const unit = labels[child] ?? 0;
      if (unit < ASCII) rows[row + unit] = child;
    }
  }
  return { rowOf, rows };
}

function areInsideWord(before: number, unit: number): boolean {
  return scriptKindOf(before) === ScriptKind.word && scriptKindOf(unit) === ScriptKind.word;
}

/** The child of `state` reached by `unit`, or 0. */
function childOf(firstChild: Int32Array, labels: Uint16Array, state: number, unit: number): number {
  let low = firstChild[state] ?? 0;
  let high = firstChild[state + 1] ?? 0;
  while (high - low > 8) {
    const middle = (low + high) >>> 1;
    if ((labels[middle] ?? 0) <= unit) low = middle;
    else high = middle;
  }
  for (let child = low; child < high; child += 1) if (labels[child] === unit) return child;
  return 0;
}

function compare(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}
