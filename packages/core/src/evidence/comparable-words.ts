import { foldText } from '../text/normal-form.ts';
import { isSpacelessKind, scriptKindOf } from '../text/script-kind.ts';
import { withoutReadings } from '../text/without-readings.ts';

/** One unit of comparison: a word, a number, a sign that means something, or one Chinese or Japanese character. */
export interface ComparableWord {
  /** Folded: width, case, typographic quotes. */
  readonly text: string;
  /** As written, for capitals. */
  readonly surface: string;
  /** What parts it from the word before: nothing, a clause (comma, bracket, colon) or a sentence. */
  readonly boundary: 'none' | 'clause' | 'sentence';
}

/**
 * The words of a text without its form: line wraps, Markdown marks, tags, readings, width, case and quotes make no difference;
 * every letter, number, sign of comparison and their order do.
 */
export function comparableWords(text: string): readonly ComparableWord[] {
  const plain = withoutMarks(text).normalize('NFKC').replace(INVISIBLE, '');
  const words: ComparableWord[] = [];
  let end = 0;
  for (const match of plain.matchAll(WORD)) {
    const boundary = words.length === 0 ? 'sentence' : boundaryOf(plain.slice(end, match.index));
    words.push({ text: foldText(match[0]), surface: match[0], boundary });
    end = match.index + match[0].length;
  }
  return words;
}

/** Whether a word is one character of a script without spaces. */
export function isCharacter(word: string): boolean {
  return isSpacelessKind(scriptKindOf(word.charCodeAt(0))) || /^\p{Script=Han}$/u.test(word);
}

/** A sign before a number belongs to it; letters hold their apostrophes, numbers their points. */
const WORD =
  /(?<![\p{L}\p{N}])[-\u2212](?=\p{N})|\p{N}+(?:[.,:]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*|[<>=≤≥≠±+%°$€£¥&@~^]/gu;

const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/gu;

function boundaryOf(gap: string): ComparableWord['boundary'] {
  if (/[。!?！？]|[.](?=\s|$|["')\]])|\n\s*\n/u.test(gap)) return 'sentence';
  return /[,;:、()[\]（）「」—–]/u.test(gap) ? 'clause' : 'none';
}

function withoutMarks(text: string): string {
  return withoutReadings(text)
    .replace(/!?\[([^\]\n]*)\]\([^)\s]*(?:\s"[^"\n]*")?\)/gu, '$1')
    .replace(/<rt>[^<\n]*<\/rt>|<rp>[^<\n]*<\/rp>/giu, '')
    .replace(/<\/?[a-z][^<>\n]*>/giu, '')
    .replace(/&amp;/gu, '&')
    .replace(/^[ \t]*(?:>[ \t]?)+/gmu, '')
    .replace(/^[ \t]*(?:#{1,6}|[-*+]|\d{1,3}[.)])[ \t]+/gmu, '')
    .replace(/[*`]/gu, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
}
