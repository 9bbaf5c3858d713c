import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CollationEntry, compareEntries, indexLetter } from './collation.ts';

const entry = (text: string, reading?: string): CollationEntry =>
  reading === undefined ? { text, language: 'en' } : { text, reading, language: 'ja' };

describe('the order of entries', () => {
  it('is signs and digits, Latin letters, kana in gojūon order, then other scripts', () => {
    const ordered = ['.env', '3D', 'alpha', 'Éclair', 'eclipse', 'load test', 'loading', 'Zone'].map((text) =>
      entry(text),
    );
    ordered.push(
      entry('係留', 'けいりゅう'),
      entry('サーバ'),
      entry('サーバー'),
      entry('潮位', 'ちょうい'),
      entry('はし'),
      entry('バス'),
      entry('ワイヤ'),
      entry('Яхта'),
    );
    expect(ordered.toReversed().toSorted(compareEntries)).toEqual(ordered);
  });

  it('puts each entry under the letter that people look for', () => {
    const entries = [
      entry('.env'),
      entry('éclair'),
      entry('ガス'),
      entry('潮位', 'ちょうい'),
      entry('ぱん'),
      entry('ゎ'),
      entry('яхта'),
    ];
    expect(entries.map(indexLetter)).toEqual(['#', 'E', 'か', 'た', 'は', 'わ', 'Я']);
  });

  it('puts Japanese words without a reading under one heading, Chinese ones under their first character', () => {
    const words = ['焙煎機', '湯温'].map((text) => ({ text, language: 'ja' }));
    expect([...words, { text: '潮汐', language: 'zh' }].map(indexLetter)).toEqual(['他', '他', '潮']);
  });

  it('is the same whatever the order was before', () => {
    const entries = fc.array(
      fc.constantFrom('a', 'A', 'á', 'b c', 'bc', 'か', 'ガ', 'カー', '1', '-', '字', 'я').map((text) => entry(text)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(entries, (list) => {
        expect(list.toReversed().toSorted(compareEntries)).toEqual(list.toSorted(compareEntries));
      }),
    );
  });
});
