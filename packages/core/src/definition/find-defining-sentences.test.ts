import { describe, expect, it } from 'vitest';
import type { Block, BlockKind, Mark, Prose, Sentence } from '../domain/index.ts';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { analyzerFor } from '../analysis/analyzers/index.ts';
import { readProse } from '../documents/read-prose.ts';
import { DEFINING_SCORE, QUOTABLE_SCORE } from './defining-sentence.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';

describe('findDefiningSentences', () => {
  it.each([
    ['ja', '潮溜まりとは、潮が引いたあとに岩場に残る海水のことです。', '潮溜まり'],
    ['ja', '見張り台は、沖の船を昼夜見守るための建物です。', '見張り台'],
    ['ja', '船の向きを変えるために船尾に取り付けられた板を舵と呼びます。', '舵'],
    ['ja', '凪守というのは、浜の鐘を鳴らす役目の者だ。', '凪守'],
    ['ja', '凪守は、日没に浜の鐘を鳴らす家のことだ。', '凪守'],
    ['ja', '凪墨は、貝殻を砕いて溶いた墨で、暗がりで淡く光る。', '凪墨'],
    ['ja', '舫い屑（綱から抜け落ちた繊維）は、篭に集める。', '舫い屑'],
    ['ja', '潮が引き始める時刻を引き初めといい、番人が帳面に書く。', '引き初め'],
    ['fr', 'Un phare est une tour qui guide les navires la nuit.', 'phare'],
    ['fr', 'On appelle marée basse le moment où la mer se retire.', 'marée basse'],
    ['nl', 'Een vuurtoren is een toren die schepen in de nacht de weg wijst.', 'vuurtoren'],
    ['nl', 'Onder springtij verstaan we het hoogste getij van de maand.', 'springtij'],
    ['ja', '防波堤の目的は、港の中の水面を静かに保つことです。', '防波堤'],
    ['de', 'Ein Leuchtturm ist ein Turm, der Schiffen nachts den Weg weist.', 'Leuchtturm'],
    ['fr', "L'amarrage désigne l'action d'attacher un bateau au quai.", 'amarrage'],
    ['fr', 'Le carénage consiste à nettoyer la coque hors de l’eau.', 'carénage'],
    ['fr', 'Par étiage, on entend le niveau le plus bas du fleuve en été.', 'étiage'],
    ['fr', 'Le musoir, c’est la pointe arrondie qui termine la jetée.', 'musoir'],
    ['fr', 'La carène est la partie de la coque qui reste sous l’eau.', 'carène'],
    ['nl', 'Met de vloedlijn bedoelen we de rand van het strand waar het water komt.', 'vloedlijn'],
    ['nl', 'Met het kielzog wordt het spoor bedoeld dat een schip trekt.', 'kielzog'],
    ['nl', 'Kielhalen noemt men het schoonmaken van de romp op het droge.', 'Kielhalen'],
    ['nl', 'De boeg is het deel van het schip dat vooraan door het water gaat.', 'boeg'],
    ['nl', 'Het touw waarmee het zeil wordt gehesen, wordt een val genoemd.', 'val'],
    ['de', 'Mit dem Kielwasser ist die Spur gemeint, die ein Schiff zieht.', 'Kielwasser'],
    ['de', 'Als Tidenhub bezeichnet man den Unterschied zwischen Hoch- und Niedrigwasser.', 'Tidenhub'],
    ['de', 'Kalfatern nennt man das Abdichten der Fugen zwischen den Planken.', 'Kalfatern'],
    ['de', 'Der Bug ist der Teil des Schiffes, der vorn durch das Wasser geht.', 'Bug'],
  ])('finds what a %s sentence defines: %s', (language, text, subject) => {
    const [best] = findDefiningSentences(...read([['paragraph', text]], language));
    expect(best?.subject).toBe(subject);
    expect(best?.score).toBeGreaterThanOrEqual(DEFINING_SCORE);
  });

  it.each([
    ['ja', '灯台に上るには許可が必要です。'],
    ['ja', '灯台は港の再建に向けた第一歩です。'],
    ['ja', '番人（北の岬）は、油を運ぶ。'],
    ['ja', '灯台守は油に汚れた手で、古い扉を開けた。'],
    ['ja', 'これは古い灯台です。'],
    ['ja', '灯台は便利です。'],
    ['ja', '灯台守は、夜ごとの当番の交代を記録します。'],
    ['ja', '灯台は海から見えるべきです。'],
    ['ja', '灯台守は油の樽をひとつ選んだ。'],
    ['ja', '灯台は覚えやすいです。'],
    ['ja', '灯台は海に近いので、霧の夜にも見えます。'],
    ['ja', '灯台守は無線で、沖の船に天気を知らせます。'],
    ['ja', '油を替えることで、灯台は明るくなる必要があります。'],
    ['ja', '新しい灯台はまだ試験の段階です。'],
    ['ja', '信号旗は船長が選びたいわけではなく、港が決めるのです。'],
    ['ja', '灯室とは、むしろ船の目のようなものです。'],
    ['ja', '灯室は番人に身近なものです。'],
    ['ja', '灯室は夜に特別な油が必要です。'],
    ['ja', '灯室は三つの窓を持ちます: 北の窓、南の窓、そして海を見るための窓です。'],
    ['ja', '番人はデフォルトで岬を見守る人です。'],
    ['ja', '灯台は港の不可欠な要素であり、多くの船が頼りにする建物です。'],
    ['ja', '信号旗は省略可能な項目です。'],
    ['ja', '灯台は港の重要な要素です。'],
    ['ja', '見張り台は岬に立っていますが、夜に船を見守るための場所です。'],
    ['ja', '灯室は機械室のようなものです。'],
    ['ja', 'LVは必須の高さを表し、 COLOR は旗の色を表します。'],
    ['ja', 'ここまで見てきたように、信号旗は船に送る言葉を表すものです。'],
    ['ja', 'デフォルトの設定では、信号旗は岬の番人が選ぶ旗です。'],
    ['ja', '防波堤は特別なケースです。'],
    ['ja', '新しい灯台は現在建設を準備中です。'],
    ['ja', '従来は、灯室に油の樽がある塔でした。'],
    ['ja', '無線は船に天気を知らせる主な方法です。'],
    ['ja', '霧笛の見回りは夜の鐘と同等です。'],
    ['ja', '帆の検査は、港に入る船の安全を守るために不可欠です。'],
    ['ja', '手旗は、岬で使われる最も簡単な合図です。'],
    ['ja', '警鐘は夜の港で重要な役割を果たします。'],
    ['ja', '霧の日の旗は赤で、鐘は番人が鳴らす合図です。'],
    ['ja', '見張り台は港でよく見かける存在です。'],
    ['ja', '信号旗は岬で強く推奨される道具です。'],
    ['ja', '電灯は新しい種類の明かりです。'],
    ['ja', '灯室は岬の北に新しく建てられた二つめの石造りの塔の一部です。'],
    ['ja', 'NOTE: 岬では霧の日の合図を鐘と呼びます。'],
    ['ja', '昼の旗とは互いに取り替えられる合図です。'],
    ['ja', '灯台は岬の「大きな目」です。'],
    ['ja', '見張りは港でとてもよく頼まれる仕事です。'],
    ['ja', '手旗は港で広く用いられる合図です。'],
    ['ja', '潮の表は港の暮らしの基礎となります。'],
    ['ja', '北の棚は油の樽の保管用です。'],
    ['ja', '見張り台は沖の船を見守るのに適切な場所です。'],
    ['ja', '防波堤は多くの港の基本的な構成要素です。'],
    ['nl', 'De netten worden elke avond door twee mannen gedroogd.'],
    ['nl', 'De boeg is een deel van het schip.'],
    ['de', 'Die Netze werden am Abend getrocknet.'],
    ['fr', 'Il est un gardien de longue date.'],
    ['fr', 'La raison est une panne du générateur.'],
    ['fr', 'Le phare est-il une tour ?'],
    ['nl', 'Dit is een oude toren met een lamp.'],
    ['nl', 'De reden is een gebrek aan olie.'],
  ])('finds nothing where a %s sentence only says something: %s', (language, text) => {
    const found = findDefiningSentences(...read([['paragraph', text]], language));
    expect(found.filter(({ score }) => score >= DEFINING_SCORE)).toEqual([]);
  });

  it('cuts no word to find a name before 「とは」', async () => {
    const prose = readProse('text', '浜の人びとは、朝の鐘で一日を始める者たちである。');
    const { sentences } = await analyseProse(prose);
    expect(findDefiningSentences(prose, sentences).map(({ subject }) => subject)).not.toContain('浜の人び');
  });

  it('takes the name from the heading where the first sentence only says "this is"', () => {
    const [best] = findDefiningSentences(
      ...read(
        [
          ['heading', 'Vuurtoren'],
          ['paragraph', 'Dit is een toren die schepen de weg wijst.'],
        ],
        'nl',
      ),
    );
    expect(best).toMatchObject({ subject: 'Vuurtoren', place: 'title', pattern: 'this-is' });
  });

  it('reads definition lists in a language it does not know', () => {
    const [prose, sentences] = read(
      [
        ['definition-term', 'majakka'],
        ['definition-text', 'Torni, joka opastaa laivoja yöllä.'],
      ],
      'fi',
    );
    expect(findDefiningSentences(prose, sentences)).toMatchObject([{ subject: 'majakka', pattern: 'definition-list' }]);
  });

  it('trusts a label most under a heading that announces a glossary', async () => {
    const item = ['list-item', 'Keel: a beam that runs along the bottom of a hull'] as const;
    const english = await analyzerFor('en').load('en');
    const under = (heading: string) => {
      const [prose] = read([['heading', heading], item], 'en');
      const analysed = english.analyse(item[1]).map(({ start, end, tokens }) => ({
        start: start + heading.length + 1,
        end: end + heading.length + 1,
        tokens: tokens.map((token) => {
          return { ...token, start: token.start + heading.length + 1, end: token.end + heading.length + 1 };
        }),
        block: 1,
        language: 'en',
      }));
      return findDefiningSentences(prose, analysed).map(({ place, score }) => ({ place, score }))[0];
    };
    expect(under('Terms used here')).toEqual(under('Terminology'));
    expect(under('Terminology')?.place).toBe('title');
    expect(under('Terminology')?.score).toBeGreaterThan(under('Shipyard')?.score ?? 1);
  });

  it.each([
    'lampd: support is planned for spring',
    'keeper: light the lamp that stands on the quay',
    'draught: the draught of a hull that is loaded',
    'draught: draught mark',
    'keeper: certificates that were signed in the tower',
    'description: a paper that lies in the tower',
    '--draught: a path to the file that holds the depths',
    'anchors: the stern and bow anchors that lie on a ship',
    'Ferry: timetable and drawings',
    'Ferry: the following part of the timetable',
    'Tide office: Records the heights that the gauges send',
    'Tide office: The gauges let you read the heights that the sea has reached',
    'Tide office: Added a second gauge that reads the heights of the tide',
  ])('takes no remark after a label for a definition: %s', async (text) => {
    const english = await analyzerFor('en').load('en');
    const [prose] = read([['list-item', text]], 'en');
    const sentences = english.analyse(text).map((sentence) => ({ ...sentence, block: 0, language: 'en' }));
    expect(findDefiningSentences(prose, sentences).filter(({ score }) => score >= DEFINING_SCORE)).toEqual([]);
  });

  it.each([
    'They repaint the harbour buoys, a process that takes a week.',
    'Just like pilots and keepers, a fisherman has a licence that lies on board.',
    'The tool is called lampd.',
    'The draught is an optional field that holds a number.',
    'Buoys are a common part of every harbour that sees fog.',
    'To start, carry the oil to the lamp room, a room that stands above the stairs, and wait.',
    'Fog horns are a stable feature of the harbour.',
    'Lamps are one of the most powerful parts of a tower, but easily broken.',
    'A fog bell is a bell like any other, which hangs on the quay.',
    'Lampd is a first-class citizen in the tower that is run by a keeper.',
    'Buoys are painted as red cones when they lie on the left side.',
    'By default, the lamp is a light that burns all night.',
    'Buoys are the focus of the yearly repair.',
    'A bell buoy is a special case where the keeper sets the light.',
    'Flags are the main way to send words to a ship.',
    'A fog bell is a highly recommended part of any tower that sees fog.',
    'The keeper counts nets, lines, or buoys of the kind that your harbour has.',
    'Lamps will show the number of a berth, use words that the pilot knows.',
    'Wildcard flags are a normal part of the harbour code.',
    'The signal lamp is a powerful tool, and it is easily broken.',
    'Harbour fees include the fee for the pilot and the fee for the quay.',
    'State represents the state of a lamp or a horn.',
    'Berths are defined by the length of the quay.',
    'The quay is used by nets, boats and crews that have a licence to fish.',
  ])('does not take for a definition what only looks like one: %s', async (text) => {
    const english = await analyzerFor('en').load('en');
    const [prose] = read([['paragraph', text]], 'en');
    const sentences = english.analyse(text).map((sentence) => ({ ...sentence, block: 0, language: 'en' }));
    expect(findDefiningSentences(prose, sentences).filter(({ score }) => score >= DEFINING_SCORE)).toEqual([]);
  });

  it('takes labels under a heading of parameters for names of that program alone', () => {
    const item = ['list-item', '錨: 船を海の底に留めるための重り'] as const;
    const under = (heading: string) =>
      findDefiningSentences(...read([['heading', heading], item], 'ja')).filter(({ subject }) => subject === '錨');
    expect(under('船の道具')).toHaveLength(1);
    expect(under('引数')).toEqual([]);
  });

  it('takes what a table of fields says for no definition', () => {
    expect(namesInTable('フィールド')).toEqual([]);
    expect(namesInTable('設備')).toContain('潮門');
  });

  it.each(['This is the first bell that hangs at the gate.', 'This is a short overview of the bells that hang here.'])(
    'takes what is said of the place in a row, or of the text, for nothing that a heading names: %s',
    async (text) => {
      const prose = readProse('markdown', `# Gate bell\n\n${text}`);
      const { sentences } = await analyseProse(prose, { language: 'en' });
      expect(findDefiningSentences(prose, sentences)).toEqual([]);
    },
  );

  it('takes what has happened for no meaning of a state in a table', () => {
    expect(namesInTable('状態', '意味')).toContain('潮門');
    expect(namesInTable('状態', '意味', 'もう門が閉じられています。')).toEqual([]);
    expect(namesInTable('用語', '意味', 'もう門が閉じられています。')).toEqual(['潮門']);
  });

  it('is not sure enough of a sentence that repeats the name to quote it', async () => {
    const english = await analyzerFor('en').load('en');
    const scoreOf = (text: string) => {
      const [prose] = read([['paragraph', text]], 'en');
      const sentences = english.analyse(text).map((sentence) => ({ ...sentence, block: 0, language: 'en' }));
      return findDefiningSentences(prose, sentences)[0]?.score ?? 0;
    };
    expect(scoreOf('A tide table is the printed copy of a tide table.')).toBeLessThan(QUOTABLE_SCORE);
    expect(scoreOf('A tide table is the printed copy of a list that holds tides.')).toBeGreaterThan(QUOTABLE_SCORE);
  });

  it('takes a verb after a Japanese label for no definition', () => {
    expect(labelled('船を海の底に固定する')).toEqual([]);
    expect(labelled('船を海の底に固定する重り')).toHaveLength(1);
  });

  it.each([
    '港の入口に二つ目の鐘を追加',
    '霧の中で船を呼ぶ必要がある場合',
    '夜に入る船の数と潮位',
    '番人より優れた見張り',
    '油を運ぶ手間を減らすために',
  ])('takes what is done, when and how much for no definition of a Japanese label: %s', (text) => {
    expect(labelled(text)).toEqual([]);
  });

  it('takes from the heading what a Japanese sentence leaves unsaid', () => {
    expect(
      inJapanese(
        ['heading', '潮門'],
        ['paragraph', '港の水位を一定に保つために船の出入りに合わせて開閉される水門です。'],
      ),
    ).toMatchObject([{ subject: '潮門', pattern: 'this-is', place: 'title' }]);
    const withSubject = ['paragraph', '番人は、港の水位を保つために閉じられる門を見守る人です。'] as const;
    expect(inJapanese(['heading', '潮門'], withSubject).map(({ subject }) => subject)).toEqual(['番人']);
  });

  it('takes what a Japanese definition list says that something does for no definition', () => {
    const told = inJapanese(['definition-term', '消灯'], ['definition-text', '番人は夜明けに灯を落とします。']);
    expect(told.filter(({ score }) => score >= QUOTABLE_SCORE)).toEqual([]);
    const defined = inJapanese(['definition-term', '消灯'], ['definition-text', '夜明けに灯を落とす決まり。']);
    expect(defined).toMatchObject([{ subject: '消灯', explicit: 'glossary' }]);
  });

  it('takes what is so of something else for no definition in an English definition list', async () => {
    const english = await analyzerFor('en').load('en');
    const under = (name: string, text: string) => {
      const [prose] = read(
        [
          ['definition-term', name],
          ['definition-text', text],
        ],
        'en',
      );
      const offset = name.length + 1;
      const sentences = english.analyse(text).map(({ start, end, tokens }) => ({
        start: start + offset,
        end: end + offset,
        tokens: tokens.map((token) => ({ ...token, start: token.start + offset, end: token.end + offset })),
        block: 1,
        language: 'en',
      }));
      return findDefiningSentences(prose, sentences).filter(({ score }) => score >= QUOTABLE_SCORE);
    };
    expect(under('moored', 'The boat has reached the quay.')).toEqual([]);
    expect(under('adrift', 'The anchor failed.')).toEqual([]);
    expect(under('adrift', 'The anchor lost the ground.')).toEqual([]);
    expect(under('Large buoys', 'Northern Buoy 7')).toEqual([]);
    expect(under('gate lamp', 'A lamp hung from the gate.')).toHaveLength(1);
    expect(under('Signing', 'Performs additional checks of the papers.')).toEqual([]);
    expect(under('Using oars', 'A way to move a boat without a sail.')).toEqual([]);
    expect(under('Option 2', 'A boat that has two sails.')).toEqual([]);
    expect(under('tide gate', 'The gate that keeps the water in the harbour.')).toHaveLength(1);
    expect(under('tide gate', 'A tide gate keeps the water in the harbour.')).toHaveLength(1);
  });

  it.each([
    ['What we call a night berth is a place where a boat may lie until dawn.', 'night berth'],
    ['First bell is the moment at which the harbour opens.', 'First bell'],
    ['The bow is the part of a ship that meets the water first.', 'bow'],
  ])('finds what an English sentence defines: %s', async (text, subject) => {
    const prose = readProse('text', text);
    const { sentences } = await analyseProse(prose, { language: 'en' });
    const [best] = findDefiningSentences(prose, sentences);
    expect(best?.subject).toBe(subject);
    expect(best?.score).toBeGreaterThanOrEqual(QUOTABLE_SCORE);
  });

  it('takes a polite "becomes" after a kind of thing for "is"', () => {
    const text = '見張り台は、沖の船を昼夜見守る建物となります。';
    expect(findDefiningSentences(...read([['paragraph', text]], 'ja'))[0]).toMatchObject({ pattern: 'wa-desu' });
  });

  it('finds a kind that is named by an adjective before a participle', async () => {
    const text = 'A sounding is a periodic performed every hour by the keeper.';
    const english = await analyzerFor('en').load('en');
    const [prose] = read([['paragraph', text]], 'en');
    const sentences = english.analyse(text).map((sentence) => ({ ...sentence, block: 0, language: 'en' }));
    expect(findDefiningSentences(prose, sentences)[0]?.subject).toBe('sounding');
  });

  it('takes a sentence with a topic of its own for a remark about the label', () => {
    const text = '標識: 港で使う既定の標識は、番号と色の組み合わせです。';
    const found = findDefiningSentences(
      ...read([['list-item', text]], 'ja', [{ kind: 'strong', start: 0, end: 2, value: '' }]),
    );
    expect(found.filter(({ subject, score }) => subject === '標識' && score >= DEFINING_SCORE)).toEqual([]);
  });

  it('takes a translated name with the long form in brackets for a name, not for a definition', () => {
    const text = 'HTB: 港湾交通局(Harbour Traffic Board)';
    const found = findDefiningSentences(
      ...read([['list-item', text]], 'ja', [{ kind: 'strong', start: 0, end: 3, value: '' }]),
    );
    expect(found).toEqual([]);
  });

  it('tells what opens a section about its subject', () => {
    const [prose, sentences] = read(
      [
        ['heading', 'Vuurtoren'],
        ['paragraph', 'Een vuurtoren is een toren die schepen de weg wijst.'],
        ['paragraph', 'Een vuurtoren is een gebouw dat licht geeft.'],
      ],
      'nl',
    );
    expect(findDefiningSentences(prose, sentences).map(({ opens }) => opens)).toEqual([true, undefined]);
  });

  it('reads a marked name with a colon as a definition of that name', () => {
    const text = 'Keel: a beam that runs along the bottom of a hull';
    const [prose, sentences] = read([['list-item', text]], 'en', [{ kind: 'strong', start: 0, end: 4, value: '' }]);
    const found = findDefiningSentences(prose, sentences).find(({ pattern }) => pattern === 'marked-name');
    expect(found?.subject).toBe('Keel');
    expect(prose.text.slice(found?.definitionStart, found?.definitionEnd)).toBe(
      'a beam that runs along the bottom of a hull',
    );
  });
});

/** What is found of the anchor where these words follow it as a label. */
function inJapanese(...blocks: readonly (readonly [BlockKind, string])[]) {
  return findDefiningSentences(...read(blocks, 'ja'));
}

/** The names that a table defines whose columns have these headers. */
function namesInTable(
  header: string,
  meaning = '説明',
  text = '潮門は、港の水位を保つために閉じられる門です。',
): string[] {
  const [prose, sentences] = read(
    [
      ['table-header', header],
      ['table-header', meaning],
      ['table-cell', '潮門'],
      ['table-cell', text],
    ],
    'ja',
  );
  const blocks = prose.blocks.map((block, index) => ({ ...block, row: index < 2 ? 0 : 1, column: index % 2 }));
  return findDefiningSentences({ ...prose, blocks }, sentences).map(({ subject }) => subject);
}

function labelled(text: string) {
  const found = findDefiningSentences(...read([['list-item', `錨: ${text}`]], 'ja'));
  return found.filter(({ subject }) => subject === '錨');
}

function read(
  blocks: readonly (readonly [BlockKind, string])[],
  language: string,
  marks: readonly Mark[] = [],
): [Prose, Sentence[]] {
  const made: Block[] = [];
  let text = '';
  let section = -1;
  for (const [kind, words] of blocks) {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? words : `${text}\n${words}`;
    made.push({ kind, start, end: text.length, level: kind === 'heading' ? 1 : 0, section, row: -1, column: -1 });
    if (kind === 'heading') section = made.length - 1;
  }
  const sentences = made.map(({ start, end }, block) => ({ start, end, block, language, tokens: [] }));
  const alignment = { prose: [0], proseLength: [text.length], original: [0], originalLength: [text.length] };
  return [{ text, blocks: made, marks, alignment }, sentences];
}
