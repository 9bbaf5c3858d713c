import type { Measure } from './measure-candidate.ts';

/**
 * What each signal weighs in the score: one setting for all languages and subjects. Round numbers, because the ranking
 * hardly moves with the second digit.
 */
export const weights: Readonly<Record<Measure, number>> = {
  // How often, in how many documents, and beyond what general language explains.
  frequency: 6.5,
  spread: 1.1,
  contrastMean: 0.4,
  contrast: -0.2,
  common: -1.2,
  rare: -0.6,
  // A long candidate has a higher C-value than its frequency shows; frequency above already counts it once.
  unithood: -1.9,
  // Only ever a piece of longer names: its parts are the terms.
  fragment: -0.5,
  // Shapes that are rarely terms.
  oneWord: 0,
  threeWords: 0.1,
  longer: -1.6,
  verb: -1.7,
  adjective: -1.5,
  participle: 0,
  described: 0.2,
  linked: -0.4,
  digit: -1.1,
  short: -1.2,
  letter: -0.5,
  // What an article introduces is a noun.
  determined: 0.2,
  neverDetermined: -0.2,
  // Names and acronyms name something.
  name: 0.4,
  acronym: 0.6,
  // Authors mark what matters to them; what only code has is for machines.
  heading: 2.6,
  term: 3,
  emphasis: 2.8,
  link: 2.7,
  defined: 2.2,
  quoted: 1.5,
  parenthesised: 1,
  code: -0.3,
  onlyCode: -2.2,
  listed: -1.2,
};
