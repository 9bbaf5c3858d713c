/**
 * True quotations, changed as copying changes them, and false ones, damaged as a model or a hurried person damages them.
 * This file imports nothing: what makes the damage knows nothing of what has to find it.
 */

/** A sentence of a document, and where it stands there. */
export interface SourceSentence {
  readonly text: string;
  readonly document: number;
  readonly start: number;
  readonly language: 'en' | 'ja' | 'other';
}

/** One claim: a text that is said to rest on passages. */
export interface QuotationCase {
  readonly name: string;
  readonly isTrue: boolean;
  readonly text: string;
  /** The passages that it names, each said to stand at a place of a document. */
  readonly cited: readonly { readonly quote: string; readonly document: number; readonly start: number }[];
  /** Names of the entry. */
  readonly names: readonly string[];
  readonly language: string;
}

type Maker = (sentence: SourceSentence, other: SourceSentence, draw: () => number) => string | undefined;

/** Changes that leave the words alone. */
const harmless: Readonly<Record<string, Maker>> = {
  'as it is': ({ text }) => text,
  'line wraps': ({ text }, _other, draw) => text.replace(/ /gu, () => (draw() < 0.3 ? '\n' : ' ')),
  'Markdown marks': ({ text }) => text.replace(/(?<![\p{L}\p{N}])(\p{L}{5,})(?![\p{L}\p{N}])/u, '**$1**'),
  'a block quotation': ({ text }) => `> ${text}`,
  'full width digits and letters': ({ text }) =>
    text.replace(/[0-9A-Za-z]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'curly quotes': ({ text }) =>
    /['"]/u.test(text) ? text.replace(/'/gu, '\u2019').replace(/"/gu, '\u201d') : undefined,
  'another normal form': ({ text }) => text.normalize('NFD'),
  'capitals at the start': ({ text }) => text.charAt(0).toUpperCase() + text.slice(1),
};

const NEGATION = / (?:not|never|no longer|cannot|without)\b/u;
const JAPANESE_NEGATION = /(?:では|では|じゃ)?ない(?=[。、])|ません|されない|しない|できない/u;
const FLIPPED: readonly (readonly [string, string])[] = [
  ['more', 'less'],
  ['less', 'more'],
  ['before', 'after'],
  ['after', 'before'],
  ['always', 'never'],
  ['must', 'may'],
  ['only', 'also'],
  ['minimum', 'maximum'],
  ['all', 'some'],
  ['以上', '以下'],
  ['以下', '以上'],
  ['最大', '最小'],
  ['前に', '後に'],
  ['すべて', '一部'],
  ['必ず', 'まれに'],
];
const INVENTED = ['Ravensworth', 'Ostergaard', 'Talavera', 'Kinoshita', 'Delmonte', 'Wexford'];
const INVENTED_JAPANESE = ['鷹取山', '大槻商会', 'ベルクハイム', '白河院', 'モンテリオ', '桐生製作所'];
const WORDS = /\p{L}{5,}/gu;
const RUNS = /[\p{sc=Han}]{2,}|[\p{sc=Katakana}ー]{3,}/gu;

/** Damage that makes a quotation false. `undefined` where a sentence offers no hold for it. */
const damaging: Readonly<Record<string, Maker>> = {
  'a word swapped': swapped,
  'a number changed': ({ text }, _other, draw) =>
    /\d/u.test(text)
      ? text.replace(/\d+/u, (number) => String(Number(number.slice(0, 9)) + 1 + Math.floor(draw() * 90)))
      : undefined,
  'a negation dropped': ({ text, language }) => {
    if (language === 'en' && NEGATION.test(text)) return text.replace(NEGATION, '');
    if (language === 'ja' && JAPANESE_NEGATION.test(text)) return text.replace(JAPANESE_NEGATION, 'ある');
    return undefined;
  },
  'a negation put in': ({ text, language }) => {
    if (language === 'en') {
      const found = /\b(?:is|are|can|does|will|should|has|have)\b(?! not)/u;
      return found.test(text) ? text.replace(found, (verb) => `${verb} not`) : undefined;
    }
    if (language === 'ja' && /(?:である|です|ます)。$/u.test(text)) {
      return text.replace(/(?:である|です)。$/u, 'ではない。').replace(/ます。$/u, 'ません。');
    }
    return undefined;
  },
  'a comparison turned': ({ text }) => {
    for (const [from, to] of FLIPPED) {
      const found = /^\p{ASCII}+$/u.test(from) ? new RegExp(`\\b${from}\\b`, 'u') : new RegExp(from, 'u');
      if (found.test(text)) return text.replace(found, to);
    }
    return undefined;
  },
  'a name put in': ({ text, language }, _other, draw) => {
    const names = language === 'ja' ? INVENTED_JAPANESE : INVENTED;
    const name = names[Math.floor(draw() * names.length)] ?? '';
    if (language === 'ja') return text.replace(/[。]?$/u, `、${name}による。`);
    return text.replace(/[.!?]?$/u, ` by ${name}.`);
  },
  'words put in': ({ text, language }, other, draw) => {
    const words = foreignWords(text, other.text, language);
    const word = words[Math.floor(draw() * words.length)];
    if (word === undefined) return undefined;
    return language === 'ja' ? text.replace(/[。]?$/u, `、${word}。`) : text.replace(/[.!?]?$/u, `, with ${word}.`);
  },
};

function swapped({ text, language }: SourceSentence, other: SourceSentence, draw: () => number): string | undefined {
  const own = [...text.matchAll(language === 'ja' ? RUNS : WORDS)];
  const foreign = foreignWords(text, other.text, language);
  const out = own[Math.floor(draw() * own.length)];
  const word = foreign[Math.floor(draw() * foreign.length)];
  if (out === undefined || word === undefined) return undefined;
  return `${text.slice(0, out.index)}${word}${text.slice(out.index + out[0].length)}`;
}

/** Words of another sentence that share no beginning with any word of this one. */
function foreignWords(text: string, other: string, language: SourceSentence['language']): string[] {
  const words = [...other.matchAll(language === 'ja' ? RUNS : WORDS)].map(([word]) => word);
  if (language === 'ja') return words.filter((word) => !Array.from(word).some((sign) => text.includes(sign)));
  const folded = text.toLowerCase();
  return words
    .map((word) => word.toLowerCase())
    .filter((word) => !folded.includes(word.slice(0, 4)) && /^\p{L}+$/u.test(word));
}

/** The claims of one sentence; `other` is any other sentence of the same language in another place. */
export function casesOf(sentence: SourceSentence, other: SourceSentence, draw: () => number): QuotationCase[] {
  const { text, document, start, language } = sentence;
  const here = [{ quote: text, document, start }];
  const there = { quote: other.text, document: other.document, start: other.start };
  const base = { names: [], language } as const;
  const cases: QuotationCase[] = [];
  for (const [name, make] of Object.entries(harmless)) {
    const changed = make(sentence, other, draw);
    if (changed !== undefined) cases.push({ ...base, name, isTrue: true, text: changed, cited: here });
  }
  for (const [name, make] of Object.entries(damaging)) {
    const damaged = make(sentence, other, draw);
    if (damaged === undefined || damaged === text) continue;
    cases.push({ ...base, name, isTrue: false, text: damaged, cited: here });
  }
  const [half, otherHalf] = [firstHalf(text), secondHalf(other.text)];
  if (half !== '' && otherHalf !== '' && !text.includes(otherHalf)) {
    const spliced = language === 'ja' ? `${half}${otherHalf}` : `${half} ${otherHalf}`;
    cases.push({ ...base, name: 'two sentences spliced', isTrue: false, text: spliced, cited: [...here, there] });
  }
  if (other.document !== document) {
    const elsewhere = [{ quote: text, document: other.document, start: other.start }];
    cases.push({ ...base, name: 'of another file', isTrue: false, text, cited: elsewhere });
  }
  cases.push({
    ...base,
    name: 'of another place',
    isTrue: false,
    text,
    cited: [{ quote: text, document, start: start + 1 }],
  });
  const about = aboutAnother(sentence, other);
  if (about !== undefined) cases.push({ ...base, ...about, name: 'about another term', isTrue: false, cited: here });
  return cases;
}

function firstHalf(text: string): string {
  return text
    .slice(0, Math.floor(text.length / 2))
    .replace(/\S*$/u, (tail) => (/[ぁ-ん]/u.test(text) ? tail : ''))
    .trim();
}

function secondHalf(text: string): string {
  return text
    .slice(Math.floor(text.length / 2))
    .replace(/^\S*/u, (head) => (/[ぁ-ん]/u.test(text) ? head : ''))
    .trim();
}

/** The right words, said of another thing: "X is …" becomes "Y is …", and the entry is Y. */
function aboutAnother(
  { text, language }: SourceSentence,
  other: SourceSentence,
): Pick<QuotationCase, 'text' | 'names'> | undefined {
  if (language === 'en') {
    const found = /^(?:An? |The )?([\p{L}][\p{L} -]{2,40}?) (is|are) /u.exec(text);
    const [foreign] = foreignWords(text, other.text, language);
    if (found === null || foreign === undefined) return undefined;
    return { text: text.replace(found[0], `${foreign} ${found[2] ?? 'is'} `), names: [foreign] };
  }
  if (language === 'ja') {
    const found = /^([^、。は]{2,20})(とは|は)/u.exec(text);
    const [foreign] = foreignWords(text, other.text, language);
    if (found === null || foreign === undefined) return undefined;
    return { text: text.replace(found[0], `${foreign}${found[2] ?? 'は'}`), names: [foreign] };
  }
  return undefined;
}
