import type { Designation } from '../domain/index.ts';

/** Names that an entry had before and that are now looked for in another way. */
export function rematched(before: readonly Designation[], after: readonly Designation[]): readonly Designation[] {
  const wayOf = new Map(before.map(({ text, matching }) => [text, JSON.stringify(matching ?? {})]));
  return after.filter(({ text, matching = {} }) => wayOf.has(text) && wayOf.get(text) !== JSON.stringify(matching));
}
