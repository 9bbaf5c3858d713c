import { describe, expect, it } from 'vitest';
import { countRules, shareWrong } from './count-rules.ts';

const issue = (rule: string, state: 'open' | 'resolved' | 'dismissed', reason?: 'not-a-problem' | 'duplicate') => ({
  rule,
  kind: 'form' as const,
  state,
  ...(reason === undefined ? {} : { reason }),
});

describe('the quality of the review', () => {
  it('is counted by rule: what was found, what people made of it', () => {
    const counts = countRules([
      issue('too-long', 'open'),
      issue('circular', 'resolved'),
      issue('circular', 'dismissed', 'not-a-problem'),
      issue('circular', 'dismissed', 'duplicate'),
      issue('circular', 'open'),
    ]);
    expect(
      counts.map(({ rule, found, open, resolved, dismissed }) => [rule, found, open, resolved, dismissed]),
    ).toEqual([
      ['circular', 4, 1, 1, 2],
      ['too-long', 1, 1, 0, 0],
    ]);
    expect(counts.map(shareWrong)).toEqual([1 / 3, undefined]);
  });
});
