import { describe, expect, it } from 'vitest';
import { documentId } from '../domain/index.ts';
import { contextAt } from './entry-contexts.ts';

describe('a place of a plain text', () => {
  it('is shown without the readings that stand in it', () => {
    const text = '凪《なぎ》は潮守《しおもり》を待つ。｜Lamp《ランプ》の灯［＃「灯」に傍点］が';
    expect(read(text, '潮守')).toEqual(['凪は', '潮守', 'を待つ。Lampの灯が']);
    expect(read(text, 'Lamp')).toEqual(['凪は潮守を待つ。', 'Lamp', 'の灯が']);
    expect(read('霧《きり》羅針が', '霧《きり》羅針')).toEqual(['', '霧羅針', 'が']);
  });

  it('shows no half of a reading where it is cut, and keeps what is no reading', () => {
    expect(read('凪《なぎ》は潮守《しおもり》を', 'は', 2)).toEqual(['', 'は', '潮守']);
    expect(read('凪《なぎ》は潮守《しおもり》を', 'は', 4)).toEqual(['', 'は', '潮守']);
    expect(read('本《霧の物語》を', '霧')).toEqual(['本《', '霧', 'の物語》を']);
  });
});

function read(text: string, word: string, width = 80): readonly string[] {
  const start = text.indexOf(word);
  const document = { id: documentId('d'), name: 'novel.txt', lineStarts: [0], format: 'text' } as const;
  const { before, match, after } = contextAt({ document, text, range: { start, end: start + word.length }, width });
  return [before, match, after];
}
