import type { Measure } from './measure-candidate.ts';

/**
 * What each signal weighs in the score, one setting for all languages and subjects. Round numbers, because the ranking
 * hardly moves with the second digit; the reasons are beside them.
 */
export const weights: Readonly<Record<Measure, number>> = {
  // Contrast with general language is what makes a word a word of this subject.
  contrast: 1.6,
  contrastMean: 0,
  common: -2,
  rare: 0,
  // Often, and not only as a part of something longer.
  unithood: 4.5,
  frequency: 0,
  spread: 0,
  fragment: -0.4,
  // Shapes that are rarely terms.
  oneWord: -0.4,
  threeWords: -0.1,
  longer: -1.4,
  verb: -1.2,
  adjective: -1.2,
  participle: -1.3,
  described: -0.7,
  linked: -2.3,
  digit: -2.4,
  short: -1.4,
  // Names and acronyms name something.
  name: 0.2,
  acronym: 0.1,
  // Authors mark what matters to them.
  heading: 2.7,
  term: 3,
  emphasis: 2,
  link: 2.7,
  code: -1,
  onlyCode: -1.4,
  defined: 1.4,
  listed: 0.5,
  quoted: 0.2,
  parenthesised: 0.8,
};
