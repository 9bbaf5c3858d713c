import { describe, expect, it } from 'vitest';
import { documentId, type Term } from '../domain/index.ts';
import { atOnce } from '../runtime/in-slices.ts';
import { digestDocument } from './digest-document.ts';
import { draftConcepts } from './draft-concepts.ts';

describe('the concepts of a document', () => {
  it('know by which of their names they are used', async () => {
    const text =
      'The lamp hour ledger (LHL) is an account. Lamp-hour ledgers burn; the LHL is safe. Keep the LHLs dry.\n';
    const [concept] = await draft(
      text,
      term('en', 'lamp hour ledger', ['lamp hour ledger', 'Lamp-hour ledgers', 'LHL']),
    );
    expect(concept?.designations.map((one) => one.text)).toEqual(['lamp hour ledger', 'LHL']);
    const used = concept?.occurrences.map(({ range, designation }) => [
      text.slice(range.start, range.end),
      designation,
    ]);
    expect(used).toEqual([
      ['lamp hour ledger', 0],
      ['LHL', 1],
      ['Lamp-hour ledgers', 0],
      ['LHL', 1],
      ['LHLs', 1],
    ]);
  });

  it('list no English plural as another name in Japanese', async () => {
    const text = 'Buoyは浮標である。buoysは三つある。\n';
    const [concept] = await draft(text, term('ja', 'Buoy', ['Buoy', 'buoys']));
    expect(concept?.designations.map((one) => one.text)).toEqual(['Buoy']);
    expect(concept?.occurrences.map(({ designation }) => designation)).toEqual([0, 0]);
  });

  it('leave a sentence about a longer name to the entry of that name', async () => {
    const text = 'Harl lights.\n\nA Harl ledger is a book that lies in the tower.\n\nThe ledger is dry at Harl.\n';
    const terms = [term('en', 'Harl ledger', ['Harl ledger']), term('en', 'ledger', ['ledger'])];
    const [longer, shorter] = await draft(text, ...terms);
    expect(longer?.definition?.statements.map(({ role }) => role)).toEqual(['definition']);
    expect(shorter?.definition?.statements.map(({ role }) => role)).not.toContain('definition');
    const [alone] = await draft(text, term('en', 'ledger', ['ledger']));
    expect(alone?.definition?.statements.map(({ role }) => role)).toEqual(['definition']);
  });

  it('leave out a word that nearly always stands in longer names of the glossary, unless a person asked for it', async () => {
    const text =
      'The tide ledger is dry. Read the tide ledger, then the tide ledger. Bind the tide ledger well. A tide.\n';
    const ledger = { ...term('en', 'tide ledger', ['tide ledger']), frequency: 4 };
    const tide = { ...term('en', 'tide', ['tide']), frequency: 5 };
    const names = async (...terms: readonly Term[]) =>
      (await draft(text, ...terms)).map(({ designations }) => designations[0]?.text);
    expect(await names(ledger, tide)).toEqual(['tide ledger']);
    expect(await names(tide)).toEqual(['tide']);
    expect(await names(ledger, { ...tide, reason: 'required' })).toEqual(['tide ledger', 'tide']);
  });

  it('leave out an everyday word that nothing explains, unless a person asked for it or it is a name', async () => {
    const text = 'The file is in the tower. Carry the file down. A wick lies in the tower.\n';
    const names = async (...terms: readonly Term[]) =>
      (await draft(text, ...terms)).map(({ designations }) => designations[0]?.text);
    const [file, wick] = [term('en', 'file', ['file']), term('en', 'wick', ['wick'])];
    expect(await names(file, wick)).toEqual(['wick']);
    expect(await names({ ...file, reason: 'required' })).toEqual(['file']);
    expect(await names(term('en', 'File', ['File', 'file']))).toEqual(['File']);
    const [explained] = await draft(`A file is a folder that holds the letters of a ship.\n\n${text}`, file);
    expect(explained?.definition?.statements.map(({ role }) => role)).toEqual(['definition']);
  });

  it('leave out what stands in headings alone, unless a person asked for it', async () => {
    const text = 'Tower upkeep\n============\n\nThe wick is trimmed at dawn, and the lens is wiped.\n';
    const names = async (...terms: readonly Term[]) =>
      (await draft(text, ...terms)).map(({ designations }) => designations[0]?.text);
    const upkeep = term('en', 'Tower upkeep', ['Tower upkeep']);
    expect(await names(upkeep, term('en', 'wick', ['wick']))).toEqual(['wick']);
    expect(await names({ ...upkeep, reason: 'required' })).toEqual(['Tower upkeep']);
  });

  it('are not defined by what is said of a parameter in small letters', async () => {
    const text = 'An fqn is a path that the resolver reads.\n\nThe FQN of a buoy is painted on it in white letters.\n';
    const [concept] = await draft(text, term('en', 'FQN', ['FQN', 'fqn']));
    expect(concept?.definition?.statements.map(({ role }) => role)).not.toContain('definition');
  });
});

async function draft(text: string, ...terms: readonly Term[]) {
  const language = terms[0]?.language ?? 'en';
  const digest = await digestDocument({ format: 'text', text, language });
  const document = {
    id: documentId('a'),
    name: 'a.txt',
    format: 'text',
    encoding: 'utf-8',
    contentHash: 'a',
    text,
  } as const;
  return atOnce(draftConcepts(terms, [{ ...digest, document }]));
}

function term(language: string, name: string, forms: readonly string[]): Term {
  return {
    key: name.toLowerCase(),
    language,
    term: name,
    kind: 'term',
    forms: forms.map((text) => ({ text, count: 1 })),
    frequency: forms.length,
    documentFrequency: 1,
    score: 1,
    parts: [],
    reason: 'score',
  };
}
