import { describe, expect, it } from 'vitest';
import { documentId, type Term } from '../domain/index.ts';
import { atOnce } from '../runtime/in-slices.ts';
import { digestDocument } from './digest-document.ts';
import { draftConcepts } from './draft-concepts.ts';
import { placeConcepts } from './place-concepts.ts';

const text = 'The bilge alarm rings. Test the bilge alarm. An alarm is a bell that calls the crew. The alarm rang.\n';

describe('the places of a name', () => {
  it('are those within a longer name too when that is no entry', async () => {
    expect(await uses('alarm', 'bilge alarm')).toEqual({ alarm: 2, 'bilge alarm': 2 });
    expect(await uses('alarm')).toEqual({ alarm: 4 });
  });
});

/** How often each of the entries is used, when both were terms and these alone are entries. */
async function uses(...entries: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const document = {
    id: documentId('d'),
    name: 'd.md',
    format: 'markdown',
    encoding: 'utf-8',
    contentHash: '',
    text,
  } as const;
  const digests = [{ ...(await digestDocument(document)), document }];
  const terms = ['alarm', 'bilge alarm'].map(term);
  const drafts = atOnce(draftConcepts(terms, digests));
  const kept = drafts.filter(({ designations }) => entries.includes(designations[0]?.text ?? ''));
  const placed = atOnce(placeConcepts(kept, terms, digests));
  return Object.fromEntries(placed.map((one) => [one.designations[0]?.text ?? '', one.occurrences.length]));
}

function term(name: string): Term {
  return {
    key: name,
    language: 'en',
    term: name,
    kind: 'term',
    forms: [{ text: name, count: 2 }],
    frequency: 2,
    documentFrequency: 1,
    score: 1,
    parts: [],
    reason: 'required',
  };
}
