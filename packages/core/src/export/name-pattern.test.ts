import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../testing/conformance/exporter.ts';
import { namePattern, type NamePatternOptions } from './name-pattern.ts';
import { plainLine } from './plain-line.ts';

/** What is found in a text, by JavaScript with and without `u`: both must agree. */
function found(name: string, text: string, options: NamePatternOptions = {}): readonly string[] {
  const pattern = namePattern(name, options);
  const [one, other] = ['g', 'gu'].map((flags) => [...text.matchAll(new RegExp(pattern, flags))].map(([all]) => all));
  expect(one).toEqual(other);
  return one ?? [];
}

describe('the pattern of a name', () => {
  it('parts words where their scripts do', () => {
    expect(found('node', 'a node, node_modules, nodes, nœud, Node')).toEqual(['node']);
    expect(found('API', 'APIは公開です。APIs, 公開API')).toEqual(['API', 'API']);
    expect(found('データ', 'データはデータベースとビッグデータに、生データ')).toEqual(['データ', 'データ']);
    expect(found('サーバ', 'サーバとサーバー')).toEqual(['サーバ']);
    expect(found('検潮', 'この検潮所で')).toEqual(['検潮']);
    expect(found('潮', '大潮、潮。')).toEqual(['潮']);
    expect(found('노드', '노드는 새노드')).toEqual(['노드']);
    expect(found('C++', 'C++ and C++11, not AC++')).toEqual(['C++', 'C++']);
  });

  it('keeps to whole words, or goes into them, where a person says so', () => {
    expect(found('検潮', '検潮所は検潮を', { boundary: 'whole' })).toEqual(['検潮']);
    expect(found('node', 'subnodes', { boundary: 'part' })).toEqual(['node']);
  });

  it('goes over line breaks', () => {
    expect(found('harbour driver', 'a harbour\n  driver')).toEqual(['harbour\n  driver']);
  });

  it('leaves longer names alone, but not what only begins like them', () => {
    const within = [
      { before: 'under-', after: '' },
      { before: '', after: ' gauge' },
      { before: '', after: ' table' },
    ];
    const text = 'under-keel clearance, keel clearance table, keel clearance tables, thunder-keel clearance';
    expect(found('keel clearance', text, { within })).toHaveLength(2);
  });

  it('finds any name in itself, whatever characters it has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(...hostileTexts), (any, hostile) => {
        for (const name of [any, hostile, any + hostile].map(plainLine)) {
          if (name !== '') expect(found(name, `。${name}。`)).toEqual([name]);
        }
      }),
    );
  });
});
