import { describe, expect, it } from 'vitest';
import { en } from '../../words/en.ts';
import { ja } from '../../words/ja.ts';
import { toldName, toldRelation } from './told-name.ts';

describe('a name in a comparison', () => {
  it('says its status in the language of the reader', () => {
    expect(toldName('capstan (forbidden)', en)).toBe('capstan (not to be used)');
    expect(toldName('巻揚機 (deprecated)', ja)).toBe('巻揚機 (旧称)');
  });

  it('is as it is written where it has no status', () => {
    expect(toldName('winch', ja)).toBe('winch');
    expect(toldName('winch (electric)', ja)).toBe('winch (electric)');
  });
});

describe('a relation in a comparison', () => {
  it('says its kind in the language of the reader', () => {
    expect(toldRelation('broader hoisting gear', en)).toBe('is a kind of hoisting gear');
    expect(toldRelation('broader 荷役機械', ja)).toBe(`${ja.entries.relations.broader} 荷役機械`);
  });
});
