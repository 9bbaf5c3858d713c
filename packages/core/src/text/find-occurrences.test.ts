import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NameMatching } from '../domain/index.ts';
import { designationVariants, isAcronym } from './designation-variants.ts';
import { createOccurrenceFinder } from './find-occurrences.ts';
import { foldedString } from './fold-with-alignment.ts';

function found(text: string, terms: readonly string[], language = 'en'): string[] {
  const finder = createOccurrenceFinder(terms.map((term) => ({ text: term, language })));
  return finder.find(text).map((hit) => `${terms[hit.designation]}@${text.slice(hit.start, hit.end)}`);
}

describe('an occurrence finder', () => {
  it.each([
    ['The API (see API2) is RAPID; the APIs and an api.', ['API'], ['API@API', 'API@APIs']],
    ['Use it in IT.', ['IT'], ['IT@IT']],
    ['Each node has node_modules and a _node_.', ['node'], ['node@node', 'node@node']],
    [
      'Load-balancers, load_balancer, LOAD  BALANCER',
      ['load balancer'],
      ['load balancer@Load-balancers', 'load balancer@load_balancer', 'load balancer@LOAD  BALANCER'],
    ],
    ['Two policies, the policy’s text', ['policy'], ['policy@policies', 'policy@policy']],
    ['A mesh — node - mesh', ['mesh node', 'node mesh', 'node'], ['node@node']],
    ['volume plug-in', ['volume', 'volume plugin', 'volume plug-in'], ['volume plug-in@volume plug-in']],
    [
      'points of presence and a point of presence',
      ['point of presence'],
      ['point of presence@points of presence', 'point of presence@point of presence'],
    ],
    ['The news is new.', ['news'], ['news@news']],
    [
      'soft\u00adware and soﬀ and ｓｏｆｔｗａｒｅ',
      ['software', 'soff'],
      ['software@soft\u00adware', 'soff@soﬀ', 'software@ｓｏｆｔｗａｒｅ'],
    ],
  ])('finds English words by their boundaries and inflections: %s', (text, terms, expected) => {
    expect(found(text, terms)).toEqual(expected);
  });

  it.each([
    ['APIはサーバのデータベースにある。', ['API', 'サーバー', 'データ'], ['API@API', 'サーバー@サーバ']],
    [
      'データ・センターとデータ センター',
      ['データセンター'],
      ['データセンター@データ・センター', 'データセンター@データ センター'],
    ],
    ['ﾃﾞｰﾀを量子計算機へ', ['データ', '量子計算'], ['データ@ﾃﾞｰﾀ', '量子計算@量子計算']],
    ['日本の本', ['本'], ['本@本']],
    ['APIサーバーと API サーバー', ['API サーバー'], ['API サーバー@APIサーバー', 'API サーバー@API サーバー']],
    ['重さは3㌔です', ['キロ', 'ロ'], ['キロ@㌔']],
    ['𠮷野家の𠮷野', ['𠮷野家', '野'], ['𠮷野家@𠮷野家', '野@野']],
    ['リンゴ・バナナ', ['リンゴ', 'バナナ'], ['リンゴ@リンゴ', 'バナナ@バナナ']],
    ['か\u3099くせい', ['がくせい'], ['がくせい@か\u3099くせい']],
  ])('finds Japanese terms inside running text: %s', (text, terms, expected) => {
    expect(found(text, terms, 'ja')).toEqual(expected);
  });

  it.each([
    [
      'fr',
      'Les charges utiles, l’éolienne',
      ['charge utile', 'éolienne'],
      ['charge utile@charges utiles', 'éolienne@éolienne'],
    ],
    ['nl', 'twee boten, pannen en molens', ['boot', 'pan', 'molen'], ['boot@boten', 'pan@pannen', 'molen@molens']],
    ['ko', '서버는 서버리스와 다르다', ['서버'], ['서버@서버']],
  ])('knows the plain inflections of %s', (language, text, terms, expected) => {
    expect(found(text, terms, language)).toEqual(expected);
  });

  it('ends a hit where a block ends, unless line breaks are spaces', () => {
    const finder = createOccurrenceFinder([{ text: 'load balancer', language: 'en' }]);
    expect(finder.find('a load\nbalancer')).toEqual([]);
    expect(finder.find('a load\r\nbalancer', { lineBreaks: 'space' })).toEqual([{ designation: 0, start: 2, end: 16 }]);
    expect(finder.find('a load-\nbalancer', { lineBreaks: 'space' })).toEqual([{ designation: 0, start: 2, end: 16 }]);
  });

  it('finds nothing where there is nothing to find', () => {
    expect(createOccurrenceFinder([]).find('text')).toEqual([]);
    expect(
      createOccurrenceFinder([
        { text: '--', language: 'en' },
        { text: '', language: 'en' },
      ]).find('a'),
    ).toEqual([]);
  });

  it('finds what a plain search by substrings finds', () => {
    fc.assert(
      fc.property(texts, fc.array(terms, { minLength: 1, maxLength: 6 }), (text, words) => {
        const designations = words.map((word) => ({ text: word, language: 'en' }));
        const hits = createOccurrenceFinder(designations).find(text);
        expect(hits.map(({ start, end }) => [start, end])).toEqual(plainSearch(text, words));
      }),
      { numRuns: 1500 },
    );
  });

  it('tells of a folded text that it may have hits wherever it has one', () => {
    fc.assert(
      fc.property(texts, fc.array(terms, { minLength: 1, maxLength: 6 }), (text, words) => {
        const finder = createOccurrenceFinder(words.map((word) => ({ text: word, language: 'en' })));
        const hits = finder.find(text, { lineBreaks: 'space' });
        expect(finder.mayStandIn(foldedString(text)) || hits.length === 0).toBe(true);
      }),
      { numRuns: 1500 },
    );
    const absent = createOccurrenceFinder([{ text: 'tide gauge', language: 'en' }]);
    expect(absent.mayStandIn(foldedString('A gauge for the tide.'))).toBe(false);
  });

  it('finds the same whatever the order of its designations', () => {
    fc.assert(
      fc.property(texts, fc.array(terms, { minLength: 2, maxLength: 6 }), (text, words) => {
        const named = (order: readonly string[]) =>
          createOccurrenceFinder(order.map((word) => ({ text: word, language: 'en' })))
            .find(text)
            .map(({ designation, start, end }) => [order[designation], start, end]);
        expect(named(words)).toEqual(named(words.toReversed()));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same in a long text as in its blocks', () => {
    const block = 'The Node talks to a pod; データ・センター. ﬁ 𠮷 e\u0301. ';
    const text = Array.from({ length: 2000 }, (_, index) => block.repeat(1 + (index % 3))).join('\n');
    const finder = createOccurrenceFinder([
      { text: 'node', language: 'en' },
      { text: 'データセンター', language: 'ja' },
      { text: 'é', language: 'fr' },
    ]);
    let offset = 0;
    const expected = text.split('\n').flatMap((line) => {
      const hits = finder.find(line).map((hit) => ({ ...hit, start: hit.start + offset, end: hit.end + offset }));
      offset += line.length + 1;
      return hits;
    });
    expect(finder.find(text)).toEqual(expected);
  });
});

const PIECES = [
  'a',
  'b',
  'A',
  'ab',
  ' ',
  '  ',
  '-',
  '_',
  ' - ',
  '.',
  's',
  'ﬁ',
  'ａ',
  'カ',
  'ｶﾞ',
  'ー',
  '・',
  '字',
  '本',
  'ひ',
  'e\u0301',
  '𠮷',
  '\n',
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(''));
const terms = fc
  .array(fc.constantFrom('a', 'b', 'A', ' ', 'ab', '-', '_', 'fi', 'カ', 'ガ', 'カー', '・', '字', '本', 'é', '𠮷'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''))
  .filter((term) => /^[^-_・].*[^-_・]$|^[^-_・]$/u.test(term.trim()));

/** The same, said plainly and slowly: every substring, longest first, compared as strings, bounded by expressions. */
function plainSearch(text: string, words: readonly string[]): number[][] {
  const forms = words.flatMap((word) =>
    designationVariants(word, 'en').map((form) => ({ form, capitals: isAcronym(word) ? word.length : 0 })),
  );
  const hits: number[][] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (let end = text.length; end > start; end -= 1) {
      if (forms.some((form) => matches(text, start, end, form))) {
        hits.push([start, end]);
        start = end - 1;
        break;
      }
    }
  }
  return hits;
}

function matches(text: string, start: number, end: number, { form, capitals }: { form: string; capitals: number }) {
  const part = text.slice(start, end);
  if (part.includes('\n') || /^[\s]|[\s]$/u.test(part)) return false;
  if (!isWholeClusters(text, start, end) || foldedString(part) !== form) return false;
  if (capitals > 0 && /\p{Ll}/u.test(part.normalize('NFKC').slice(0, capitals))) return false;
  return bounded(text, start, end);
}

function isWholeClusters(text: string, start: number, end: number): boolean {
  const joins = (at: number) =>
    /^[\p{M}\uff9e\udc00-\udfff]/u.test(text.slice(at)) || /^[\udc00-\udfff]/.test(text.slice(at));
  return !joins(start) && !(end < text.length && joins(end));
}

function bounded(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).normalize('NFKC');
  const after = text.slice(end).normalize('NFKC');
  const inside = text.slice(start, end).normalize('NFKC');
  const word = /[\p{Script=Latin}\p{N}\p{M}]/u;
  const kana = /[\p{Script=Katakana}ー]/u;
  const han = /[々\u3400-\u9fff]/u;
  const first = Array.from(inside)[0] ?? '';
  const last = Array.from(inside).at(-1) ?? '';
  const left = Array.from(before).at(-1) ?? '';
  const right = Array.from(after)[0] ?? '';
  if (word.test(first) && (word.test(left) || /[\p{Script=Latin}_]_$/u.test(before))) return false;
  if (word.test(last) && (word.test(right) || /^_[\p{Script=Latin}_]/u.test(after))) return false;
  if (kana.test(first) && kana.test(left)) return false;
  if (kana.test(last) && kana.test(right)) return false;
  // Characters beyond the basic plane are not looked at beside a single kanji.
  const single = inside.length === 1 && han.test(inside);
  return !(single && (han.test(left) || han.test(right)));
}

function spoken(text: string, name: string, matching: NameMatching, language = 'en'): string[] {
  return createOccurrenceFinder([{ text: name, language, matching }])
    .find(text)
    .map(({ start, end }) => text.slice(start, end));
}

describe('a name with a matching of its own', () => {
  it('is found only with its capitals, also in the plural', () => {
    const text = 'A Buoy, two Buoys, three buoys, a BUOY and a ｂｕｏｙ.';
    expect(spoken(text, 'Buoy', { isCaseSensitive: true })).toEqual(['Buoy', 'Buoys']);
    expect(spoken(text, 'buoy', { isCaseSensitive: true })).toEqual(['buoys', 'ｂｕｏｙ']);
    expect(spoken('The Lock Gate, a Lock-gate and a lock gate.', 'Lock Gate', { isCaseSensitive: true })).toEqual([
      'Lock Gate',
    ]);
  });

  it('is found only as it is written where no inflection is wanted', () => {
    expect(spoken('One lens, two lenses, a Lens.', 'lens', { isUninflected: true })).toEqual(['lens', 'Lens']);
    expect(spoken('サーバーとサーバ', 'サーバ', { isUninflected: true }, 'ja')).toEqual(['サーバ']);
  });

  it('is found by the further forms that it is given', () => {
    expect(spoken('One ox, two oxen, two Oxen.', 'ox', { forms: ['oxen'] })).toEqual(['ox', 'oxen', 'Oxen']);
    expect(spoken('One ox, two oxen, two Oxen.', 'ox', { forms: ['oxen'], isCaseSensitive: true })).toEqual([
      'ox',
      'oxen',
    ]);
  });

  it('is found as a part of longer words where that is wanted', () => {
    expect(spoken('A lamplight, lamp_id and a lamp.', 'lamp', { boundary: 'part' })).toEqual(['lamp', 'lamp', 'lamp']);
    expect(spoken('灯台データベースのデータ', 'データ', { boundary: 'part' }, 'ja')).toEqual(['データ', 'データ']);
    expect(spoken('灯台の灯', '灯', { boundary: 'part' }, 'ja')).toEqual(['灯', '灯']);
    expect(spoken('重さは3㌔です', 'ロ', { boundary: 'part' }, 'ja')).toEqual([]);
  });

  it('is found only as a whole word where that is wanted', () => {
    expect(spoken('手引と手引書、新手引、手引の例', '手引', { boundary: 'whole' }, 'ja')).toEqual(['手引', '手引']);
    expect(spoken('a lamp and lamplight', 'lamp', { boundary: 'whole' })).toEqual(['lamp']);
  });

  it('takes nothing from a name that is longer, or from one that is spelt as in the text', () => {
    const finder = createOccurrenceFinder([
      { text: 'lamp', language: 'en', matching: { boundary: 'part' } },
      { text: 'lamplight', language: 'en' },
      { text: 'Tide', language: 'en', matching: { isCaseSensitive: true } },
      { text: 'tide', language: 'en' },
    ]);
    expect(finder.find('Lamplight, lampshade, Tide, tides').map(({ designation }) => designation)).toEqual([
      1, 0, 2, 3,
    ]);
  });

  it('is never found in more places for being looked for more narrowly, nor in fewer for more widely', () => {
    const words = fc.array(
      fc.constantFrom(
        'Lamp',
        'lamp',
        'lamps',
        'LAMP',
        'lamplight',
        'lamp_id',
        '灯台',
        '灯台守',
        'oxen',
        '-',
        ' ',
        '\n',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, fc.constantFrom('lamp', '灯台'), fc.boolean(), fc.boolean(), (parts, name, cased, plain) => {
        const text = parts.join(' ');
        const count = (matching: NameMatching) => spoken(text, name, matching).length;
        const own: NameMatching = {
          ...(cased ? { isCaseSensitive: true } : {}),
          ...(plain ? { isUninflected: true } : {}),
        };
        expect(count(own)).toBeLessThanOrEqual(count({}));
        expect(count({ ...own, boundary: 'whole' })).toBeLessThanOrEqual(count(own));
        expect(count({ ...own, boundary: 'part' })).toBeGreaterThanOrEqual(count(own));
        expect(count({ ...own, forms: ['oxen'] })).toBeGreaterThanOrEqual(count(own));
      }),
    );
  });
});
