import { describe, expect, it } from 'vitest';
import { tellError } from './tell-error.ts';
import { problemInJapanese } from './tell-problem.ts';

describe('what is wrong, in Japanese', () => {
  it('keeps numbers and names in their places', () => {
    expect(problemInJapanese('a name is at most 200 characters long')).toBe('名前は 200 文字までです');
    expect(problemInJapanese('"灯台" stands twice')).toBe('"灯台" が二度あります');
  });

  it('tells what stands within', () => {
    expect(problemInJapanese('row 12: it is damaged')).toBe('12 行目: 壊れています');
  });

  it('is a part of the whole sentence', () => {
    const error = { code: 'entry/invalid', message: 'x', details: { problem: 'a statement is empty' } };
    expect(tellError(error, 'ja')).toBe('この用語は保存できません: 空の文があります');
    const name = { code: 'document/invalid-name', message: 'x', details: { name: 'a\\b', why: 'has a backslash' } };
    expect(tellError(name, 'ja')).toBe('「a\\b」は文書の名前に使えません: 「\\」があります');
  });

  it('stays as it was said where nobody knows it', () => {
    expect(problemInJapanese('the moon is full')).toBe('the moon is full');
    expect(problemInJapanese('constructor')).toBe('constructor');
    expect(problemInJapanese('')).toBe('');
  });
});
