import type { AppRouter } from '@genglossary/contract';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

/** What an answer is that somebody goes through: the pages of a subscription, a list, an object with a list of items. */
export type Shape = 'pages' | 'list' | 'items';

type ShapeOf<Output> =
  Output extends AsyncIterable<unknown>
    ? 'pages'
    : Output extends readonly unknown[]
      ? 'list'
      : Output extends { readonly items: readonly unknown[] }
        ? 'items'
        : 'other';

/** The paths of procedures (`entries.list`) whose answers have a shape. */
type PathsOf<S extends Shape> = {
  [R in keyof Outputs]: {
    [P in keyof Outputs[R] & string]: ShapeOf<Outputs[R][P]> extends S ? `${R}.${P}` : never;
  }[keyof Outputs[R] & string];
}[keyof Outputs];

/**
 * Answers that somebody goes through: of another shape, they would fail far from the script that gave them. A new
 * procedure of the server with such an answer does not compile until it is here.
 */
export const scriptShapes: { readonly [S in Shape as PathsOf<S>]: S } = {
  'projects.changes': 'pages',
  'runs.events': 'pages',
  'exports.formats': 'list',
  'languageModels.providers': 'list',
  'projects.list': 'list',
  'projects.trashed': 'list',
  'undo.list': 'list',
  'categories.list': 'items',
  'documents.list': 'items',
  'documents.search': 'items',
  'entries.contexts': 'items',
  'entries.history': 'items',
  'entries.list': 'items',
  'entries.places': 'items',
  'issues.counts': 'items',
  'issues.list': 'items',
  'languageModels.list': 'items',
  'runs.callDetail': 'items',
  'runs.calls': 'items',
  'runs.list': 'items',
  'runs.questions': 'items',
  'terms.contexts': 'items',
  'terms.list': 'items',
  'terms.variants': 'items',
  'trash.list': 'items',
  'versions.list': 'items',
};
