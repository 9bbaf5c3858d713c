import type { IssueKind } from '@genglossary/core/domain';
import { plural } from './numbers.ts';

export const issues = {
  title: 'Issues',
  open: 'Open',
  dismissed: 'Dismissed',
  resolved: 'Resolved',
  empty: 'Nothing open',
  emptyDetail: (entries: number) => `${plural(entries, 'entry', 'entries')} reviewed.`,
  notReviewed: 'Not reviewed yet',
  notReviewedDetail: 'The review is part of making the glossary.',
  noMatch: 'No issue matches the filter.',
  filter: 'Filter by entry',
  allKinds: 'All kinds',
  kinds: {
    unclear: 'Unclear',
    contradiction: 'Contradiction',
    'missing-relation': 'Missing relation',
    unnecessary: 'Unnecessary',
    form: 'Form',
  } satisfies Record<IssueKind, string>,
  accept: 'Resolved',
  edit: 'Edit the entry',
  dismiss: 'Dismiss',
  later: 'Later',
  reopen: 'Reopen',
  reasons: {
    'not-a-problem': 'Not a problem',
    'will-not-fix': 'Won’t fix',
    duplicate: 'Duplicate',
    'out-of-scope': 'Out of scope',
  },
  dismissTitle: 'Why can it be dismissed?',
  dismissedDone: 'Dismissed; the next run leaves it so',
  resolvedDone: 'Resolved',
  reopened: 'Open again',
  choose: 'Choose an issue to see it in its entry.',
};
