import type { DefinitionPattern } from './definition-pattern.ts';

/** The source of a shape in three pieces that follow each other. Groups may be open across `before` and `after`. */
interface ShapeParts {
  readonly before?: string;
  /** The piece with the shape's fixed words. It is whole by itself: no group open, no `|` outside of one. */
  readonly hint: string;
  readonly after?: string;
}

/**
 * A shape that is searched only where its fixed words stand. Names may be any words, which makes shapes costly to try;
 * most sentences hold no "is a", no "called", no dash. Whatever the whole matches, its middle matches too, at the same
 * place, so that the hint can never miss what the shape would find.
 */
export function shape({ before = '', hint, after = '' }: ShapeParts): Pick<DefinitionPattern, 'find' | 'hint'> {
  return { find: new RegExp(before + hint + after, 'du'), hint: new RegExp(hint, 'u') };
}
