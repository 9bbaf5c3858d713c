import { conceptId, type ConceptId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { likelyEntries } from './likely-entries.ts';

const entry = (term: string, names: readonly string[] = []) => ({ id: conceptId(term), term, names });
const terms = (found: readonly { readonly term: string }[]) => found.map(({ term }) => term);
const nothing: ReadonlySet<ConceptId> = new Set();

describe('the entries that words may be another name of', () => {
  const entries = ['Anchor', 'Harbour light', 'Radio beacon network', 'Tide gauge'].map((term) => entry(term));

  it('begin with what looks like them, and leave none out', () => {
    const found = likelyEntries('tidal gauge', { entries, near: nothing })('');
    expect(terms(found)[0]).toBe('Tide gauge');
    expect(terms(found).toSorted()).toEqual(terms(entries));
  });

  it('begin with what the letters stand for', () => {
    expect(terms(likelyEntries('RBN', { entries, near: nothing })(''))[0]).toBe('Radio beacon network');
  });

  it('prefer what stands near where nothing looks like them', () => {
    const near = new Set([conceptId('Harbour light')]);
    expect(terms(likelyEntries('pharos', { entries, near })(''))[0]).toBe('Harbour light');
  });

  it('know other names, whatever the kana', () => {
    const japanese = [entry('茶葉', ['ちゃば']), entry('発酵', ['醗酵'])];
    expect(terms(likelyEntries('チャバ', { entries: japanese, near: nothing })(''))[0]).toBe('茶葉');
  });

  it('are those that answer what is typed, the best answers first', () => {
    const find = likelyEntries('tidal gauge', { entries, near: nothing });
    expect(terms(find('ra'))).toEqual(['Radio beacon network']);
    expect(terms(find('net'))).toEqual(['Radio beacon network']);
    expect(find('zzz')).toEqual([]);
  });

  it('stay in their order where nothing tells them apart', () => {
    expect(terms(likelyEntries('xyz', { entries, near: nothing })(''))).toEqual(terms(entries));
  });
});
