import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysedSentence, Analyzer, AnalyzerDefinition } from '../../analysis/analyzer.ts';
import type { LanguageTag, PartOfSpeech } from '../../domain/index.ts';
import { foldText } from '../../text/normal-form.ts';

/** Texts that analyzers have to live with, whatever language they are made for. */
export const awkwardTexts: Readonly<Record<string, string>> = {
  empty: '',
  'white space': ' \t\n\r\u00a0\u2003\u3000\u2028 ',
  'control characters': 'a\u0000b \u0007 \u001b[31mred\u001b[0m \u0085.',
  'format characters': '\ufeffmark\u200b zero\u200dwidth \u202eright to left\u202c soft\u00adhyphen',
  'lone surrogates': '\ud83d half \ude00 \udc00\ud800 漢\ud842字 end.\udfff',
  'rare ideographs': '𠮷野家の𩸽を𠀋に𪚲る。'.repeat(40),
  emoji: '😀👩‍👩‍👧‍👦🇯🇵🇯 👍🏽 ❤️ 1️⃣ #️⃣ text😀text',
  'combining marks': 'e\u0301 \u0301\u0301 Z\u0351\u036b\u0343\u0321 が か\u3099 한\u1112\u1161\u11ab',
  'right to left': 'שלום, עולם! مرحبا بالعالم. العدد ١٢٣٫٤٥ (מבחן).',
  'many scripts': 'Wörter слова λέξεις คำศัพท์ในเอกสาร शब्दावली 용어집 術語表 ｶﾀｶﾅ ﾊﾟﾋﾟ 用語集ＡＢＣ ㌔ ㍿ ① Ⅳ ﬁn',
  'code-like words':
    'C++ F# node.js k8s --dry-run ./a/b.txt https://example.org/?q=1#x a@b.example v1.2.3 TCP/IP foo_bar __proto__ constructor',
  quotes: '“He said ‘no’.” 「はい。」『いいえ！』と言った。«Oui.» „Ja.“ "?!" ...…。。',
  'only marks': '.?!。、…((([[[{{{"\'`~^|\\/-–—*#@&%$€¥',
  'mixed languages': 'The キャッシュ is a 캐시 and a 缓存, e.g. in データセンターA-1. 終わり。The end.',
};

const TAGS: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>([
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
]);

/** Enough of a text for the suite to go over many times: some sentences of the analyzer's language. */
export interface AnalyzerSample {
  readonly language: LanguageTag;
  readonly text: string;
}

/** The behaviour that every analyzer shares. An analyzer passes this suite and adds only what its language asks for. */
export function analyzerConformance(definition: AnalyzerDefinition, sample: AnalyzerSample): void {
  describe(`the ${definition.name} analyzer on ${sample.language}`, () => {
    let analyzer: Analyzer;
    beforeAll(async () => {
      analyzer = await definition.load(sample.language);
    });

    it('is loaded once and says what it is', async () => {
      expect(await definition.load(sample.language)).toBe(analyzer);
      const { name, version, languages } = analyzer;
      expect({ name, version, languages }).toEqual({
        name: definition.name,
        version: definition.version,
        languages: definition.languages,
      });
      expect(version).not.toBe('');
    });

    it('finds the sentences and words of its sample', () => {
      const sentences = analyzer.analyse(sample.text);
      expect(sentences.length).toBeGreaterThan(1);
      expect(findFault(sample.text, sentences)).toBe('');
      expect(sentences.flatMap(({ tokens }) => tokens).some((token) => token.partOfSpeech === 'NOUN')).toBe(true);
    });

    it.each(Object.entries(awkwardTexts))('keeps every word of a text with %s where it stands', (_, text) => {
      expect(findFault(text, analyzer.analyse(text))).toBe('');
    });

    it('keeps every word of any text where it stands', () => {
      const pieces = [...Object.values(awkwardTexts), sample.text].flatMap((text) => text.split(/(?<=[\s。])/u));
      const anyText = fc
        .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...pieces), utf16), { maxLength: 12 })
        .map((parts) => parts.join(''));
      fc.assert(
        fc.property(anyText, (text) => {
          expect(findFault(text, analyzer.analyse(text))).toBe('');
        }),
        { numRuns: 150 },
      );
    });

    it('finds the same words however accents and syllables are composed', () => {
      const composed = sample.text.normalize('NFC');
      const apart = sample.text.normalize('NFD');
      expect(composedWords(analyzer, apart)).toEqual(composedWords(analyzer, composed));
    });

    it('gives the same answer whatever it has seen before', async () => {
      const before = analyzer.analyse(sample.text);
      for (const text of Object.values(awkwardTexts)) analyzer.analyse(`${text} ${sample.text}`);
      expect(analyzer.analyse(sample.text)).toEqual(before);
      const again = await definition.load(sample.language);
      expect(again.analyse(sample.text)).toEqual(before);
    });

    it.each([
      ['words', 'word '],
      ['letters', 'x'],
      ['letters of two scripts in turn', 'aあ'],
      ['ideographs', '漢字仮名𠮷'],
      ['full stops', '.'],
      ['opening marks', '("['],
      ['beginnings of addresses', 'http:/('],
      ['its own language', undefined],
    ])('reads a very long line of %s in one go', (_, unit) => {
      const part = unit ?? sample.text.replaceAll(/[.!?。！？]/gu, '');
      const text = part.repeat(Math.ceil(LONG / part.length));
      expect(findFault(text, analyzer.analyse(text))).toBe('');
    });
  });
}

function composedWords(analyzer: Analyzer, text: string): string[][] {
  return analyzer
    .analyse(text)
    .map(({ tokens }) => tokens.map(({ start, end, lemma }) => `${text.slice(start, end).normalize('NFC')} ${lemma}`));
}

/** Long enough to overflow a stack of arguments, and to take minutes where the time grows with the square. */
const LONG = 100_000;

/** Strings of arbitrary code units: surrogates in any order. */
const utf16 = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
  .map((units) => String.fromCharCode(...units));

/** The first rule that an analysis breaks, in words; empty where it keeps them all. */
export function findFault(text: string, sentences: readonly AnalysedSentence[]): string {
  let at = 0;
  for (const { start, end, tokens } of sentences) {
    if (start < at || end > text.length) return `the sentence ${start}–${end} is out of order or outside of the text`;
    if (tokens.length === 0) return `the sentence ${start}–${end} has no tokens`;
    if (tokens[0]?.start !== start || tokens.at(-1)?.end !== end)
      return `the sentence ${start}–${end} is not its tokens`;
    for (const token of tokens) {
      const surface = text.slice(token.start, token.end);
      const where = `${token.start}–${token.end} ${JSON.stringify(surface)}`;
      if (token.start < at) return `${where} stands before the end of the token before it`;
      if (token.end <= token.start) return `${where} is empty`;
      if (/\s/u.test(surface)) return `${where} holds white space`;
      if (VISIBLE.test(text.slice(at, token.start))) return `${text.slice(at, token.start)} is in no token`;
      if (splitsPair(text, token.start) || splitsPair(text, token.end)) return `${where} cuts a character in two`;
      if (!TAGS.has(token.partOfSpeech)) return `${where} is tagged ${token.partOfSpeech}`;
      if (token.lemma === '' || token.lemma !== foldText(token.lemma)) return `${where}: its lemma is not folded`;
      if (token.reading !== undefined && !READING.test(token.reading)) return `${where}: reading ${token.reading}`;
      at = token.end;
    }
  }
  return VISIBLE.test(text.slice(at)) ? `${text.slice(at)} is in no token` : '';
}

/** What has to be in a token: all but white space, control and format characters. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;
const READING = /^[\u3041-\u3096\u309d\u309eー]+$/u;

function splitsPair(text: string, index: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(index - 1, index + 1));
}
