import { describe, expect, it } from 'vitest';
import { en } from '../../words/en.ts';
import { formsText, hasCase, readForms, tellMatching, withBoundary, withMatching } from './matching.ts';

const lamp = { text: 'lamp', kind: 'term', status: 'preferred', form: 'full' } as const;

describe('how a name is looked for', () => {
  it('has the forms that were typed, whatever comma parts them, each once', () => {
    expect(readForms({ isCaseSensitive: true }, 'oxen, ox’s、牛，oxen,')).toEqual({
      isCaseSensitive: true,
      forms: ['oxen', 'ox’s', '牛'],
    });
    expect(readForms({ forms: ['oxen'] }, ' ')).toEqual({});
    const kept = { boundary: 'whole', forms: ['oxen', 'oxes'] } as const;
    expect(readForms(kept, formsText(kept))).toEqual(kept);
  });

  it('is as usual again where nothing else is chosen', () => {
    expect(withBoundary(withBoundary({}, 'part'), 'usual')).toEqual({});
    const part = withMatching([lamp], 'lamp', { boundary: 'part' });
    expect(part).toEqual([{ ...lamp, matching: { boundary: 'part' } }]);
    expect(withMatching(part, 'lamp', {})).toEqual([lamp]);
  });

  it('is told in a few words, and not at all where it is as usual', () => {
    expect(tellMatching(undefined, en)).toBe('');
    expect(tellMatching({ isCaseSensitive: true, forms: ['oxen', 'oxes'] }, en)).toBe(
      `${en.entries.toldCase} · ${en.entries.toldForms('oxen and oxes')}`,
    );
  });

  it('asks for capitals only where there are any', () => {
    expect([hasCase('API'), hasCase('サーバー'), hasCase('API仕様')]).toEqual([true, false, true]);
  });
});
