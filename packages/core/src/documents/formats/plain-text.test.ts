import { describe, expect, it } from 'vitest';
import { documentFormatConformance } from '../../testing/conformance/document-format.ts';
import { plainText } from './plain-text.ts';

const blocksOf = (text: string): string[] => {
  const prose = plainText.read(text);
  return prose.blocks.map((block) => `${block.kind}: ${prose.text.slice(block.start, block.end)}`);
};

const story = `窯の話
山田 太郎

-------------------------------------------------------
【記号について】
《》：ルビ
-------------------------------------------------------

［＃２字下げ］第一章　火［＃「第一章　火」は中見出し］

　登り窯《がま》の火は｜三日の間《みっかのあいだ》続いた。
「《炎》だ」と彼は言った。

底本：「陶芸集」
`;

documentFormatConformance(plainText, story);

describe('the prose of plain text', () => {
  it('joins hard-wrapped lines and parts paragraphs at blank lines', () => {
    expect(blocksOf('A kiln is\nan oven.\n\nIt is hot.\n')).toEqual([
      'paragraph: A kiln is an oven.',
      'paragraph: It is hot.',
    ]);
  });

  it('makes a paragraph of each of several lines that all end a sentence', () => {
    expect(blocksOf('A kiln is an oven.\nIt is hot.\nNobody touches it!\n')).toEqual([
      'paragraph: A kiln is an oven.',
      'paragraph: It is hot.',
      'paragraph: Nobody touches it!',
    ]);
    expect(blocksOf('窯は炉である。\n火は三日続く。\n灰は釉になる。\n')).toHaveLength(3);
    expect(blocksOf('A kiln is an oven.\nIt is hot. Nobody\ntouches it.\n')).toHaveLength(1);
  });

  it('reads two columns as names and what they are, and lines below as going on', () => {
    const text =
      '  Bisque firing   The first firing, which hardens\n                  the clay.\n  Glaze firing    The second one of a pot.\n';
    expect(blocksOf(text)).toEqual([
      'definition-term: Bisque firing',
      'definition-text: The first firing, which hardens the clay.',
      'definition-term: Glaze firing',
      'definition-text: The second one of a pot.',
    ]);
  });

  it.each([
    ['prices', 'Cup     4.20\nBowl    6.80'],
    ['one line', 'Bisque firing   The first firing of a pot.'],
    ['three columns', 'Cup     a small pot   4.20\nBowl    a large pot   6.80'],
    ['numbered steps', '  1.  Knead the clay well.\n  2.  Throw the pot then.'],
    ['sentences', 'A kiln is hot.  Do not touch it at all.\nIt is loud.  Stay away from it then.'],
  ])('leaves %s alone', (_, text) => {
    expect(blocksOf(text).every((block) => block.startsWith('paragraph'))).toBe(true);
  });

  it('takes a lone line for a heading only if it is underlined or numbered as a chapter', () => {
    expect(blocksOf('Kilns\n=====\nHot.\n\nChapter 2\n\nA short line\n\n第三章　灰\n')).toEqual([
      'heading: Kilns',
      'paragraph: Hot.',
      'heading: Chapter 2',
      'paragraph: A short line',
      'heading: 第三章　灰',
    ]);
  });

  it('begins a paragraph at an ideographic space', () => {
    expect(blocksOf('　火を\n焚く。\n　灰になる。')).toEqual(['paragraph: 火を焚く。', 'paragraph: 灰になる。']);
  });

  it('reads the notation of Aozora Bunko', () => {
    const prose = plainText.read(story);
    expect(blocksOf(story)).toEqual([
      'title: 窯の話',
      'paragraph: 山田 太郎',
      'heading: 第一章　火',
      'paragraph: 登り窯の火は三日の間続いた。',
      'paragraph: 「《炎》だ」と彼は言った。',
    ]);
    expect(prose.marks.map((mark) => [prose.text.slice(mark.start, mark.end), mark.value])).toEqual([
      ['窯', 'がま'],
      ['三日の間', 'みっかのあいだ'],
    ]);
  });
});
