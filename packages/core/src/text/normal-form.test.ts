import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, normalForm } from './normal-form.ts';

const ascii = fc.string({ unit: 'binary-ascii' });

describe('normalForm', () => {
  it.each([
    ['Load Balancers', 'load balancer'],
    ['load-balancer', 'load balancer'],
    ['policies', 'policy'],
    ['status', 'status'],
    ['classes', 'class'],
    ['node’s', 'node'],
    ['ＡＰＩ', 'api'],
    ['key_value store', 'key value store'],
  ])('makes one of the English variants of %s', (text, expected) => {
    expect(normalForm(text, 'en')).toBe(expected);
  });

  it.each([
    ['サーバー', 'サーバ'],
    ['ｻｰﾊﾞｰ', 'サーバ'],
    ['データ・センター', 'データセンタ'],
    ['APIサーバー', 'apiサーバ'],
    ['キー', 'キー'],
    ['量子もつれ', '量子もつれ'],
  ])('makes one of the Japanese variants of %s', (text, expected) => {
    expect(normalForm(text, 'ja')).toBe(expected);
  });

  it('keeps the plural of a language that it does not know', () => {
    expect(normalForm('Éoliennes', 'fr')).toBe('éoliennes');
  });

  it('is the same for plain words, which are looked at less closely, as for others', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z]{1,12}(?: [A-Za-z]{1,9}){0,2}$/u),
        fc.constantFrom('en', 'fr', 'ja'),
        (word, language) => {
          expect(normalForm(word, language)).toBe(normalForm(`${word} `, language));
        },
      ),
    );
  });
});

describe('foldText', () => {
  it('folds ASCII, which is looked at less closely, like any text', () => {
    fc.assert(
      fc.property(ascii, (text) => {
        expect(foldText(text)).toBe(foldText(`${text}あ`).slice(0, -1));
      }),
    );
  });
});
