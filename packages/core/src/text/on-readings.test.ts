import { expect, test } from 'vitest';
import { learnOnReadings } from './on-readings.ts';

const learn = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(learnOnReadings(new Map(Object.entries(words))));

test('a word of two characters tells how both are read', () => {
  expect(learn({ 温度: 'おんど', 上昇: 'じょうしょう', 機械: 'きかい' })).toEqual({
    温: 'おん',
    度: 'ど',
    上: 'じょう',
    昇: 'しょう',
    機: 'き',
    械: 'かい',
  });
});

test.each([
  ['that can be parted in two ways', { 会期: 'かいき' }],
  ['that is read the Japanese way', { 物見: 'ものみ' }],
  ['of more or fewer characters', { 湯: 'ゆ', 温度計: 'おんどけい' }],
  ['with kana', { 煎り: 'いり' }],
])('a word %s tells nothing', (_, words) => {
  expect(learn(words)).toEqual({});
});

test('a character that is read in two ways is not answered, a swallowed beat is not learnt', () => {
  expect(learn({ 重量: 'じゅうりょう', 貴重: 'きちょう' })).toEqual({ 量: 'りょう', 貴: 'き' });
  expect(learn({ 欠点: 'けってん' })).toEqual({ 点: 'てん' });
});
