import type { UnwelcomeNames } from './unwelcome-names.ts';
import type { Locale } from './words.ts';

/** What stands around the rules in files for programs that check texts, in the languages the product speaks. */
export interface ToolWords {
  /** For a person who opens the file. */
  readonly howToChange: string;
  /** With `%s` for the preferred name, then for the one that was found. */
  readonly useInstead: string;
  /** Where there is nothing to look for. */
  readonly none: string;
  readonly left: (name: string, why: string) => string;
  readonly reasons: {
    readonly welcome: (entry: string) => string;
    readonly twice: (entry: string) => string;
    readonly capitals: string;
    readonly severalWords: string;
    readonly withinName: (name: string) => string;
    readonly signs: string;
  };
}

const en: ToolWords = {
  howToChange: 'Change the glossary and export it again; changes in this file are lost.',
  useInstead: "Use %s instead of '%s'.",
  none: 'No name of the glossary is deprecated or forbidden.',
  left: (name, why) => `Left out: “${name}”, ${why}.`,
  reasons: {
    welcome: (entry) => `which is also a name of “${entry}”`,
    twice: (entry) => `for which “${entry}” already says what to write`,
    capitals: 'because capitals matter in it and this program ignores them',
    severalWords: 'because this program looks at single words of letters that spaces part',
    withinName: (name) => `which is a word of “${name}”`,
    signs: 'because it has signs that cannot be written in this format',
  },
};

const ja: ToolWords = {
  howToChange: '用語集を直してから書き出し直してください。このファイルへの変更は失われます。',
  useInstead: '%sを使います(「%s」は使いません)。',
  none: '非推奨の名称も、使用しない名称も登録されていません。',
  left: (name, why) => `除外：「${name}」${why}`,
  reasons: {
    welcome: (entry) => `は「${entry}」の名称でもあるため`,
    twice: (entry) => `の言い換えは「${entry}」ですでに決まっているため`,
    capitals: 'は大文字と小文字を区別しますが、このツールは区別しないため',
    severalWords: 'は、英字などの単語を一つずつ調べるこのツールでは扱えないため',
    withinName: (name) => `は「${name}」に含まれる語であるため`,
    signs: 'には、この形式で書けない記号があるため',
  },
};

const wordsByLocale: Readonly<Record<Locale, ToolWords>> = { en, ja };

export function toolWordsOf(locale: Locale): ToolWords {
  return wordsByLocale[locale];
}

/** What is to be known of names that no rule is about, a line each. */
export function tellUnruled({ names, left }: UnwelcomeNames, words: ToolWords): readonly string[] {
  if (names.length + left.length === 0) return [words.none];
  return left.map(({ text, why, entry }) => words.left(text, words.reasons[why](entry)));
}
