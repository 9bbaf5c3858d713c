import type { Block, Prose } from '@genglossary/core/domain';
import { fold } from '../search/fold.ts';

/** The title of a document's front matter or head, where the text begins with a heading of the same words: that one is read. */
export function repeatedTitle({ blocks, text }: Pick<Prose, 'blocks' | 'text'>): Block | undefined {
  const [title, next] = blocks;
  if (title?.kind !== 'title' || (next?.kind !== 'heading' && next?.kind !== 'title')) return undefined;
  const wordsOf = ({ start, end }: Block) => fold(text.slice(start, end)).replaceAll(/\s+/gu, ' ').trim();
  return wordsOf(title) === wordsOf(next) ? title : undefined;
}
