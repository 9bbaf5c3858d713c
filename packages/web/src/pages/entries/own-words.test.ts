import type { Definition, Support } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { doubtOf, ownSupport } from './own-words.ts';

const written = (author: Definition['author'], ...supports: readonly Support[]): Definition => ({
  author,
  state: author === 'person' ? 'edited' : 'drafted',
  confidence: 0.5,
  revision: 1,
  statements: supports.map((support) => ({
    text: 'A tray is a shallow box.',
    role: 'definition',
    support,
    evidence: [],
  })),
});

describe('what a person wrote', () => {
  it('is never marked as doubtful', () => {
    for (const support of ['supported', 'weak', 'unsupported'] as const) {
      expect(doubtOf({ current: written('person', support) }, { support })).toBeUndefined();
    }
  });

  it('says how much of it has a passage behind it', () => {
    expect(ownSupport(written('person', 'unsupported'))).toBe('none');
    expect(ownSupport(written('person', 'supported', 'unsupported'))).toBe('some');
    expect(ownSupport(written('person', 'supported', 'weak'))).toBe('all');
  });
});

describe('what an engine or a model wrote', () => {
  it('is marked where its passages do not bear it', () => {
    expect(doubtOf({ current: written('built-in', 'supported') }, { support: 'supported' })).toBeUndefined();
    expect(doubtOf({ current: written('language-model', 'weak') }, { support: 'weak' })).toBe('weak');
    expect(doubtOf({ current: written('language-model', 'unsupported') }, { support: 'unsupported' })).toBe(
      'unsupported',
    );
  });
});
