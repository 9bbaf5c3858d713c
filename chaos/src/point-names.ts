/** Where a victim can be told to die. */
export const pointNames = [
  'before:claim',
  'after:claim',
  'before:append',
  'after:append',
  'before:checkpoint',
  'after:checkpoint',
  'before:finish',
  'after:finish',
] as const;
export type PointName = (typeof pointNames)[number];
