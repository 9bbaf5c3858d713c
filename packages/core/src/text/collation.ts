import type { Concept, LanguageTag } from '../domain/index.ts';

/** What an entry is ordered by: its preferred designation and, in Japanese, its reading in kana. */
export interface CollationEntry {
  readonly text: string;
  readonly reading?: string;
  readonly language: LanguageTag;
}

/**
 * The order in which people read entries, the same on every machine: signs and digits, Latin letters (case and
 * diacritics count only between equals), Japanese by reading in gojūon order, then everything else by code unit.
 * In kana, voicing, small kana and the long vowel mark (read as its vowel) count only between equals, as in dictionaries.
 */
export function compareEntries(a: CollationEntry, b: CollationEntry): number {
  return compareKeyed({ entry: a, key: keyOf(a) }, { entry: b, key: keyOf(b) });
}

/** Things in the order of `compareEntries`, each looked at once. */
export function sortEntries<Item>(items: readonly Item[], entryOf: (item: Item) => CollationEntry): Item[] {
  const keyed = items.map((item) => {
    const entry = entryOf(item);
    return { item, entry, key: keyOf(entry) };
  });
  return keyed.toSorted(compareKeyed).map(({ item }) => item);
}

interface Keyed {
  readonly entry: CollationEntry;
  readonly key: CollationKey;
}

function compareKeyed({ entry: a, key: left }: Keyed, { entry: b, key: right }: Keyed): number {
  return (
    left.group - right.group ||
    compareUnits(left.primary, right.primary) ||
    compareUnits(left.secondary, right.secondary) ||
    compareUnits(a.text, b.text) ||
    compareUnits(a.language, b.language)
  );
}

/** What an entry is ordered by. */
export function collationEntryOf({
  designations,
  language,
}: Pick<Concept, 'designations' | 'language'>): CollationEntry {
  const [{ text, reading } = { text: '' }] = designations;
  return { text, language, ...(reading === undefined ? {} : { reading }) };
}

/**
 * The heading an entry stands under: `#`, `A`–`Z`, a gojūon row (`あ` … `わ`), or its own first letter. Japanese words
 * that nobody knows how to read share one, `他`: under its first character each would stand alone.
 */
export function indexLetter(entry: CollationEntry): string {
  const { group, primary } = keyOf(entry);
  if (group === Group.other && entry.language === 'ja' && /^\p{sc=Han}/u.test(primary)) return '他';
  const first = String.fromCodePoint(primary.codePointAt(0) ?? 0x23);
  if (group === Group.sign) return '#';
  if (group !== Group.kana) return first.toUpperCase();
  return ROWS.findLast((row) => row <= first) ?? first;
}

const Group = { sign: 0, latin: 1, kana: 2, other: 3 } as const;
const ROWS = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'];

interface CollationKey {
  readonly group: number;
  readonly primary: string;
  readonly secondary: string;
}

function keyOf({ text, reading }: CollationEntry): CollationKey {
  const written = (reading ?? text).normalize('NFKC');
  const secondary = hiragana(written).toLowerCase();
  const folded = secondary
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(LIGATURES, (letter) => SPELT[letter] ?? letter);
  const first = folded.replace(/^[\s"'“”‘’「『([]+/u, '').slice(0, 2);
  if (/^\p{Script=Latin}/u.test(first)) return { group: Group.latin, primary: lettersOf(folded), secondary };
  if (/^[ぁ-ゖー]/u.test(first)) return { group: Group.kana, primary: lettersOf(plainKana(folded)), secondary };
  return /^\p{L}/u.test(first)
    ? { group: Group.other, primary: lettersOf(folded), secondary }
    : { group: Group.sign, primary: folded, secondary };
}

/** Spaces come before letters, so that "load test" stands before "loading"; other signs do not count. */
function lettersOf(text: string): string {
  return text
    .replace(/[\s_-]+/gu, ' ')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .trim();
}

const LIGATURES = /[æœøßłđ]/gu;
const SPELT: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd' };

function hiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

const SMALL = 'ぁぃぅぇぉっゃゅょゎゕゖ';
const LARGE = 'あいうえおつやゆよわかけ';

function plainKana(text: string): string {
  const large = text.replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/gu, (kana) => LARGE.charAt(SMALL.indexOf(kana)));
  return large.replace(
    /([ぁ-ゖ])(ー+)/gu,
    (_, kana: string, marks: string) => kana + vowelOf(kana).repeat(marks.length),
  );
}

function vowelOf(kana: string): string {
  const at = [
    'あかさたなはまやらわ',
    'いきしちにひみりゐ',
    'うくすつぬふむゆる',
    'えけせてねへめれゑ',
    'おこそとのほもよろを',
  ].findIndex((kanas) => kanas.includes(kana));
  return 'あいうえお'.charAt(at);
}

function compareUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
