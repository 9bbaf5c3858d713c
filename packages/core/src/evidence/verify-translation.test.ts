import { describe, expect, it } from 'vitest';
import { translationProblems } from './verify-translation.ts';

const QUOTE = 'A mooring of the Ostend type holds a boat of up to 12 metres with 4 ropes.';
const problems = (text: string, { language = 'fr', quote = QUOTE, names = ['mooring'] } = {}) =>
  translationProblems({ text, language, quote, names }).map(({ kind, word }) => `${kind} ${word}`);

describe('a translation of a quotation', () => {
  it('passes with its numbers and names, in scripts of both kinds', () => {
    expect(problems('Un amarrage de type Ostend tient un bateau de 12 mètres au plus par 4 cordages.')).toEqual([]);
    expect(problems('Ostend 型の係留は、12メートルまでの船を4本の綱で留める。', { language: 'ja' })).toEqual([]);
    const japanese = '係留とは、12メートル以下の船を4本の綱で岸につなぐことである。';
    const english = { language: 'en', quote: japanese, names: ['係留'] };
    expect(problems('Tying a boat of at most 12 metres to the bank with 4 ropes.', english)).toEqual([]);
  });

  it('adds no name, no code and no number', () => {
    const invented =
      'Un amarrage de type Ostend, décrit par Morwenna Pell, tient un bateau de 12 mètres par 4 cordages.';
    expect(problems(invented)).toEqual(['missing Morwenna', 'missing Pell']);
    expect(problems('Ostend 型の係留は、Pell 氏の船を12メートル、4本で留める。', { language: 'ja' })).toEqual([
      'missing Pell',
    ]);
    expect(problems('Un amarrage Ostend tient 3 bateaux de 12 mètres par 4 cordages.')).toEqual(['missing 3']);
    expect(problems('Un amarrage Ostend, dit moorLine, tient un bateau de 12 mètres par 4 cordages.')).toEqual([
      'missing moorLine',
    ]);
  });

  it('leaves no number and no negation out, and puts none in', () => {
    expect(problems('Un amarrage de type Ostend tient un bateau par 4 cordages.')).toEqual(['uncovered 12']);
    const quote = 'A fender never hangs above the rail.';
    const text = 'Une défense pend au-dessus de la lisse.';
    expect(problems(text, { quote })).toEqual([`negation ${text}`]);
    expect(problems('Une défense ne pend jamais au-dessus de la lisse.', { quote })).toEqual([]);
  });

  it('says about as much as what it translates', () => {
    const long = `Un amarrage tient un bateau de 12 mètres par 4 cordages. ${'Il est très beau et très solide. '.repeat(6)}`;
    expect(problems(long)).toEqual([`not-quoted ${long}`]);
    expect(problems('Un amarrage.', { quote: 'A mooring.' })).toEqual(['not-quoted A mooring.']);
  });

  it('takes the nouns of German for nouns', () => {
    expect(
      problems('Eine Vertäuung der Bauart Ostend hält ein Boot bis 12 Meter mit 4 Leinen.', { language: 'de' }),
    ).toEqual([]);
  });
});
