import type { PartOfSpeech } from '../../domain/index.ts';
import type { ScannedWord } from '../scan-words.ts';

/** The part of speech of what is no word of a language: names of code, addresses, numbers, signs. */
export function tagByKind(kind: Exclude<ScannedWord['kind'], 'word'>): PartOfSpeech {
  switch (kind) {
    case 'identifier':
      return 'PROPN';
    case 'address':
      return 'X';
    case 'number':
      return 'NUM';
    case 'punctuation':
      return 'PUNCT';
    case 'symbol':
      return 'SYM';
    default:
      return kind satisfies never;
  }
}
