import type { Cue } from './document-mentions.ts';

/** What the whole corpus says about one candidate. */
export interface CandidateStatistics {
  readonly key: string;
  /** Normal forms of its words, linking words apart; where forms differ (`load-balancer`), the first in code-unit order. */
  words: readonly string[];
  frequency: number;
  documentFrequency: number;
  /** Occurrences that no longer candidate contains. */
  alone: number;
  /** Occurrences inside longer phrases, and in how many different ones. */
  nested: number;
  containers: number;
  /** Occurrences where a capital would mean something, and those whose noun has one. */
  inside: number;
  capitalised: number;
  inHeading: number;
  /** Occurrences as the noun of a phrase after a determiner. */
  determined: number;
  /** Occurrences that say of what they are: see `PhraseMentions`. */
  related: number;
  /** Occurrences that stand alone and that the sentence speaks of (Japanese). */
  argument: number;
  /** Occurrences by what the words are: see `WordClass`. */
  readonly classes: Map<string, number>;
  readonly forms: Map<string, number>;
  readonly cues: Partial<Record<Cue, number>>;
  /** How much the documents explain it: the sum of their defining sentences' scores, in thousandths, so that it is exact. */
  explained: number;
  /** In how many places it is defined beyond doubt, and in how many of them by a glossary or where it is marked as a term. */
  definitions: number;
  glossed: number;
  /** In how many places a sentence has the shape of its definition, and no more than that. */
  shaped: number;
  lastDocument: number;
}
