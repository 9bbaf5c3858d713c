import type { ReviewRule } from '../review-rule.ts';
import { circular } from './circular.ts';
import { contradictingNumbers } from './contradicting-numbers.ts';
import { differingDefinitions } from './differing-definitions.ts';
import { forbiddenWord } from './forbidden-word.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { neverExplained } from './never-explained.ts';
import { sameName } from './same-name.ts';
import { staleEvidence } from './stale-evidence.ts';
import { startsWithTerm } from './starts-with-term.ts';
import { tooLong } from './too-long.ts';
import { undefinedTerm } from './undefined-term.ts';

/** The rules in the order in which their issues are listed. A new rule is a file beside this one and a line here. */
export const reviewRules: readonly ReviewRule[] = [
  staleEvidence,
  contradictingNumbers,
  differingDefinitions,
  circular,
  neverExplained,
  undefinedTerm,
  sameName,
  nearDuplicate,
  forbiddenWord,
  startsWithTerm,
  tooLong,
];
