import type { Words } from './en.ts';
import { categories } from './ja/categories.ts';
import { document } from './ja/document.ts';
import { documents, drop } from './ja/documents.ts';
import { entries } from './ja/entries.ts';
import { errors } from './ja/errors.ts';
import { exports } from './ja/exports.ts';
import { create, home } from './ja/home.ts';
import { imports } from './ja/imports.ts';
import { insights } from './ja/insights.ts';
import { issues } from './ja/issues.ts';
import { n } from './ja/numbers.ts';
import { placeIn } from './ja/place-in.ts';
import { runs } from './ja/runs.ts';
import { scoreParts } from './ja/score-parts.ts';
import { settings } from './ja/settings.ts';
import { actions, keys, palette, shell, toasts } from './ja/shell.ts';
import { terms } from './ja/terms.ts';
import { trash } from './ja/trash.ts';
import { versions } from './ja/versions.ts';

const day = new Intl.DateTimeFormat('ja', { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('ja', { numeric: 'auto' });
const list = new Intl.ListFormat('ja', { type: 'conjunction' });

/** What the app says in Japanese. */
export const ja: Words = {
  number: n,
  date: (at) => day.format(at),
  ago: (amount, unit) => relative.format(amount, unit),
  list: (names) => list.format(names),
  percent: (share) => `${Math.round(share * 100)}%`,
  placeIn,
  pageTitle: (page) => `${page} – GenGlossary`,
  actions,
  toasts,
  shell,
  palette,
  keys,
  home,
  create,
  drop,
  documents,
  document,
  entries,
  terms,
  categories,
  issues,
  runs,
  exports,
  imports,
  versions,
  trash,
  settings,
  insights,
  scoreParts,
  errors,
};
