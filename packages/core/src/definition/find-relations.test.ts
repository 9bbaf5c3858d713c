import { describe, expect, it } from 'vitest';
import { conceptId, documentId, type Document, type Sentence } from '../domain/index.ts';
import { findAbbreviations } from '../text/find-abbreviations.ts';
import { findRelations, type RelationSource } from './find-relations.ts';
import { findStatedRelations } from './find-stated-relations.ts';
import { atOnce } from '../runtime/in-slices.ts';

describe('abbreviations', () => {
  it.each([
    ['The Harbour Traffic Board (HTB) decides.', 'Harbour Traffic Board', 'HTB'],
    ['Ask the HTB (Harbour Traffic Board) first.', 'Harbour Traffic Board', 'HTB'],
    ['A remotely operated vehicle (ROV) was lowered.', 'remotely operated vehicle', 'ROV'],
  ])('pairs a long form with its abbreviation: %s', (text, long, short) => {
    const [pair] = findAbbreviations(text);
    expect(pair).toMatchObject({ long, short });
    expect(text.slice(pair?.start, pair?.end)).toContain(long);
  });

  it.each(['The boat (see Chapter 2) left.', 'The crew (ABC) slept.', 'It costs ten crowns (USD).'])(
    'leaves other parentheses alone: %s',
    (text) => {
      expect(findAbbreviations(text)).toEqual([]);
    },
  );
});

describe('stated relations', () => {
  it.each([
    ['en', 'The mooring buoy, also called a can buoy, is red.', 'synonym', 'mooring buoy', 'can buoy'],
    ['en', 'Sea marks such as beacons and cairns need paint.', 'narrower', 'Sea marks', 'beacons'],
    ['en', 'The lantern room is part of the tower.', 'part-of', 'lantern room', 'tower'],
    ['fr', 'La bouée, aussi appelée balise flottante, est rouge.', 'synonym', 'bouée', 'balise flottante'],
    ['nl', 'Bakens zoals tonnen en boeien worden geverfd.', 'narrower', 'Bakens', 'tonnen'],
    ['ja', '見張り台は、物見とも呼ばれます。', 'synonym', '見張り台', '物見'],
    ['ja', '海上交通管理局（以下「海管局」という）が決める。', 'abbreviation', '海上交通管理局', '海管局'],
    ['ja', '浮標や立標などの航路標識を点検する。', 'narrower', '航路標識', '浮標'],
  ])('reads %s: %s', (language, text, kind, name, other) => {
    const { statedRelations } = read('a.txt', text, language);
    expect(statedRelations).toContainEqual(expect.objectContaining({ kind, name, other }));
  });
});

describe('statements that relate nothing', () => {
  it.each([
    ['ja', '見張り台（または物見）に上る。'],
    ['ja', '見張り台は、大きな見張り台とも呼ばれます。'],
  ])('are not taken for other names, %s: %s', (language, text) => {
    expect(read('a.txt', text, language).statedRelations).toEqual([]);
  });
});

describe('findRelations', () => {
  const buoy = { id: conceptId('buoy'), language: 'en', names: ['buoy'] };
  const bellBuoy = { id: conceptId('bell-buoy'), language: 'en', names: ['bell buoy'] };

  it('relates a compound to the concept of its head, from both ends', () => {
    const { relations } = atOnce(findRelations([buoy, bellBuoy], []));
    expect(relations.get(bellBuoy.id)).toEqual([{ kind: 'broader', target: buoy.id, state: 'proposed', evidence: [] }]);
    expect(relations.get(buoy.id)).toEqual([
      { kind: 'narrower', target: bellBuoy.id, state: 'proposed', evidence: [] },
    ]);
  });

  it('quotes the words that state a relation', () => {
    const source = read('a.txt', 'Put out a buoy such as a bell buoy.', 'en');
    const { relations } = atOnce(findRelations([buoy, bellBuoy], [source]));
    const [first] = relations.get(buoy.id) ?? [];
    expect(
      first?.evidence.map(({ quote, range }) => quote === source.document.text.slice(range.start, range.end)),
    ).toEqual([true]);
  });

  it('gives the other name of a longer name to no entry that the longer name ends in', () => {
    const { names } = atOnce(
      findRelations([buoy], [read('a.txt', 'The mooring buoy, also called a can buoy, is red.', 'en')]),
    );
    expect(names.get(buoy.id)).toBeUndefined();
  });

  it('offers no long form where documents give several for one abbreviation', () => {
    const htb = { id: conceptId('htb'), language: 'en', names: ['HTB'] };
    const texts = ['The Harbour Traffic Board (HTB) decides.', 'The High Tide Bureau (HTB) counts.'];
    const { names } = atOnce(
      findRelations(
        [htb],
        texts.map((text, index) => read(`${index}.txt`, text, 'en')),
      ),
    );
    expect(names.get(htb.id)).toEqual([]);
  });

  it('offers an abbreviation that is no concept yet as another name', () => {
    const board = { id: conceptId('board'), language: 'en', names: ['Harbour Traffic Board'] };
    const { names } = atOnce(findRelations([board], [read('a.txt', 'The Harbour Traffic Board (HTB) decides.', 'en')]));
    expect(names.get(board.id)).toMatchObject([{ text: 'HTB', form: 'abbreviation' }]);
  });
});

function read(fileName: string, text: string, language: string): RelationSource {
  const block = { kind: 'paragraph' as const, start: 0, end: text.length, level: 0, section: -1, row: -1, column: -1 };
  const alignment = { prose: [0], proseLength: [text.length], original: [0], originalLength: [text.length] };
  const prose = { text, blocks: [block], marks: [], alignment };
  const sentences: Sentence[] = [{ start: 0, end: text.length, block: 0, language, tokens: [] }];
  const document: Document = {
    id: documentId(fileName),
    name: fileName,
    format: 'text',
    encoding: 'utf-8',
    contentHash: '',
    text,
  };
  return { document, prose, sentences, definingSentences: [], statedRelations: findStatedRelations(prose, sentences) };
}
