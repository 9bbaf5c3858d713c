import { en } from '../../packages/web/src/words/en.ts';
import { ja } from '../../packages/web/src/words/ja.ts';

/** What the app says, so that a journey presses what people read. */
export const wordsOf = { en, ja } as const;
