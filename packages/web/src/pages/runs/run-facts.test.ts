import { projectId, runId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import type { RunInfo } from '../../data/shapes.ts';
import { en } from '../../words/en.ts';
import { ja } from '../../words/ja.ts';
import { runFacts } from './run-facts.ts';
import { runsSearch, toggled } from './runs-search.ts';

const plain: RunInfo = {
  id: runId('a'),
  projectId: projectId('p'),
  scope: 'full',
  status: 'completed',
  attempt: 1,
  counts: { done: 4, failed: 0, reused: 0 },
  usage: { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpricedCalls: 0 },
  failedItems: [],
  createdAt: 0,
  startedAt: 1000,
  finishedAt: 61_000,
  firstSeq: 1,
  lastSeq: 9,
  settings: { title: 'Glossary', models: {} },
  outcome: { entries: 60, added: 60, changed: 0, removed: 0, addedNames: [], removedNames: [] },
};
const asked: RunInfo = {
  ...plain,
  id: runId('b'),
  usage: { calls: 12, inputTokens: 3000, outputTokens: 500, cost: 0.12, unpricedCalls: 0 },
  budget: { cost: 0.5 },
  settings: {
    title: 'Glossary',
    styleGuide: 'Short sentences.',
    models: { define: { provider: 'openai', model: 'harbour', temperature: 0.2 } },
  },
  outcome: { entries: 60, added: 1, changed: 14, removed: 1, addedNames: [], removedNames: [] },
};

describe('two runs side by side', () => {
  it('say what differs between them, and leave out what neither has', () => {
    const facts = runFacts([plain, asked], en);
    const differing = facts.filter(({ differs }) => differs).map(({ name, values }) => [name, ...values]);
    expect(differing).toEqual([
      ['Define by', 'the built-in engine', 'openai/harbour and temperature 0.2'],
      ['Style guide', 'none', 'Short sentences.'],
      ['Budget', 'none', '$0.50'],
      ['Questions', 'none', '12'],
      ['Tokens', 'none', '3,000 in, 500 out'],
      ['Cost', 'none', '$0.12'],
      ['Entries changed', '0 changed, 60 added, 0 removed', '14 changed, 1 added, 1 removed'],
    ]);
    const names = facts.map(({ name }) => name);
    expect(names).not.toContain('Language');
    expect(runFacts([plain, plain], en).map(({ name }) => name)).not.toContain('Cost');
    expect(new Set(names).size).toBe(names.length);
  });

  it('never call free what has no known price', () => {
    const unpriced: RunInfo = { ...asked, usage: { ...asked.usage, cost: 0, unpricedCalls: 12 } };
    expect(runFacts([asked, unpriced], ja).find(({ name }) => name === '費用')?.values).toEqual([
      '$0.12',
      '費用は不明',
    ]);
  });

  it('are the last two that were chosen', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(runId);
    if (a === undefined || b === undefined || c === undefined) throw new Error('Three runs.');
    expect(toggled([a, b], c)).toEqual([b, c]);
    expect(toggled([a, b], a)).toEqual([b]);
    expect(runsSearch({ compare: ['a', 'a', 'b', 3] })).toEqual({ compare: ['a', 'b'] });
    expect(runsSearch({ compare: 'a' })).toEqual({ compare: undefined });
  });
});
