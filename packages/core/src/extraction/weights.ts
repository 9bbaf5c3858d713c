import type { Measure } from './measure-candidate.ts';

/**
 * What each signal weighs in the score: one setting for all languages and subjects. The numbers are round, because the
 * ranking hardly moves with the second digit. They belong together: signals that overlap (frequency, C-value, contrast)
 * were weighed side by side, so one weight alone says little about its signal.
 */
export const weights: Readonly<Record<Measure, number>> = {
  // How often, and beyond what general language explains.
  frequency: 6.5,
  contrastMean: 0.4,
  contrast: 0.2,
  common: -1.2,
  everyday: -0.8,
  rare: -0.6,
  english: -0.4,
  // C-value rises with frequency and length: beside frequency it takes back what length would win twice.
  unithood: -1.9,
  // What enters everything ("system", "time") is general; what never stands alone is a piece.
  productive: -0.4,
  // What is made of the words of a subject belongs to it.
  compound: 1.5,
  fragment: -0.2,
  // Shapes that are rarely terms.
  threeWords: -0.3,
  longer: -0.4,
  verb: -2,
  // A noun that is mostly done (「測定する」) may still be a term: less than a verb form.
  doing: -1.2,
  adjective: -1.1,
  participle: -0.4,
  described: 0.2,
  linked: -0.2,
  digit: -0.8,
  numbered: -0.8,
  short: -1.6,
  letter: -0.3,
  // What no article ever introduces is hardly a noun.
  neverDetermined: -0.6,
  // "The rate of …" has no meaning of its own; what no sentence speaks of is no thing.
  related: -1.5,
  attributive: -1,
  // Every document has its examples and sections.
  aboutText: -6,
  // Names and acronyms name something.
  name: 0.5,
  // What code names is for machines.
  identifier: -0.8,
  counted: 0.2,
  acronym: 0.5,
  // What sentences and sections are about.
  subject: 0.8,
  inHeadings: 0.8,
  // Authors mark what matters to them; what only code has is for machines, what is
  // only linked is a title, and labels of lists are seldom names.
  heading: 2,
  term: 6,
  emphasis: 2.8,
  link: 4,
  defined: 0.5,
  explained: 1.5,
  certain: 0.2,
  quoted: 1.5,
  parenthesised: 1.6,
  annotated: 1,
  onlyCode: -2.2,
  onlyLink: -1.5,
  template: -3,
  listed: -1.2,
};
