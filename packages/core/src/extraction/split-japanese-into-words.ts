import type { Sentence, Token } from '../domain/index.ts';
import type { Word, WordClass } from './split-into-words.ts';

/**
 * The words of a Japanese sentence. Script decides what may be part of a term, the dictionary only where its words are
 * sure: katakana that stands together is one word, whatever the dictionary cuts out of it (クラ|スター), and unknown
 * words are taken as they are written; a suffix that makes a noun is part of it.
 */
export function splitJapaneseIntoWords(prose: string, sentence: Sentence): Word[] {
  const words: Word[] = [];
  for (const [index, token] of sentence.tokens.entries()) {
    const text = prose.slice(token.start, token.end);
    const last = words.at(-1);
    const isOneWord =
      last !== undefined &&
      last.end === token.start &&
      (joins(last.text, text) || isUnknownCompound(sentence.tokens, index, { left: last.text, right: text }));
    if (isOneWord) {
      const { reading: own, ...rest } = last;
      // One character is read otherwise beside another: 粒 and 度 are つぶ and ど, 粒度 is りゅうど.
      const reading = ONE_HAN.test(last.text) ? undefined : own;
      words[words.length - 1] = {
        ...rest,
        end: token.end,
        text: last.text + text,
        class: last.class === '-' || DERIVES.test(text) ? 'n' : last.class,
        ...(reading !== undefined && token.reading !== undefined && { reading: reading + token.reading }),
      };
    } else {
      if (last !== undefined && last.end < token.start && parts(last.text, text)) {
        words.push({ start: last.end, end: token.start, text: ' ', class: '-' });
      }
      const before = sentence.tokens[index - 1];
      const isModified = before?.end === token.start && modifies(before, prose.slice(before.start, before.end));
      const word = {
        start: token.start,
        end: token.end,
        text,
        class: classOf(token, text),
        ...(isModified && { isModified }),
      };
      const isSure = token.reading !== undefined && !(ONE_HAN.test(text) && STEMS.has(token.partOfSpeech));
      words.push(isSure ? { ...word, reading: token.reading } : word);
    }
    const after = sentence.tokens[index + 1];
    const word = words[words.length - 1];
    if (after === undefined || word === undefined || after.start !== word.end) continue;
    const isAlone = words.at(-2)?.end !== word.start || words.at(-2)?.class === '-';
    if (isAlone && word.class === 'n' && DOING.has(after.lemma)) words[words.length - 1] = { ...word, class: 'v' };
    else if (ARGUMENT.has(prose.slice(after.start, after.end))) words[words.length - 1] = { ...word, isArgument: true };
  }
  return words;
}

/** One character that is taken for the stem of a verb or for somebody's name is a piece of a word that the dictionary does not know. */
const STEMS: ReadonlySet<string> = new Set(['VERB', 'ADJ', 'PROPN']);

/** What makes a verb of the noun before it: 「測定する」「測定できる」. */
const DOING: ReadonlySet<string> = new Set([
  'する',
  'できる',
  '出来る',
  'いたす',
  '致す',
  'なさる',
  'くださる',
  'いただく',
]);
const ARGUMENT: ReadonlySet<string> = new Set(['は', 'が', 'を', 'も']);

function modifies({ partOfSpeech }: Token, text: string): boolean {
  if (partOfSpeech === 'VERB' || partOfSpeech === 'ADJ' || partOfSpeech === 'AUX' || partOfSpeech === 'DET')
    return true;
  return text === 'の' || text === 'な';
}

/** Not `scx`: the script extensions of kana hold the comma and the full stop too. */
const KATAKANA = /^\p{sc=Katakana}[\p{sc=Katakana}ー・]*$/u;
const KATAKANA_GOES_ON = /^[\p{sc=Katakana}ー]+$/u;
/** English in the middle of Japanese: titles and quotations that were left as they are. */
const ENGLISH_FUNCTION_WORD =
  /^(?:an?|and|are|as|at|be|but|by|can|for|from|has|have|if|in|is|it|its|no|not|of|on|or|so|that|the|then|this|to|was|we|when|will|with|you|your)$/iu;
/** Suffixes that make one noun of the word before them: 管理者, 仮想化, 可用性. */
const DERIVES = /^[者性化度率器機力員家]$/u;
const LATIN_END = /[A-Za-z0-9][-_.]?$/u;
const LATIN = /^[-_.A-Za-z0-9]+$/u;

/**
 * A character that could count (計, 約), with no number beside it, counts nothing, and the one after it is no word
 * either: together they are a word that the dictionary does not know.
 */
function isUnknownCompound(
  tokens: readonly Token[],
  index: number,
  { left, right }: { readonly left: string; readonly right: string },
): boolean {
  if (!ONE_HAN.test(left) || !ONE_HAN.test(right)) return false;
  const [before, counting, own] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (counting?.partOfSpeech !== 'NUM' || own?.partOfSpeech === 'NUM' || !isNominal(own)) return false;
  return before?.partOfSpeech !== 'NUM';
}

const ONE_HAN = /^\p{sc=Han}$/u;

function isNominal(token: Token | undefined): boolean {
  return token?.partOfSpeech === 'NOUN' || token?.partOfSpeech === 'PROPN';
}

function joins(left: string, right: string): boolean {
  if (right === '・') return KATAKANA.test(left);
  if (DERIVES.test(right) && /[\p{sc=Han}\p{sc=Katakana}ー]$/u.test(left)) return true;
  if (KATAKANA.test(left)) return KATAKANA_GOES_ON.test(right);
  return LATIN_END.test(left) && LATIN.test(right) && /[-_.]/u.test(left.at(-1) + right.charAt(0));
}

/**
 * A space parts Japanese words: a name and what its bearer is. Beside Latin letters (「Web サーバー」) and between katakana (「ログ ファイル」) it
 * stands within one name.
 */
function parts(left: string, right: string): boolean {
  return !/\p{sc=Latin}|\p{N}/u.test(left + right) && !(KATAKANA.test(left) && KATAKANA.test(right));
}

function classOf({ partOfSpeech }: Token, text: string): WordClass {
  if (/^[\p{P}\p{S}\p{Z}]+$/u.test(text)) return '-';
  if (/^[\p{N}.,]+$/u.test(text)) return 'd';
  if (/^[\p{sc=Hiragana}ー]+$/u.test(text)) return '-';
  if (KATAKANA.test(text)) return 'n';
  if (ENGLISH_FUNCTION_WORD.test(text)) return '-';
  if (partOfSpeech === 'PROPN') return 'p';
  if (partOfSpeech === 'NOUN' || partOfSpeech === 'X') return /^[-_.]|[/\\<>{}=|@:]/u.test(text) ? '-' : 'n';
  return (partOfSpeech === 'ADJ' || partOfSpeech === 'ADV') && /^\p{scx=Han}+$/u.test(text) ? 'a' : '-';
}
