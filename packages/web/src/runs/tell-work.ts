import type { RunCounts, RunOutcome } from '@genglossary/core/domain';
import type { Words } from '../words/en.ts';

/** What a run did, in a line: what it made of the glossary, or, where it made nothing of it, how much of its work is done. */
export function tellWork(counts: RunCounts, outcome: RunOutcome | undefined, words: Words): string {
  return outcome === undefined
    ? words.runs.countsLine(counts.done, counts.reused, counts.failed)
    : words.runs.madeLine(outcome.entries, outcome, counts);
}
