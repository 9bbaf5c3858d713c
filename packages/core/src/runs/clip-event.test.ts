import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../domain/index.ts';
import { clipEvent } from './clip-event.ts';

function failed(details: Readonly<Record<string, unknown>>): RunEvent {
  const failure = { code: 'llm/rejected', message: 'The model refused.', details };
  return { type: 'item-failed', step: 'define', item: 'lamp', failure, tries: 3 };
}

describe('an event that is too large for a message', () => {
  it('is told with its long texts cut, and is the same event in everything else', () => {
    const event = failed({ why: 'x'.repeat(70_000), problems: ['one', 'y'.repeat(5000)], status: 400 });
    expect(clipEvent(event)).toEqual(
      failed({
        why: `${'x'.repeat(4000)}… (70000 characters)`,
        problems: ['one', `${'y'.repeat(4000)}… (5000 characters)`],
        status: 400,
      }),
    );
  });

  it('is the only one that is cut', () => {
    const event = failed({ why: 'x'.repeat(50_000) });
    expect(clipEvent(event)).toBe(event);
  });
});
