import { describe, expect, it } from 'vitest';
import { en } from '../words/en.ts';
import { ja } from '../words/ja.ts';
import { tellWork } from './tell-work.ts';

const outcome = { entries: 59, added: 2, changed: 1, removed: 0, addedNames: [], removedNames: [] };

describe('what a run did', () => {
  it('is told by what it made of the glossary', () => {
    expect(tellWork({ done: 1, reused: 8, failed: 0 }, outcome, en)).toBe(
      '59 entries · 2 new · 1 changed · 8 items kept from before',
    );
    expect(tellWork({ done: 1, reused: 0, failed: 1 }, outcome, ja)).toBe(
      '用語 59 件 · 新規 2 件 · 変更 1 件 · 失敗 1 件',
    );
  });

  it('says so where everything is as it was', () => {
    const same = { ...outcome, added: 0, changed: 0 };
    expect(tellWork({ done: 0, reused: 0, failed: 0 }, same, en)).toBe('59 entries · none of them changed');
  });

  it('is told by its work where nothing came of it', () => {
    expect(tellWork({ done: 3, reused: 0, failed: 1 }, undefined, en)).toBe('3 items done · 1 failed');
  });
});
