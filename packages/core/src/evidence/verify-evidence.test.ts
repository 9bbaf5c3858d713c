import { describe, expect, it } from 'vitest';
import { verifyStatement } from './verify-evidence.ts';

const ENGLISH = [
  'A mooring is a fixed place where a boat of up to 12 metres is tied for the night.',
  'A harbour pilot does not own the vessels that enter before 6 o’clock.',
  'The **tide table** lists 4 heights for each day, measured in `cm`.',
  'A fender is a soft cushion that never hangs more than 30 cm above the water.',
  'Ballast is heavy material, such as 200 kg of stone, which keeps a hull upright.',
];
const JAPANESE = [
  '係留とは、12メートル以下の船を夜のあいだ岸につなぐことである。',
  '水先人は午前6時より前に入る船を持たない。',
  '潮見表は、1日に4回の潮位を cm で示す一覧である。',
  '防舷材とは、水面から30センチ以上の高さには吊るさない柔らかい緩衝材です。',
  'バラストは船体を立てておくための200キロの重い石材を指します。',
];

function verify(text: string, quote: string, names: readonly string[] = [], document = `Before.\n${quote}\nAfter.`) {
  const start = document.indexOf(quote);
  const language = /[ぁ-ん]/u.test(text) ? 'ja' : 'en';
  return verifyStatement({ text, language, names }, [
    { quote, text: document, range: { start, end: start + quote.length } },
  ]);
}

/** Mulberry32: the same numbers every time. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe('readings above the words of a passage', () => {
  it.each([
    '青火《あおび》は、窓辺に置く灯りのことだ。',
    '｜青火《ブルー・ライト》は、窓辺に置く灯りのことだ。',
    '青火［＃「青火」に傍点］は、窓辺に置く灯りのことだ。',
    '<ruby>青火<rp>（</rp><rt>あおび</rt><rp>）</rp></ruby>は、窓辺に置く灯りのことだ。',
  ])('make no difference: %s', (quote) => {
    expect(verify('青火は、窓辺に置く灯りのことだ。', quote).support).toBe('supported');
  });

  it('are not meant by the title of a book', () => {
    const quote = '凪は《青火の物語》を窓辺で読んだ。';
    expect(verify('凪は窓辺で読んだ。', quote).support).not.toBe('supported');
    expect(verify('凪は《青火の物語》を窓辺で読んだ。', quote).support).toBe('supported');
  });
});

describe('verification', () => {
  it('accepts true quotations however they are set', () => {
    const random = createRandom(1);
    const refused: string[] = [];
    for (let round = 0; round < 1000; round += 1) {
      const sentence = [...ENGLISH, ...JAPANESE][round % 10] ?? '';
      const changed = harmless(sentence, random);
      const [text, quote] = random() < 0.5 ? [changed, sentence] : [sentence, changed];
      if (verify(text, quote).support !== 'supported') refused.push(changed);
    }
    expect(refused).toEqual([]);
  });

  it('refuses damaged quotations', () => {
    const random = createRandom(2);
    const accepted: string[] = [];
    for (let round = 0; round < 2000; round += 1) {
      const set = round % 2 === 0 ? ENGLISH : JAPANESE;
      const sentence = set[(round >> 1) % 5] ?? '';
      const other = set[((round >> 1) + 1 + Math.floor(random() * 4)) % 5] ?? '';
      const damaged = damage(sentence, other, round, random);
      const quote = round % 5 === 4 ? `${sentence} ${other}` : sentence;
      if (damaged.toLowerCase() !== sentence.toLowerCase() && verify(damaged, quote).support === 'supported')
        accepted.push(damaged);
    }
    expect(accepted).toEqual([]);
  });

  it('refuses a quotation that is not where it should be', () => {
    expect(verify(ENGLISH[0] ?? '', ENGLISH[0] ?? '', [], ENGLISH[1]).support).toBe('unsupported');
    expect(verifyStatement({ text: 'A mooring.', language: 'en', names: [] }, [])).toEqual({
      support: 'unsupported',
      problems: [{ kind: 'no-evidence', word: '' }],
    });
  });

  it('lets the entry name itself before a quotation that begins a sentence', () => {
    expect(verify('A bollard: a short post on a quay.', 'A short post on a quay.', ['bollard']).support).toBe(
      'supported',
    );
    expect(verify('Bollard is a short post on a quay.', 'A short post on a quay.', ['bollard']).support).toBe(
      'supported',
    );
    expect(verify('係船柱とは、岸壁の短い柱。', '岸壁の短い柱。', ['係船柱']).support).toBe('supported');
  });

  it('refuses the right words about another term', () => {
    expect(verify('A bollard is a soft cushion.', 'A fender is a soft cushion.', ['bollard']).support).not.toBe(
      'supported',
    );
    expect(verify('係船柱は柔らかい緩衝材である。', '防舷材は柔らかい緩衝材である。', ['係船柱']).support).not.toBe(
      'supported',
    );
  });

  it('refuses a quotation whose negation was cut off', () => {
    expect(verify('a kind of anchor', 'A fender is not a kind of anchor.').support).toBe('unsupported');
    expect(verify('防舷材は錨で', '防舷材は錨ではない。').support).toBe('unsupported');
  });

  it('takes no word of another passage, and no number in the place of another', () => {
    const [mooring = '', , , fender = ''] = ENGLISH;
    const document = `${mooring}\n${fender}`;
    const cited = [mooring, fender].map((quote) => {
      const start = document.indexOf(quote);
      return { quote, text: document, range: { start, end: start + quote.length } };
    });
    const joined = 'A mooring is a fixed place that never hangs above the water.';
    expect(verifyStatement({ text: joined, language: 'en', names: ['mooring'] }, cited).support).toBe('unsupported');
    const ratio = 'The ratio of length to width is 5 to 3.';
    expect(verify('The ratio of width to length is 3 to 5.', ratio).support).toBe('weak');
    expect(verify('The ratio of width to length is 5 to 5.', ratio).support).toBe('unsupported');
  });

  it('finds an invented name or word in any script', () => {
    const mooring = 'A mooring is a fixed place where boats are tied.';
    expect(verify('A mooring, where boats are tied by ravens, is a fixed place.', mooring).support).toBe('unsupported');
    expect(verify('岸につなぐ係留は、鷹取港の船のことである。', JAPANESE[0] ?? '').support).toBe('unsupported');
    expect(verify('潮位を示す一覧はタイドテーブルである。', JAPANESE[2] ?? '').support).toBe('unsupported');
  });

  it('calls other words for the same thing weak, and names what is not there', () => {
    const quote = 'A mooring is a fixed place where boats are tied.';
    expect(verify('Boats are tied at a mooring, a fixed place.', quote).support).toBe('weak');
    expect(verify('Boats are tied at a mooring in Ostend.', quote)).toEqual({
      support: 'unsupported',
      problems: [
        { kind: 'missing', word: 'Ostend' },
        { kind: 'uncovered', word: 'ostend' },
      ],
    });
  });
});

function harmless(sentence: string, random: () => number): string {
  const japanese = /[ぁ-ん]/u.test(sentence);
  const changes: readonly ((text: string) => string)[] = [
    (text) => (japanese ? text.replace('、', '、\n') : text.replaceAll(' ', () => (random() < 0.3 ? '\n' : ' '))),
    (text) => (japanese ? text : text.replace(/\b(\p{L}{5,})\b/u, '**$1**')),
    (text) => text.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    (text) => text.replaceAll('’', "'"),
    (text) => (japanese ? text : text.replace(/ (\p{L}{6,}) /u, ' [$1](other.md#part) ')),
    (text) => text.normalize('NFD'),
    (text) => `> ${text}`,
  ];
  return changes.filter(() => random() < 0.4).reduce((text, change) => change(text), sentence);
}

function damage(sentence: string, other: string, round: number, random: () => number): string {
  const japanese = /[ぁ-ん]/u.test(sentence);
  const middle = Math.floor(sentence.length * (0.3 + random() * 0.4));
  switch (round % 5) {
    case 0:
      return sentence.replace(/\d+/u, (number) => String(Number(number) + 1 + Math.floor(random() * 90)));
    case 1:
      return japanese
        ? sentence.replace(/たない|さない/u, (end) => (end === 'たない' ? 'つ' : 'す'))
        : sentence.replace(/ (?:not|never)/u, '');
    case 2:
    case 3: {
      if (japanese) return `${sentence.slice(0, middle)}鮎${sentence.slice(middle + 1)}`;
      const words = sentence.split(' ');
      words[Math.floor(random() * words.length)] = random() < 0.5 ? 'herring' : (other.split(' ')[3] ?? '');
      return words.join(' ');
    }
    default:
      return (
        sentence.slice(0, middle).replace(/\S*$/u, japanese ? '$&' : '') +
        other.slice(Math.floor(other.length / 2)).replace(/^\S*/u, japanese ? '$&' : '')
      );
  }
}
