import type { TermIndex, TermQuery } from '@genglossary/client';
import { categoryId, conceptId } from '@genglossary/core/domain';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbenchTerm } from './shapes.ts';
import { TermTable } from './term-table.ts';

function indexOf(terms: readonly string[], changes: Partial<TermIndex> = {}): TermIndex {
  return {
    ids: terms.map((_, place) => conceptId(`id-${place}`)),
    terms,
    forms: terms.map(() => ''),
    readings: terms.map(() => ''),
    languages: terms.map(() => 'en'),
    kinds: terms.map(() => 'term'),
    frequencies: terms.map((term) => term.length),
    documentFrequencies: terms.map(() => 1),
    scores: terms.map((_, place) => -place),
    decisions: terms.map(() => 'kept'),
    kept: terms.map((_, place) => place),
    added: 0,
    entries: {},
    categories: {},
    ...changes,
  };
}

function shown(table: TermTable, query: TermQuery): string[] | undefined {
  const rows = table.rows('list', query);
  return rows && Array.from({ length: rows.count }, (_, index) => rows.at(index)?.term ?? '');
}

const harbour = indexOf(['fog bell', 'lamp', 'サーバ', 'lamp room'], {
  forms: ['fog bells\nFog Bell', '', 'サーバー', ''],
  decisions: ['kept', 'cut', 'required', 'cut'],
  kept: [0],
  entries: { 0: { id: conceptId('entry'), term: 'bell' } },
  categories: { 1: categoryId('lights') },
});

describe('a table of terms', () => {
  it('finds terms by any of their forms, whatever their case, width or kana', () => {
    const table = new TermTable(harbour);
    expect(shown(table, { text: 'BELLS' })).toEqual(['fog bell']);
    expect(shown(table, { text: 'さーばー' })).toEqual(['サーバ']);
    expect(shown(table, { text: ' lamp' })).toEqual(['lamp', 'lamp room']);
    expect(shown(table, { text: 'nothing' })).toEqual([]);
  });

  it('finds terms by how they are read', () => {
    const table = new TermTable(indexOf(['霜見台', 'lamp'], { readings: ['しもみだい', ''] }));
    expect(shown(table, { text: 'シモミ' })).toEqual(['霜見台']);
  });

  it('filters by decisions, categories and words, and sorts by numbers, best first where they are equal', () => {
    const table = new TermTable(harbour);
    expect(shown(table, { decision: 'cut' })).toEqual(['lamp', 'lamp room']);
    expect(shown(table, { categoryId: 'lights' })).toEqual(['lamp']);
    expect(shown(table, { categoryId: null })).toEqual(['fog bell', 'サーバ', 'lamp room']);
    expect(shown(table, { isMultiWord: true, isReversed: true })).toEqual(['lamp room', 'fog bell']);
    expect(shown(table, { sort: 'frequency' })).toEqual(['lamp room', 'fog bell', 'lamp', 'サーバ']);
    expect(shown(table, { sort: 'documents' })).toEqual(['fog bell', 'lamp', 'サーバ', 'lamp room']);
  });

  it('leaves to the server what it cannot know', () => {
    const table = new TermTable(harbour);
    expect(table.rows('list', { sort: 'term' })).toBeUndefined();
    expect(table.rows('list', { sort: 'decision' })).toBeUndefined();
    expect(table.rows('list', { minFrequency: 2 })).toBeUndefined();
  });

  it('says of a term what the server said last', () => {
    const table = new TermTable(harbour);
    const bell = table.rows('list', {})?.at(0);
    expect(bell).toMatchObject({ rank: 1, isKept: true, decision: 'kept', entry: { term: 'bell' } });
    expect(bell?.forms.slice(1)).toEqual([
      { text: 'fog bells', count: 0 },
      { text: 'Fog Bell', count: 0 },
    ]);
    const told: WorkbenchTerm = { ...(bell as WorkbenchTerm), decision: 'excluded' };
    table.tell([told]);
    expect(table.rows('list', {})?.at(0)).toBe(told);
    expect(shown(table, { decision: 'kept' })).toEqual([]);
    expect(shown(table, { decision: 'excluded' })).toEqual(['fog bell']);
  });

  it('finds the same for who types and deletes letter by letter as for who asks once', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ア') });
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters), fc.nat(3), (terms, asked, prepared) => {
        const index = indexOf(terms);
        const table = new TermTable(index);
        for (let turn = 0; turn < prepared; turn += 1) table.prepare();
        for (const text of asked) expect(shown(table, { text })).toEqual(shown(new TermTable(index), { text }));
      }),
    );
  });

  it('is prepared when all names are', () => {
    const table = new TermTable(indexOf(Array.from({ length: 2500 }, (_, place) => `bell ${place}`)));
    expect([table.prepare(), table.prepare(), table.prepare(), table.prepare()]).toEqual([false, false, true, true]);
    expect(shown(table, { text: 'bell 2499' })).toEqual(['bell 2499']);
  });

  it('tells where each of its rows stands, and of no other', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ') })),
        fc.constantFrom('', 'a', 'ab'),
        (terms, text) => {
          const rows = new TermTable(indexOf(terms)).rows('list', { text, sort: 'frequency' });
          const found = Array.from({ length: rows?.count ?? 0 }, (_, index) => rows?.at(index));
          const ids = found.map((row) => row?.id ?? '');
          expect(ids.map((id) => rows?.indexOf(id))).toEqual(ids.map((_, index) => index));
          const wanted = terms.filter((term) => term.includes(text.trim()));
          expect(new Set(found.map((row) => row?.term))).toEqual(new Set(wanted));
          expect(found.length).toBe(wanted.length);
          const others = terms.map((_, place) => `id-${place}`).filter((id) => !ids.some((one) => one === id));
          expect(others.every((id) => rows?.indexOf(id) === -1)).toBe(true);
        },
      ),
    );
  });
});
