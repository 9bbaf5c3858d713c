import { describe, expect, it } from 'vitest';
import { analyseProse } from '../analysis/analyse-prose.ts';
import { readProse } from '../documents/read-prose.ts';
import { type Document, documentId } from '../domain/index.ts';
import { atOnce } from '../runtime/in-slices.ts';
import type { DefinitionSource } from './definition-source.ts';
import { findDefiningSentences } from './find-defining-sentences.ts';
import { findStatedDefinitions } from './find-stated-definitions.ts';

async function source(name: string, text: string): Promise<DefinitionSource> {
  const prose = readProse('markdown', text);
  const { sentences } = await analyseProse(prose, { language: 'en' });
  const id = documentId(name);
  const document: Document = { id, name, format: 'markdown', encoding: 'utf-8', contentHash: '', text };
  return { document, prose, sentences, definingSentences: findDefiningSentences(prose, sentences) };
}

describe('definitions that documents state beyond doubt', () => {
  it('are found in all documents, by name, each passage once, with its exact words', async () => {
    const sources = [
      await source('b.md', `The **mash tun** is a room that smells of malt. The mash tun is the pride of the house.`),
      await source(
        'a.md',
        `- **Mash tun**: a vessel in which malt is steeped.\n\nA **lauter tun** is a vessel that drains the wort.`,
      ),
    ];
    const found = atOnce(findStatedDefinitions(new Map([['tun', { language: 'en', names: ['mash tun'] }]]), sources));
    expect(found.get('tun')?.map(({ document, genus, evidence }) => [document, genus, evidence.quote])).toEqual([
      ['a.md', undefined, 'a vessel in which malt is steeped.'],
      ['b.md', 'room', 'The **mash tun** is a room that smells of malt.'],
    ]);
  });

  it('are none where documents only use a name', async () => {
    const sources = [await source('a.md', 'The mash tun is hot. Rinse the **mash tun** twice.')];
    expect(atOnce(findStatedDefinitions(new Map([['tun', { language: 'en', names: ['mash tun'] }]]), sources))).toEqual(
      new Map(),
    );
  });
});
