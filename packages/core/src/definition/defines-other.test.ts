import { describe, expect, it } from 'vitest';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { readProse } from '../documents/read-prose.ts';
import { definesOther } from './defines-other.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';

/** What the first sentence of a text defines beside these names. */
async function beside(text: string, ...names: readonly string[]): Promise<string | undefined> {
  const prose = readProse('text', text);
  const { sentences } = await analyseProse(prose, { language: 'en' });
  const definingSentences = findDefiningSentences(prose, sentences);
  const [first] = sentences;
  return definesOther({ definingSentences }, first ?? { start: 0, end: 0 }, { names: new Set(names), language: 'en' });
}

describe('a sentence beside a name', () => {
  const text = 'A night-watch bell is a bell that calls the crew. It hangs beside the mast.';

  it('may define a longer name that the name is a part of, also of hyphenated words', async () => {
    expect(await beside(text, 'watch')).toBe('longer');
    expect(await beside(text, 'bell')).toBe('longer');
  });

  it('defines the thing itself where the name goes on with what it is of', async () => {
    expect(await beside('The bell of a ship is a bell that calls the crew.', 'bell')).toBeUndefined();
    expect(await beside('The bell of a ship is a bell that calls the crew.', 'ship')).toBe('longer');
  });

  it('may define another thing', async () => {
    expect(await beside(text, 'crew')).toBe('other');
    expect(await beside(text, 'bel')).toBe('other');
  });

  it('may define the very thing, or nothing', async () => {
    expect(await beside(text, 'watch', 'night watch bell')).toBeUndefined();
    expect(await beside('It hangs beside the mast.', 'mast')).toBeUndefined();
  });
});
