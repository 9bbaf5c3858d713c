import { categories } from './en/categories.ts';
import { document } from './en/document.ts';
import { documents, drop } from './en/documents.ts';
import { entries } from './en/entries.ts';
import { errors } from './en/errors.ts';
import { exports } from './en/exports.ts';
import { create, home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { insights } from './en/insights.ts';
import { issues } from './en/issues.ts';
import { number } from './en/numbers.ts';
import { placeIn } from './en/place-in.ts';
import { runs } from './en/runs.ts';
import { scoreParts } from './en/score-parts.ts';
import { settings } from './en/settings.ts';
import { actions, keys, palette, shell, toasts } from './en/shell.ts';
import { terms } from './en/terms.ts';
import { trash } from './en/trash.ts';
import { versions } from './en/versions.ts';

const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What the app says in English. `ja.ts` has the same keys, checked by type. */
export const en = {
  number,
  date: (at: number) => day.format(at),
  ago: (amount: number, unit: Intl.RelativeTimeFormatUnit) => relative.format(amount, unit),
  list: (names: readonly string[]) => list.format(names),
  percent: (share: number) => `${Math.round(share * 100)}%`,
  placeIn,
  pageTitle: (page: string) => `${page} – GenGlossary`,
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

export type Words = typeof en;
