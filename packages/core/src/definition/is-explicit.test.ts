import { describe, expect, it } from 'vitest';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { readProse } from '../documents/read-prose.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';

/** The names that a Markdown text defines beyond doubt. */
async function explicitIn(text: string, language = 'en'): Promise<string[]> {
  const prose = readProse('markdown', text);
  const { sentences } = await analyseProse(prose, { language });
  const found = findDefiningSentences(prose, sentences).filter(({ explicit }) => explicit !== undefined);
  return [...new Set(found.map(({ subjectKey }) => subjectKey))];
}

describe('a definition beyond doubt', () => {
  it.each([
    ['a bold subject', 'A **mash tun** is a vessel in which malt is steeped.', 'mash tun'],
    ['a bold name inside an article', '**The mash tun** is a vessel in which malt is steeped.', 'mash tun'],
    [
      'a bold name in another sentence',
      'Rinse the **mash tun**. A mash tun is a vessel in which malt is steeped.',
      'mash tun',
    ],
    [
      'a bold name with a colon in a sentence',
      'Before you go, rinse the **mash tun**: the vessel in which malt is steeped.',
      'mash tun',
    ],
    ['a bold subject that does something', 'A **mash tun** holds the malt while it is steeped.', 'mash tun'],
    ['a bold name with a colon', '**Mash tun**: the vessel in which malt is steeped.', 'mash tun'],
    ['a definition list', 'Mash tun\n:   The vessel in which malt is steeped.', 'mash tun'],
    ['a table of terms', '| Term | Meaning |\n| --- | --- |\n| mash tun | Where malt is steeped. |', 'mash tun'],
    [
      'a table of words',
      '| Word | What it means |\n| --- | --- |\n| **mash tun** | Where malt is steeped. |',
      'mash tun',
    ],
    ['an emphasised name with a colon', '*Mash tun*: the vessel in which malt is steeped.', 'mash tun'],
    ['a name whose kind ends like a verb', '**Sparge** (SP): the slow rinsing that takes the sugar along.', 'sparge'],
    ['what a term refers to', 'The term "mash tun" refers to the vessel in which malt is steeped.', 'mash tun'],
    ['the section of that name', '# Mash tun\n\nA mash tun is a vessel in which malt is steeped.', 'mash tun'],
    ['words that say so', 'By mash tun we mean the vessel in which malt is steeped.', 'mash tun'],
    [
      'a term that is marked where its sentence gives it a name',
      'What is left of the malt goes to the farm and is there called <dfn>draff</dfn>.',
      'draff',
    ],
    [
      'a term that is marked before an apposition',
      'Men who reach the <dfn>full sack</dfn>, the day on which they may own a tun, are given a paddle.',
      'full sack',
    ],
    [
      'a term that is marked and called something',
      'A <dfn>paddle hand</dfn> is, in our trade, whoever stirs the tun by day.',
      'paddle hand',
    ],
    ['an emphasised name before a colon', 'Then fill the *mash tun*: the vessel in which malt is steeped.', 'mash tun'],
    ['what one does, in a definition list', 'Sparging\n:   Rinsing the malt slowly with hot water.', 'sparging'],
  ])('is made by %s', async (_, text, name) => {
    expect(await explicitIn(text)).toEqual([name]);
  });

  it.each([
    ['in passing', 'A mash tun is a vessel in which malt is steeped.'],
    ['with a marked term in a longer name', 'The <dfn>mash tun</dfn> lid is kept behind the door of the brewery.'],
    ['with a marked term and no sentence', 'See <dfn>mash tun</dfn>.'],
    ['with other words in bold', 'A mash tun is a **vessel** in which malt is **steeped**.'],
    ['in a table of settings', '| Name | Description |\n| --- | --- |\n| mash tun | Where malt is steeped. |'],
    ['as an instruction', '**Mash tun**: rinse it twice.'],
  ])('is not made %s', async (_, text) => {
    expect(await explicitIn(text)).toEqual([]);
  });

  it('is made by とは and by a Japanese table of terms', async () => {
    expect(await explicitIn('糖化槽とは、麦芽を湯に浸しておく容器です。', 'ja')).toEqual(['糖化槽']);
    expect(await explicitIn('| 用語 | 意味 |\n| --- | --- |\n| 定湯量 | 一回の仕込みに使う湯の量。 |', 'ja')).toEqual([
      '定湯量',
    ]);
  });

  it('is made by a label in a list where most labels are explained, in no list of advantages', async () => {
    const mash = '- **Mash tun**: the vessel in which malt is steeped.\n';
    const glossary = '- **Wort**: the sweet liquid that leaves the vessel.\n- **Spent grain**: sold to farmers.\n';
    const advantages = '- **Less work**: you steep the malt once.\n- **Less heat**: use one fire for two kettles.\n';
    expect(await explicitIn(mash + glossary)).toEqual(['mash tun', 'wort']);
    expect(await explicitIn(mash + advantages)).toEqual([]);
    expect(await explicitIn(`${mash}\nLess is more:\n\n${advantages}`)).toEqual(['mash tun']);
  });
});
