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
    ['Dr. Vane lit it at 5 p.m. on Monday. He left.', ['Dr. Vane lit it at 5 p.m. on Monday.', 'He left.']],
  ])('of %j in English', async (text, sentences) => {
    expect(await sentencesOf('en', text)).toEqual(sentences);
  });

  it('of other languages begin with no small letter', async () => {
    const text = 'De wachter beklimt de toren. lampd schrijft een logboek.';
    expect(await sentencesOf('nl', text)).toEqual([text]);
  });
});
