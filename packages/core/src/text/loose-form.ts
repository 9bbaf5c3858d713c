import type { LanguageTag } from '../domain/index.ts';
import { normalForm, singular } from './normal-form.ts';

/**
 * A key that is coarser than `normalForm`: names have the same one where they differ only as two spellings of one word
 * do. Spaces, hyphens, dots and accents; British and American endings; in Japanese long vowels, kana, the sounds that
 * are written in two ways (ヴァイオリン, バイオリン) and the kana after kanji (取り扱い, 取扱い). It is wrong now and then:
 * what it finds is shown to a person, never folded.
 */
export function looseForm(text: string, language: LanguageTag): string {
  const normal = normalForm(text, language);
  if (/[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u.test(normal)) return looseJapanese(normal);
  const plain = normal
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
  const words = plain.split(' ');
  const spelled = language === 'en' ? words.map((word) => american(singular(word))) : words;
  return spelled.join('').replace(/[.'’·•]/gu, '');
}

/** Endings that British and American English spell in two ways. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{2})our(?=$|ed$|ing$|ite$|able$|ful$|less$|ation$)/u, 'or'],
  [/(?<=[a-z]{3})is(?=(?:e|ed|er|ing|able|ation)$)/u, 'iz'],
  [/(?<=[a-z]{2})ys(?=(?:e|ed|er|ing)$)/u, 'yz'],
  [/(?<=[a-z]{2})tre$/u, 'ter'],
  [/(?<=[a-z]{2})ogue$/u, 'og'],
  [/(?<=[a-z]{3})ence$/u, 'ense'],
  [/(?<=[a-z]{2})ll(?=(?:ed|er|ing)$)/u, 'l'],
  [/(?<=[a-z]{2})gramme$/u, 'gram'],
];

function american(word: string): string {
  return ENDINGS.reduce((spelled, [ending, other]) => spelled.replace(ending, other), word);
}

/** Hiragana that joins two words, and is no ending of the kanji before it. */
const JOINING = new Set(['の', 'と', 'や', 'が', 'を', 'に', 'は', 'で', 'も', 'な', 'へ']);

function looseJapanese(normal: string): string {
  const joined = normal.replace(/[\s・.]/gu, '');
  const kanji = joined.match(/\p{Script=Han}/gu)?.length ?? 0;
  const bare =
    kanji < 2
      ? joined
      : joined.replace(/(?<=\p{Script=Han})\p{Script=Hiragana}+/gu, (kana) => (JOINING.has(kana) ? kana : ''));
  const katakana = bare.replace(/[ぁ-ゖ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60));
  return SOUNDS.reduce((spelled, [sound, other]) => spelled.replaceAll(sound, other), katakana).replace(
    /[ァィゥェォ]/gu,
    (small) => String.fromCodePoint((small.codePointAt(0) ?? 0) + 1),
  );
}

/** Sounds of foreign words that are written in two ways, longer ones first. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['ヴァ', 'バ'],
  ['ヴィ', 'ビ'],
  ['ヴェ', 'ベ'],
  ['ヴォ', 'ボ'],
  ['ヴ', 'ブ'],
  ['ディ', 'デ'],
  ['ティ', 'チ'],
  ['ドゥ', 'ド'],
  ['トゥ', 'ト'],
  ['ヂ', 'ジ'],
  ['ヅ', 'ズ'],
  ['ー', ''],
];
