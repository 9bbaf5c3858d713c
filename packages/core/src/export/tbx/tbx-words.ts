import type { DesignationForm, DesignationStatus } from '../../domain/index.ts';

/**
 * What a name is worth, in the values of TBX-Basic. “Superseded” is what something was called once, “deprecated” what it
 * is not to be called: our deprecated and forbidden names.
 */
export const tbxStatuses: Readonly<Record<DesignationStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'supersededTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

/** What form of the term a name is, in the values of TBX-Basic; a synonym is any term that is not the preferred one. */
export const tbxForms: Readonly<Record<Exclude<DesignationForm, 'synonym'>, string>> = {
  full: 'fullForm',
  abbreviation: 'abbreviation',
  variant: 'variant',
};

/** What TBX-Basic has no field for stands in a note of the term that begins with one of these words and a colon. */
export const tbxLabels = {
  reading: 'Reading',
  reason: 'Reason',
  replacement: 'Use instead',
  kind: 'Kind',
  form: 'Form',
  matching: 'Matching',
  forms: 'Also found as',
} as const;

/** How a name is looked for in the documents, word by word. */
export const tbxMatching = {
  isCaseSensitive: 'case-sensitive',
  isUninflected: 'uninflected',
  whole: 'whole',
  part: 'part',
} as const;

/** Note of a statement that no passage bears. */
export const tbxUnsupported = 'Not supported by the documents.';

/** Between the kind of a relation that nobody has accepted yet and the entry it leads to: `broader (proposed): ship`. */
export const tbxProposed = ' (proposed)';
