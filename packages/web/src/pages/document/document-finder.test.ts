import { documentId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { documentFinder } from './document-finder.ts';

const document = (name: string) => ({ id: documentId(name), name });
const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);
const documents = ['a/intro.md', 'a/power.md', 'b/power-station.md', '手引き.txt'].map(document);

describe('the documents that one may go to', () => {
  it('begin with those that were read last, and keep the order of the others', () => {
    const find = documentFinder(documents, [documentId('手引き.txt'), documentId('gone'), documentId('a/power.md')]);
    expect(names(find(''))).toEqual(['手引き.txt', 'a/power.md', 'a/intro.md', 'b/power-station.md']);
  });

  it('are found by a part of their path', () => {
    const find = documentFinder(documents, []);
    expect(names(find('POWER'))).toEqual(['a/power.md', 'b/power-station.md']);
    expect(names(find('b/'))).toEqual(['b/power-station.md']);
    expect(names(find('てびき'))).toEqual([]);
  });

  it('are the last read of those that answer as well', () => {
    const find = documentFinder(documents, [documentId('b/power-station.md')]);
    expect(names(find('power'))).toEqual(['b/power-station.md', 'a/power.md']);
  });
});
