import { describe, expect, it } from 'vitest';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { readProse } from '../documents/read-prose.ts';
import { documentId } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { QUOTABLE_SCORE, type DefiningSentence } from './defining-sentence.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';
import { quoteStatement } from './quote-statement.ts';
import { rankPassages } from './rank-passages.ts';

/** What an entry of this name quotes from a Markdown document that speaks of little else; nothing where nothing defines it. */
async function quoted(name: string, text: string, language = 'en'): Promise<string | undefined> {
  const prose = readProse('markdown', text);
  const { sentences } = await analyseProse(prose, { language });
  const definingSentences = findDefiningSentences(prose, sentences);
  const id = documentId('a.md');
  const document = { id, name: 'a.md', format: 'markdown', encoding: 'utf-8', contentHash: '', text } as const;
  const source = { document, prose, sentences, definingSentences };
  const key = normalForm(name, language);
  const passages = definingSentences
    .filter(({ subjectKey }) => subjectKey === key || subjectKey === `${key} command`)
    .map((sentence) => ({ source, sentence, exactness: sentence.subjectKey === key ? 1 : 0.85 }));
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  const occurrences = [{ documentId: id, start: at, end: at + name.length }];
  const [best] = rankPassages(passages, { names: [name], occurrences }).defining;
  return best && quoteStatement(prose.text, best.sentence);
}

/** What labels in a list surely define. */
async function sure(item: string, language: string): Promise<readonly DefiningSentence[]> {
  const prose = readProse('markdown', item);
  const { sentences } = await analyseProse(prose, { language });
  return findDefiningSentences(prose, sentences).filter(({ score }) => score >= QUOTABLE_SCORE);
}

/** What stands first in a section about tide tables. */
const under = (text: string) => quoted('tide table', `# Tide table\n\n${text}`);

describe('an entry quotes', () => {
  it.each([
    ['hawser', 'A hawser is a thick rope that holds a ship to the quay.', undefined],
    ['mast hand', 'A sailor who climbs the rigging is called a mast hand.', undefined],
    [
      'optic',
      `${'An optic hangs here. '.repeat(3)}\n\nThe optic is a ring of glass that bends the light.`,
      'The optic is a ring of glass that bends the light.',
    ],
    ['log', '## Log\n\nA log is a book of log pages.', 'A log is a book of log pages.'],
    ['ebb', 'The flow of water back to the sea is known as the ebb.', undefined],
    [
      'trim',
      '## Trim\n\nTrim is a balance of the hull, as described in {{balance}}.',
      'Trim is a balance of the hull.',
    ],
    [
      'gale',
      'Gale\n: A wind that tears sails from their ropes; see {{winds}}.',
      'A wind that tears sails from their ropes.',
    ],
    [
      'line',
      'Line\n: A steel line between two masts, carrying signals.',
      'A steel line between two masts, carrying signals.',
    ],
    [
      'Dock Number',
      'A record has these fields:\n\nDock Number\n: A number that a dock is known by.',
      'A number that a dock is known by.',
    ],
  ])('what defines %s', async (name, text, words) => {
    expect(await quoted(name, text)).toBe(words ?? text);
  });

  it.each([
    ['what somebody may look up', 'log', 'The log can refer to itself where the day is not over yet.'],
    ['what somebody denotes', 'pilot number', 'The pilot number denoted by the flag of the boat has one digit.'],
    ['advice', 'logline', 'A logline is just a rope with knots, and as a keeper you should not worry about it.'],
    ['what it needs', 'crew list', 'The crew list is a paper of the ship and is required to be signed.'],
    ['a case', 'cargo', 'In our case, a cargo is a load that the ship brings from the south.'],
    ['how new it is', 'dredger', 'A dredger is an entirely new machine built by the harbour team.'],
    ['how it is used', 'signals', '## Signals\n\nSignals are used by passing a list of flags to the keeper.'],
    [
      'where its name is from',
      'turnstone',
      '## Turnstone\n\nA turnstone provides food and takes its name from the stones that it turns over.',
    ],
    ['a set to come', 'berths', 'A berth is a place from the set { first, second, ...'],
    [
      'the name again, under its heading',
      'tide board',
      '## Tide board\n\nA tide board is a wooden tide board that hangs at the gate.',
    ],
    ['another sense', 'watch', 'Watch also refers to the men who are on deck at night.'],
    ['what a word is', 'keelson', 'Keelson is a name, not an order.'],
    ['a comparison with nothing', 'cutter', 'A cutter is a broader boat which can carry two sails.'],
    ['an example', 'capsizing', 'Capsizing is a common example used in lessons on stability.'],
    ['a judgement', 'sextant', 'A sextant is a fantastic way to find a place at sea.'],
    ['how common it is', 'leak', 'A leak is a sufficiently common fault that it deserves a bucket of its own.'],
    ['an order of telling', 'sculling', 'Sculling is the first way of rowing we will look at.'],
    ['the name again', 'rope', 'Rope means ropes, cables and similar gear.'],
    ['the kind that something is of', 'sail', 'Sheets that hang from a mast are actually named sails.'],
    ['what nobody sees', 'boom', 'A boom is a pole that follows the rule of the'],
    ['a reference of markup', 'draught', 'The draught is the depth of the hull in :eqref:hull and the water.'],
    ['a list to come', 'galley', '# Galley\n\nThe galley is where you can cook:\n\n- soup\n- fish'],
    [
      'a half sentence',
      'buoy rope',
      '## Buoy rope\n\nWhen a buoy rope occurs in the context of a mooring, it can be tied again later.',
    ],
    ['its part in something', 'tides', '## Tides\n\nTides play a large part in the life of harbours.'],
    ['what follows from it', 'reefing', 'Reefing means that we cannot use the whole sail and are slow.'],
    [
      'a name for the moment',
      'punt',
      '## Punt\n\nSo many keepers washed in it that we often describe a punt as "wash tub", even on Sundays.',
    ],
    ['one thing of many', 'bollard', `${'A bollard stands here. '.repeat(3)}\n\nThe bollard is an iron post.`],
  ])('no sentence that tells %s', async (_, name, text) => {
    expect(await quoted(name, text)).toBeUndefined();
  });

  it.each([
    ['such things', 'wreckage', 'Such parts of a lost boat are called wreckage.'],
    ['it', 'hold', 'It can be loaded through what is called the hold, that is, the room below the deck.'],
    ['them', 'bow lamp', 'The two lamps are commonly referred to as the bow lamp and the stern lamp.'],
    ['what came last', 'flotilla', 'The latter is a group of small boats which is referred to as a flotilla.'],
    ['a clause beside', 'mooring', 'The former chapter told of tying up a boat, which is called a mooring.'],
    ['what somebody does', 'beam', 'You put a lamp into a beam, a light that is thrown upon the water.'],
    ['a letter', 'drift', 'In the tables of pilots, D is called drift.'],
    ['several, in their order', 'flood', 'The rise and the fall of the sea are called flood and ebb, respectively.'],
    ['a figure', 'forestay', 'The right figure shows the mast whose rope to the bow is called a forestay.'],
  ])('no sentence that gives a name to %s', async (_, name, text) => {
    expect(await quoted(name, text)).toBeUndefined();
  });

  it.each([
    ['a value', 'harbour in', 'Harbour in\n: 00ff13c9aa'],
    ['words that a field holds', 'moored state', 'Moored state\n: "moored" or "adrift".'],
    ['where it is explained', 'tide mark', 'Tide mark\n: Defined in the rules of the harbour that hang at the gate.'],
    ['a kind alone', 'consort', 'Consort\n: A rowing boat.'],
    ['the name again', 'hull', 'Hull\n: The hull to which the paint belongs.'],
    [
      'the name of a field',
      'length',
      'A record has these fields:\n\nLength\n: The number of metres from bow to stern.',
    ],
    ['a letter of a formula', 'k', 'k\n: The number of knots that a ship makes.'],
    ['what to do', 'paint', 'Paint\n: Print a warning on the hull of the boat.'],
    ['the name in other spelling', 'hull-key', 'Hull-Key\n: The public part of the hull key of a boat.'],
    ['letters', 'gear', 'Gear\n: V, S, M (a lamp worth a coin, which the keeper takes)'],
    ['the title of a book', 'Vane 1890', 'Vane 1890\n: "A View of the Harbour at Low Water.'],
    ['a change', 'client', 'Client\n: A lamp that burns in rain #214'],
    [
      'a field in a table',
      'Quay-Key',
      '| Name | Type | Meaning |\n|---|---|---|\n| Quay-Key | text | The part of a lock that a boat takes along. |',
    ],
    ['what is so', 'flag bit', 'Flag bit\n: The third bit of the record (0x20) is set to 1 for flags.'],
  ])('no label beside which stands %s', async (_, name, text) => {
    expect(await quoted(name, text)).toBeUndefined();
  });

  it('no clause or remark beside a label', async () => {
    expect(await sure('- Harbour dues: the fee that a boat pays for its berth.', 'en')).toHaveLength(1);
    expect(await sure('- Harbour dues: The office of the harbour recommends that you pay at dawn.', 'en')).toEqual([]);
    expect(await sure('- Please Note: the fee that a boat pays for its berth.', 'en')).toEqual([]);
    expect(await sure('- **係船料**: 船が岸に留まるために払う料金', 'ja')).toHaveLength(1);
    expect(await sure('- **Note**: 船が岸に留まるために払う料金', 'ja')).toEqual([]);
    expect(await sure('- **係船料**: 番人の手順を使うことで料金を減らせる可能性', 'ja')).toEqual([]);
    expect(await sure('- **係船料**: 船が岸に留まるときの払い方について｜港の手引き', 'ja')).toEqual([]);
  });

  it('nothing that tells a thing from its command by the name of the thing', async () => {
    expect(await quoted('Harbour', 'The HARBOUR command is the chief gate of the Harbour.')).toBeUndefined();
    expect(
      await quoted('Harbour', 'The HARBOUR command is the gate that ships pass to reach a port.'),
    ).not.toBeUndefined();
  });

  it('what is said of a subject under its heading, not of the text', async () => {
    expect(await under('This is the official documentation of the tide table.')).toBeUndefined();
    expect(await under('This is a list that nobody reads.')).toBeUndefined();
    expect(await under('This is a board that shows when the water is high.')).toBe(
      'a board that shows when the water is high.',
    );
  });
});

describe('an entry quotes in Japanese', () => {
  it.each([
    ['潮溜まり', '潮溜まりとは、潮が引いたあとに岩場に残る海水です（詳しくは別の章で述べます）。'],
    ['回し灯', '回し灯とは、名のとおり回る灯で、夜になると自動的に点く。'],
    ['船荷係', '船荷係は、すべての船荷の行き先を覚えておく番人である。'],
    ['乾き縄', '乾き縄とは、油を塗った縄のことで、塔の入口に二十本を備えてある。'],
    ['ISO灯', 'ISO灯とは国際規格となっている灯の形式で、点滅の速さを表します。'],
  ])('what defines %s', async (name, text) => {
    expect(await quoted(name, text, 'ja')).toContain(name);
  });

  it.each([
    ['companions', '以前', '以前とはことなり、灯は番人が替えるため、油を運べば終わりです。'],
    ['what does not go together', '潮番', '潮番とは若干相性が良くないです。'],
    ['what becomes of two', '前の帆', '前の帆とは非対称になる。'],
    ['parts', '合図の仕組み', '合図の仕組みとは送る側と受ける側の二つの面から成り立ちます。'],
    ['this place alone', 'の灯', 'ここでの灯とは、番人が夜に使う明かりのことです。'],
    ['a reason', '灯台', '灯台は岬から離れた建物であるため、油を運ぶ仕事は皆の課題です。'],
    ['a comparison', '帆船', '帆船は風で動く船であるのに対し、汽船は蒸気で動く船です。'],
    ['how it always is', '灯室番', '# 灯室番\n\n灯室番 は常に油まみれの人です。'],
    ['that it is handy', '手旗', '# 手旗\n\n手旗 は船の人にとってとても便利な道具です。'],
    ['advice', '油差し', '油差しは、灯を長く使いたいもののすぐに替えたくない番人にお勧めです。'],
    ['two states', '灯油庫', '灯油庫は完全に機械的であり、番人を置かない建物です。'],
    ['its subject again', '用語集', '# 用語集\n\n岬に関する用語集です。'],
    ['how hard it is', '潮の流れ', '潮の流れは言葉で説明しただけではわかりにくい性質です。'],
    ['that it is needed', '油樽', '油樽とは、灯を点けるうえで必要となる要素です。'],
    ['what came before', '信号旗', '今まで見てきた布は信号旗と呼ばれています。'],
    ['what is possible', '浮標', '# 浮標\n\n浮標は鎖を使うことで、沖に固定することが可能です。'],
    ['the name again', '回し灯', '回し灯は岬の塔で夜ごとに回る回し灯です。'],
    ['a text', '灯室', '# 灯室\n\nこのページは岬に建てられた塔の部屋を解説しています。'],
  ])('no sentence that tells %s', async (_, name, text) => {
    expect(await quoted(name, text, 'ja')).toBeUndefined();
  });
});
