import { describe, expect, it } from 'vitest';
import { normalForm } from './normal-form.ts';

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
});
