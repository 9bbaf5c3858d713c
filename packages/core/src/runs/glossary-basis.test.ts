import { describe, expect, it } from 'vitest';
import { conceptId, type Document, documentId } from '../domain/index.ts';
import type { BuildInput } from './build-input.ts';
import { type BasisParts, glossaryBasis } from './glossary-basis.ts';

const document: Document = {
  id: documentId('d'),
  name: 'lamp.md',
  format: 'markdown',
  encoding: 'utf-8',
  contentHash: 'abc',
  text: 'A lamp.',
};
const other: Document = { ...document, id: documentId('e'), name: 'lens.md' };

const asked: BuildInput = {
  title: 'Lighthouses',
  paths: ['/docs'],
  languageModel: { settings: { provider: 'openai', model: 'some' }, steps: ['define'] },
};

const parts: BasisParts = {
  program: 'one',
  asked,
  documents: [document, other],
  handedIn: [other],
  termLists: { required: [{ pattern: 'lamp', note: 'The light.' }], excluded: [{ pattern: 'sea' }] },
  givenNames: new Map([[conceptId('c'), [{ text: 'lantern' }]]]),
};

const documents = (change: Partial<Document>): Partial<BasisParts> => ({
  documents: [{ ...document, ...change }, other],
});
const input = (change: Partial<BuildInput>): Partial<BasisParts> => ({ asked: { ...asked, ...change } });

/** One of each kind of thing that a build depends on. */
const changes: Readonly<Record<string, Partial<BasisParts>>> = {
  'the program': { program: 'two' },
  'the text of a document': documents({ contentHash: 'abd' }),
  'the name of a document': documents({ name: 'lamps.md' }),
  'the format of a document': documents({ format: 'text' }),
  'the encoding of a document': documents({ encoding: 'shift_jis' }),
  'a document more': { documents: [document, other, { ...other, id: documentId('f'), name: 'tower.md' }] },
  'a document less': { documents: [document] },
  'who gave a document': { handedIn: [] },
  'the title': input({ title: 'Lamps' }),
  'the language': input({ language: 'en' }),
  'the limit': input({ limit: 10 }),
  'the style guide': input({ styleGuide: 'Short.' }),
  'the language of definitions': input({ outputLanguage: 'ja' }),
  'the language of messages': input({ messageLanguage: 'ja' }),
  'the language model': input({
    languageModel: { settings: { provider: 'openai', model: 'other' }, steps: ['define'] },
  }),
  'what the model does': input({
    languageModel: { settings: { provider: 'openai', model: 'some' }, steps: ['review'] },
  }),
  'the model of one step': input({ stepModels: { review: { provider: 'openai', model: 'some' } } }),
  'a required term': { termLists: { ...parts.termLists, required: [] } },
  'an excluded term': { termLists: { ...parts.termLists, excluded: [] } },
  'the note of a term': { termLists: { ...parts.termLists, required: [{ pattern: 'lamp' }] } },
  'a name that a person gave': { givenNames: new Map() },
  'how a name is looked for': {
    givenNames: new Map([[conceptId('c'), [{ text: 'lantern', matching: { isCaseSensitive: true } }]]]),
  },
};

describe('the basis of a glossary', () => {
  it.each(Object.entries(changes))('changes with %s', (_name, change) => {
    expect(glossaryBasis({ ...parts, ...change })).not.toBe(glossaryBasis(parts));
  });

  it('is another one for each of these', () => {
    const all = Object.values(changes).map((change) => glossaryBasis({ ...parts, ...change }));
    expect(new Set(all).size).toBe(all.length);
  });

  it('stays whoever asks, however often, and whether words of calls are kept', () => {
    const again = { ...asked, request: 'another', keepsCallTexts: true };
    expect(glossaryBasis({ ...parts, asked: again })).toBe(glossaryBasis(parts));
  });
});
