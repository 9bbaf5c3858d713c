import { describe, expect, it } from 'vitest';
import { documentId } from '../domain/index.ts';
import { digestDocument } from './digest-document.ts';
import { createReadingFinder } from './reading-finder.ts';

describe('a reading finder', () => {
  it('reads a compound by the words that the documents hold', async () => {
    const reading = createReadingFinder([await digest('発酵棚の温度を見る。発酵は静かに進む。棚は木で作る。')]);
    expect(reading('発酵')).toBe('はっこう');
    expect(reading('サーバー')).toBe('さーばー');
  });

  it('believes the author’s ruby before the dictionary', async () => {
    const reading = createReadingFinder([await digest('｜暁鐘《あけがね》が鳴る。｜暁鐘《あけがね》は古い。')]);
    expect(reading('暁鐘')).toBe('あけがね');
  });

  it('takes what stands in parentheses behind a word before the reading of a dictionary, and reads kana alike', async () => {
    const reading = createReadingFinder([await digest('応答（いらえ）は歌に似る。応答とリールを聞く。')]);
    expect([reading('応答'), reading('リール')]).toEqual(['いらえ', 'りーる']);
  });

  it('reads characters that no word joins as in other compounds, or not at all', async () => {
    const joined = createReadingFinder([await digest('昇温速度を測る。湯温も測る。温度が上昇する。速度を上げる。')]);
    expect([joined('昇温速度'), joined('湯温')]).toEqual(['しょうおんそくど', undefined]);
    const alone = createReadingFinder([await digest('焙煎機の収率と粒度を見る。生豆を煎る。')]);
    expect(['焙煎機', '焙煎', '収率', '粒度', '生豆'].map(alone)).toEqual(Array(5).fill(undefined));
  });

  it('reads a character beside a word as it is by itself', async () => {
    const reading = createReadingFinder([await digest('欠点豆を除く。豆は重い。証明書を見る。')]);
    expect([reading('欠点豆'), reading('証明書'), reading('豆')]).toEqual(['けってんまめ', 'しょうめいしょ', 'まめ']);
  });

  it('gives no reading where a part is unknown, and none to words of other scripts', async () => {
    const reading = createReadingFinder([await digest('水門が開く。')]);
    expect(reading('鑢龘')).toBeUndefined();
    expect(reading('tide gate')).toBeUndefined();
  });
});

async function digest(text: string) {
  const document = {
    id: documentId('d'),
    name: 'd.txt',
    format: 'text',
    encoding: 'utf-8',
    contentHash: 'x',
    text,
  } as const;
  return { document, ...(await digestDocument({ format: 'text', text, language: 'ja' })) };
}
