import { describe, expect, it } from 'vitest';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { readProse } from '../documents/read-prose.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';
import { findStatedRelations } from './find-stated-relations.ts';

/** What a text states of names: `name -> other (what is said against it)`. */
async function statedIn(text: string, { language, format = 'text' }: { language: string; format?: string }) {
  const prose = readProse(format, text);
  const { sentences } = await analyseProse(prose, { language });
  const definingSentences = findDefiningSentences(prose, sentences);
  return findStatedRelations(prose, sentences, { definingSentences }).map(
    ({ kind, status, name, other }) => `${name} -> ${other} (${status ?? kind})`,
  );
}

describe('a name that is out of use', () => {
  it.each([
    [
      'en',
      'The drying loft, formerly known as the hay floor, is swept weekly.',
      'drying loft -> hay floor (deprecated)',
    ],
    ['en', 'The retting tank was previously called the flax pond.', 'retting tank -> flax pond (deprecated)'],
    ['en', 'The retting tank (formerly flax pond) is cleaned in spring.', 'retting tank -> flax pond (deprecated)'],
    ['en', 'A heckle board (deprecated: nail board) has four rows of pins.', 'heckle board -> nail board (deprecated)'],
    ['en', 'The spinning bay used to be called the cold room.', 'spinning bay -> cold room (deprecated)'],
    ['en', 'Write "retting tank" instead of "flax pond".', 'retting tank -> flax pond (forbidden)'],
    [
      'en',
      'A heckle board is a board with rows of pins that combs flax. Please do not use the term "nail board".',
      'heckle board -> nail board (forbidden)',
    ],
    [
      'en',
      'A heckle board is a board with rows of pins that combs flax.\n\nPlease do not say "nail board".',
      'heckle board -> nail board (forbidden)',
    ],
    [
      'fr',
      'Le rouissoir, anciennement appelé « mare à lin », est vidé au printemps.',
      'rouissoir -> mare à lin (deprecated)',
    ],
    ['fr', "L'ourdissoir s'appelait autrefois « grande roue ».", 'ourdissoir -> grande roue (deprecated)'],
    [
      'fr',
      'Le rouissoir est un bassin où trempe le lin. Ne dites plus « mare à lin ».',
      'rouissoir -> mare à lin (forbidden)',
    ],
    ['nl', 'De rootbak, voorheen vlasvijver genoemd, wordt in de lente geleegd.', 'rootbak -> vlasvijver (deprecated)'],
    ['nl', 'De hekelbank heette vroeger spijkerplank.', 'hekelbank -> spijkerplank (deprecated)'],
    [
      'nl',
      'Een rootbak is een bak waarin vlas weekt. Gebruik niet het woord “vlasvijver”.',
      'rootbak -> vlasvijver (forbidden)',
    ],
    [
      'de',
      'Die Röstgrube, früher Flachsteich genannt, wird im Frühling geleert.',
      'Röstgrube -> Flachsteich (deprecated)',
    ],
    ['de', 'Der Hechelstuhl hieß früher Nagelbrett.', 'Hechelstuhl -> Nagelbrett (deprecated)'],
    ['ja', '浸し槽（旧称：麻池）は春に空にする。', '浸し槽 -> 麻池 (deprecated)'],
    ['ja', '浸し槽は、麻の茎を水に漬けるための水槽です。旧称は「麻池」。', '浸し槽 -> 麻池 (deprecated)'],
    ['ja', '浸し槽は、かつて「麻池」と呼ばれていた。', '浸し槽 -> 麻池 (deprecated)'],
    ['ja', '以前は「麻池」と呼んでいたが、現在は浸し槽という名前を使う。', '浸し槽 -> 麻池 (deprecated)'],
    ['ja', '梳き台のことを「釘板」とは呼ばない。', '梳き台 -> 釘板 (forbidden)'],
    ['ja', '梳き台とは、麻の繊維を整える台である。「釘板」という語は使わない。', '梳き台 -> 釘板 (forbidden)'],
  ])('is told from what is in use, %s: %s', async (language, text, expected) => {
    expect(await statedIn(text, { language })).toContainEqual(expected);
  });

  it.each([
    ['en', 'Do not use the ladder when the floor is wet.'],
    ['en', 'The drying loft, formerly a barn, is swept weekly.'],
    ['en', 'The weaver was once a fisherman in the harbour.'],
    ['en', 'Never use "sudo" here.'],
    ['nl', 'Gebruik niet de ladder als de vloer nat is.'],
    ['fr', 'Ne mettez pas « le rouissoir » en marche.'],
    ['ja', '梯子は使わない。'],
  ])('is none that only says what to do or what was, %s: %s', async (language, text) => {
    expect(await statedIn(text, { language })).toEqual([]);
  });
});

describe('names in brackets', () => {
  it.each([
    ['ja', '浸水時間（TiS: Time in Soak）とは、麻が水に漬かる時間である。', ['TiS', 'Time in Soak']],
    ['ja', '浸水時間（Time in Soak、略称TiS）とは、麻が水に漬かる時間である。', ['Time in Soak', 'TiS']],
    ['ja', 'まず浸水時間（soaking time）とは、麻が水に漬かる時間である。', ['soaking time']],
    ['en', 'Soaking time (TiS: Time in Soak) is the time that flax lies in water.', ['TiS', 'Time in Soak']],
  ])('belong to what stands before them, %s: %s', async (language, text, others) => {
    const stated = await statedIn(text, { language });
    expect(stated.map((one) => one.replace(/^.* -> (.*) \(\w+\)$/u, '$1'))).toEqual(others);
    expect(
      stated
        .map((one) => one.split(' -> ')[0]?.toLowerCase())
        .every((name) => /浸水時間$|^soaking time$/u.test(name ?? '')),
    ).toBe(true);
  });

  it.each([
    ['ja', '浸水時間（春は長い）とは、麻が水に漬かる時間である。'],
    ['ja', '浸水時間（TiS）を測る。'],
    ['en', 'They ask for linen with a long soak (TiS: Time in Soak) here.'],
  ])('are left alone where nobody can tell what they name, %s: %s', async (language, text) => {
    expect((await statedIn(text, { language })).filter((one) => /浸水時間 ->|linen/u.test(one))).toEqual([]);
  });
});

it('reads what the author says that an abbreviation stands for', async () => {
  const html = '<p>Send the <abbr title="Flax Delivery Note">FDN</abbr> by noon.</p>';
  expect(await statedIn(html, { language: 'en', format: 'html' })).toEqual([
    'Flax Delivery Note -> FDN (abbreviation)',
  ]);
});

it('takes a time that grows with the text, whatever stands in it', async () => {
  const pieces = ['formerly called the ', 'name was previously ', '（旧称：', '以前は「麻池」と呼ん', '(TiS: Time '];
  for (const piece of pieces) {
    const language = /\p{sc=Han}/u.test(piece) ? 'ja' : 'en';
    const prose = {
      text: '',
      blocks: [],
      marks: [],
      alignment: { prose: [], proseLength: [], original: [], originalLength: [] },
    };
    const ranges = (count: number) => {
      const text = piece.repeat(Math.ceil(1200 / piece.length)).slice(0, 1200);
      const sentences = Array.from({ length: count }, (_, at) => ({
        start: at * 1200,
        end: (at + 1) * 1200,
        block: 0,
        language,
        tokens: [],
      }));
      const started = performance.now();
      findStatedRelations({ ...prose, text: text.repeat(count) }, sentences);
      return performance.now() - started;
    };
    ranges(2);
    expect(ranges(20), piece).toBeLessThan(1000);
  }
});
