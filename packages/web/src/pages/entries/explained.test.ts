import { describe, expect, it } from 'vitest';
import { whyUnexplained } from './explained.ts';

const scoreParts = [{ name: 'frequency', value: 1.5 }] as never;

describe('an entry without a definition', () => {
  it('that was just added was not looked for yet', () => {
    expect(whyUnexplained({ isAdded: true, occurrences: 5, scoreParts: [] })).toBe('notLookedFor');
  });

  it('that a run has looked at is used, but never explained', () => {
    expect(whyUnexplained({ isAdded: true, occurrences: 5, scoreParts })).toBe('unexplained');
    expect(whyUnexplained({ isAdded: false, occurrences: 5, scoreParts })).toBe('unexplained');
  });

  it('that stands nowhere is not used at all', () => {
    expect(whyUnexplained({ isAdded: true, occurrences: 0, scoreParts: [] })).toBe('unused');
  });
});
