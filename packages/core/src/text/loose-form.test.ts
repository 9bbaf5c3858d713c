import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looseForm } from './loose-form.ts';
import { normalForm } from './normal-form.ts';

describe('the loose form', () => {
  it.each([
    ['en', 'set-up', 'setup'],
    ['en', 'tide table', 'tidetable'],
    ['en', 'harbour master', 'harbor master'],
    ['en', 'digitisation', 'digitization'],
    ['en', 'metre', 'meter'],
    ['en', 'labelling', 'labeling'],
    ['en', 'logs rotation', 'log rotation'],
    ['en', 'E. coli', 'e coli'],
    ['fr', 'marée', 'maree'],
    ['ja', 'コンピュータ室', 'コンピューター室'],
    ['ja', 'インタフェース', 'インターフェース'],
    ['ja', 'ヴァイオリン', 'バイオリン'],
    ['ja', 'ねじ', 'ネジ'],
    ['ja', '取り扱い', '取扱'],
    ['ja', '引き渡し日', '引渡し日'],
    ['ja', 'ファイル サーバ', 'ファイルサーバー'],
  ])('is the same in %s for %s and %s', (language, one = '', other = '') => {
    expect(looseForm(one, language)).toBe(looseForm(other, language));
  });

  it.each([
    ['en', 'lock', 'clock'],
    ['en', 'analysis', 'analyst'],
    ['en', 'hour', 'hor'],
    ['ja', '光の柱', '光柱'],
    ['ja', 'サーバ', 'サブ'],
    ['ja', '送信', '送り先'],
  ])('differs in %s for %s and %s', (language, one, other) => {
    expect(looseForm(one, language)).not.toBe(looseForm(other, language));
  });

  it('is never finer than the normal form', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', 'S', 's', '-', ' ', '.', 'é', 'サ', 'ー', 'バ', '取', 'り', '扱'),
    });
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom('en', 'ja', 'fr'), (one, other, language) => {
        fc.pre(normalForm(one, language) === normalForm(other, language));
        expect(looseForm(one, language)).toBe(looseForm(other, language));
      }),
    );
  });
});
