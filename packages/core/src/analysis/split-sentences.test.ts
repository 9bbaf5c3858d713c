import { describe, expect, it } from 'vitest';
import { analyzerFor } from './analyzers/index.ts';

const sentencesOf = async (language: string, text: string): Promise<string[]> => {
  const analyzer = await analyzerFor(language).load(language);
  return analyzer.analyse(text).map(({ start, end }) => text.slice(start, end));
};

describe('sentences', () => {
  it.each([
    ['The keeper climbs the tower. lampd writes a log.', ['The keeper climbs the tower.', 'lampd writes a log.']],
    ['The lamp burns oil. wickctl trims it.', ['The lamp burns oil. wickctl trims it.']],
    ['See the section on wicks, oils etc. and then go on.', ['See the section on wicks, oils etc. and then go on.']],
    ['It is about the keeper. and nothing else.', ['It is about the keeper. and nothing else.']],
    ['The needle turns to N. The keeper steers.', ['The needle turns to N.', 'The keeper steers.']],
    ['The log of J. T. Vane and A. Thewlis is lost.', ['The log of J. T. Vane and A. Thewlis is lost.']],
    ['Dr. Vane lit it at 5 p.m. on Monday. He left.', ['Dr. Vane lit it at 5 p.m. on Monday.', 'He left.']],
  ])('of %j in English', async (text, sentences) => {
    expect(await sentencesOf('en', text)).toEqual(sentences);
  });

  it('of other languages begin with no small letter', async () => {
    const text = 'De wachter beklimt de toren. lampd schrijft een logboek.';
    expect(await sentencesOf('nl', text)).toEqual([text]);
  });

  it('go on in Japanese behind a bracket that ends with dots', async () => {
    const sentences = ['船具とは、船に積む道具(錨、綱 ...)を指す言葉です。', '倉に置きます。'];
    expect(await sentencesOf('ja', sentences.join(''))).toEqual(sentences);
  });
});
