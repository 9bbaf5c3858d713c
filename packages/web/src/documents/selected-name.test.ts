import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectedName } from './selected-name.ts';

const nameOf = (text: string) => {
  const selected = selectedName(text);
  return selected?.kind === 'name' ? selected.name : selected?.kind;
};

describe('what is selected in a document', () => {
  it('is a name without the punctuation around it', () => {
    expect(nameOf('「霜見台」、')).toBe('霜見台');
    expect(nameOf(' lantern room, ')).toBe('lantern room');
    expect(nameOf('(the keeper).')).toBe('the keeper');
    expect(nameOf('霜見台」')).toBe('霜見台');
    expect(nameOf('“the keeper of')).toBe('the keeper of');
  });

  it('keeps the signs that belong to names', () => {
    for (const name of ['.NET', 'C#', 'C++', 'open()', 'St. Elmo', 'Route 4 (north)', 'ルイ・ブライユ', 'Q&A']) {
      expect(nameOf(name)).toBe(name);
    }
  });

  it('is a clause where a sentence goes on in it, and where it is wider than names are', () => {
    expect(nameOf('霜の朝、灯台は')).toBe('clause');
    expect(nameOf('The lamp is lit. Then')).toBe('clause');
    expect(nameOf('first, second')).toBe('clause');
    expect(nameOf('one paragraph\n\nanother')).toBe('clause');
    expect(nameOf('あ'.repeat(31))).toBe('clause');
    expect(nameOf('あ'.repeat(30))).toBe('あ'.repeat(30));
  });

  it('is on one line, with a space only where words have one', () => {
    expect(nameOf('霜見\n台')).toBe('霜見台');
    expect(nameOf('lantern\n  room')).toBe('lantern room');
  });

  it('is nothing where only punctuation is selected', () => {
    for (const text of ['', '  ', '。', '「', '…、']) expect(selectedName(text)).toBeUndefined();
  });

  it('stays as it is when it is selected again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z霜台ー「」()、. ]{0,12}$/u), (text) => {
        const once = selectedName(text);
        if (once?.kind === 'name') expect(selectedName(once.name)).toEqual(once);
      }),
    );
  });
});
