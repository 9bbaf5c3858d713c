import { describe, expect, it } from 'vitest';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { readProse } from '../documents/read-prose.ts';
import { atOnce } from '../runtime/in-slices.ts';
import { annotatedWords } from './annotated-words.ts';
import { gatherMentions } from './gather-mentions.ts';
import { rankCandidates } from './rank-candidates.ts';

async function ranked(...texts: readonly string[]) {
  const documents = texts.map(async (text) => {
    const prose = readProse('text', text);
    const { sentences } = await analyseProse(prose);
    return { mentions: gatherMentions(prose, sentences) };
  });
  return atOnce(rankCandidates(await Promise.all(documents))).candidates;
}

const given = (text: string) => {
  const prose = readProse('text', text);
  return annotatedWords(prose).map(({ start, end, reading }) => [prose.text.slice(start, end), reading]);
};

async function annotationOf(text: string): Promise<number | undefined> {
  const watch = (await ranked(text)).find(({ key }) => key === '潮番');
  return watch?.parts.find(({ name }) => name === 'annotated')?.value;
}

describe('words whose reading is given', () => {
  it('have ruby, or hiragana in parentheses behind them', () => {
    expect(given('｜凪守《なぎもり》が砂鐘（すながね）を鳴らす。')).toEqual([
      ['凪守', 'なぎもり'],
      ['砂鐘', 'すながね'],
    ]);
  });

  it('are not words with a remark, another name or too short a reading behind them', () => {
    expect(given('砂鐘（古い）と制御盤（パネル）と港湾管理事務所（かんり）を見る。')).toEqual([]);
  });

  it('are names wherever they stand, whatever words a dictionary makes of them', async () => {
    const text = '吠鐘《ほえがね》が鳴る。夜になると吠鐘を聞く者はいない。人々は吠鐘を恐れ、吠鐘の番を替わる。';
    const candidates = await ranked(text);
    expect(candidates.find(({ key }) => key === '吠鐘')).toMatchObject({ frequency: 4 });
    expect(candidates.findIndex(({ key }) => key === '吠鐘')).toBe(0);
  });

  it('rank before words that stand as often, unless a text gives the reading of every word', async () => {
    const plain = `${'浜の舟は朝の潮を待つ。'.repeat(10)}潮番が笛を吹く。`;
    expect(await annotationOf(plain)).toBeUndefined();
    expect(await annotationOf(plain.replace('潮番', '潮番《しおばん》'))).toBeGreaterThan(0.5);
    const everything =
      '浜《はま》の舟《ふね》は朝《あさ》の潮《しお》を待《ま》つ。潮番《しおばん》が笛《ふえ》を吹《ふ》く。';
    expect(await annotationOf(everything)).toBeUndefined();
  });

  it('are compounds, which two characters do not make short', async () => {
    const candidates = await ranked('凪守《なぎもり》は浜を見る。凪守は舟を数える。');
    const partsOf = (key: string) => candidates.find((one) => one.key === key)?.parts.map(({ name }) => name) ?? [];
    expect(partsOf('凪守')).not.toContain('short');
    expect(partsOf('浜')).toContain('short');
  });
});

describe('a space between Japanese words', () => {
  it('parts them, but not beside Latin letters or between katakana', async () => {
    const text = '名簿：凪沢　書記。ログ ファイルを Web サーバーに置く。ログ ファイルは Web サーバーにある。';
    const keys = (await ranked(text)).map(({ key }) => key);
    expect(keys.filter((key) => key.includes('凪沢'))).not.toContain('凪沢 書記');
    expect(keys).toEqual(expect.arrayContaining(['ログファイル', 'web サーバ']));
  });
});
