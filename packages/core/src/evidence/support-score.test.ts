import { describe, expect, it } from 'vitest';
import { supportScores } from './support-score.ts';

const sentences = [
  'The lock keeper opens the paddles and water fills the chamber.',
  'A lock has a chamber with gates at both ends.',
  'Boats rise in the lock when water fills its chamber.',
  'The windlass turns the spindle of a paddle.',
  'A windlass is carried by every crew and fits the square spindle.',
  'Without a windlass the spindle cannot be turned.',
  'The weather was fine and the crew was happy.',
  '閘室は水門の間にあり、船を上下させる。',
  '水門の扉は閘室の水位が等しくなると開く。',
  '滑車は綱の向きを変える車輪である。',
  '綱は滑車の溝を通る。',
];
const entries = [
  { names: ['lock'], language: 'en' },
  { names: ['windlass'], language: 'en' },
  { names: ['閘室'], language: 'ja' },
  { names: ['滑車'], language: 'ja' },
];

const spread = (row: readonly number[]) => Math.max(...row) - Math.min(...row);

describe('the score of a text for an entry', () => {
  it('is highest for the entry that the documents speak of in such words', () => {
    const texts = [
      'A chamber between gates in which water lifts boats.',
      'A crank that fits a spindle.',
      '水門の間で船の水位を変える場所。',
      '綱の向きを変える車輪。',
    ];
    const scores = supportScores(texts, entries, sentences);
    for (const [text, row] of scores.entries()) expect(row.indexOf(Math.max(...row))).toBe(text);
  });

  it('gains nothing by words that stand everywhere', () => {
    const scores = supportScores(['It was the and of a.', 'A crank for the spindle.'], entries, sentences);
    const [common = [], telling = []] = scores;
    expect(spread(common)).toBeLessThan(spread(telling));
  });

  it('is 0 where there is nothing to go by', () => {
    expect(supportScores(['A word.'], [{ names: ['quay'], language: 'en' }], [])).toEqual([[0]]);
    expect(supportScores([], entries, sentences)).toEqual([]);
  });
});
