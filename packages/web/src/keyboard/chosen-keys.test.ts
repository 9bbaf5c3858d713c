import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChosenKeys, commandsOn, keysOf, whyNot, withKeys, withUsualKeys } from './chosen-keys.ts';
import { command, commandNames } from './commands.ts';

const free = commandNames.filter((name) => command(name).isFixed !== true);
const choice = fc.record({
  name: fc.constantFrom(...free),
  keys: fc.constantFrom('a', 'j', 'r', '1', 'mod+s', 'mod+j', 'g e', 'g z', 'Space', undefined),
});

/** What somebody has after choosing again and again; undefined takes the usual key back. */
function after(choices: readonly { name: (typeof free)[number]; keys: string | undefined }[]): ChosenKeys {
  return choices.reduce<ChosenKeys>((chosen, { name, keys }) => {
    if (keys === undefined) return withUsualKeys(chosen, name);
    return whyNot(name, keys) === undefined ? withKeys(chosen, name, keys) : chosen;
  }, {});
}

describe('keys that somebody chooses', () => {
  it('never mean two things on one page, whatever is chosen in which order', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 12 }), (choices) => {
        const chosen = after(choices);
        for (const name of commandNames) {
          const keys = keysOf(name, chosen);
          if (keys !== undefined) expect(commandsOn(keys, name, chosen), `${name} on ${keys}`).toEqual([]);
        }
      }),
    );
  });

  it('are kept only where they differ from the usual ones', () => {
    const other = withKeys({}, 'terms.require', 'q');
    expect(other).toEqual({ 'terms.require': 'q' });
    expect(withUsualKeys(other, 'terms.require')).toEqual({});
  });

  it('are taken from whoever had them on the same page, and from nobody else', () => {
    expect(withKeys({}, 'terms.require', 'x')).toEqual({ 'terms.require': 'x', 'terms.exclude': null });
    expect(withKeys({}, 'terms.require', 'p')).toEqual({ 'terms.require': 'p' });
  });

  it('end no sequence that begins with them', () => {
    expect(commandsOn('g', 'list.next', {})).toContain('go.entries');
    expect(whyNot('list.next', 'g')).toBe('kept');
  });

  it('leave the keys of the browser and of typing alone', () => {
    expect(whyNot('terms.require', 'mod+c')).toBe('kept');
    expect(whyNot('terms.require', 'Tab')).toBe('kept');
    expect(whyNot('editing.save', 'b')).toBe('typed');
    expect(whyNot('editing.save', 'mod+b')).toBeUndefined();
  });

  it('are ignored where a command that is no more had them', () => {
    expect(withKeys({ 'gone.long-ago': 'j' }, 'list.next', 'b')).toEqual({ 'list.next': 'b' });
  });
});
