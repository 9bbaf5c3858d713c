import { foldedString } from './fold-with-alignment.ts';

/** A name as it is compared where capitals matter: width, spaces and hyphens folded as always, its case kept. */
export function shapeOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\u00ad|\u200c|\u200d|\u2060|\ufeff/gu, '')
    .replace(/[-_\s\u2010-\u2013]+/gu, ' ')
    .trim();
}

/**
 * Whether words of a text have the capitals of a name of this shape, as far as they are the same letters; what an
 * inflection adds has small letters (`Node` in `Nodes`, not in `NODES` or `nodes`).
 */
export function isSpelledAlike(words: string, shape: string): boolean {
  const own = shapeOf(words);
  const [folded, name] = [foldedString(own), foldedString(shape)];
  let same = 0;
  while (same < folded.length && same < name.length && folded.charCodeAt(same) === name.charCodeAt(same)) same += 1;
  // Characters that expand when they are folded are seldom, and have no case of their own.
  return own.slice(0, same) === shape.slice(0, same) && !/\p{Lu}/u.test(own.slice(same));
}
