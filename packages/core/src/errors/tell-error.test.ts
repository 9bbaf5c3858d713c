import { describe, expect, it } from 'vitest';
import { tellError } from './tell-error.ts';

const message = 'The thing failed.';

describe('an error in Japanese', () => {
  it('says what happened with what it knows', () => {
    expect(tellError({ code: 'project/name-taken', message, details: { name: '手引き' } }, 'ja')).toBe(
      '「手引き」という名前のプロジェクトがすでにあります。',
    );
    expect(tellError({ code: 'llm/timeout', message, details: { provider: 'ollama', afterMs: 30_400 } }, 'ja')).toBe(
      'ollama が 30 秒以内に答えませんでした。',
    );
    expect(tellError({ code: 'storage/not-found', message, details: { what: 'entry', id: 'e1' } }, 'ja')).toBe(
      '用語（e1）はもうありません。',
    );
  });

  it('tells the one that it is about in Japanese too', () => {
    const failure = { code: 'storage/disk-full', message, details: { path: 'glossary.db' } };
    expect(tellError({ code: 'run/not-started', message, details: { tries: 10, failure } }, 'ja')).toBe(
      `実行を 10 回続けて始められませんでした: ${tellError(failure, 'ja')}`,
    );
  });

  it('is told in English where English is read', () => {
    expect(tellError({ code: 'project/name-taken', message, details: { name: '手引き' } }, 'en')).toBe(message);
  });

  it('stays as it was made where nobody knows its code, or it comes with other details', () => {
    expect(tellError({ code: 'later/version', message, details: {} }, 'ja')).toBe(message);
    expect(tellError({ code: 'constructor', message }, 'ja')).toBe(message);
    expect(tellError({ code: 'request/invalid', message, details: { problem: 'x' } }, 'ja')).toBe(message);
    expect(tellError({ code: 'project/name-taken', message }, 'ja')).toBe(message);
    expect(tellError({ code: 'project/name-taken', message, details: {} }, 'ja')).toBe(message);
  });
});
