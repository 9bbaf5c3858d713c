import { describe, expect, it } from 'vitest';
import { mapColumns } from './import-columns.ts';
import { importHeaders } from './import-headers.ts';

const fieldsOf = (...headers: readonly string[]) => mapColumns(headers, []).map(({ field }) => field);

describe('what the columns of a table are taken for', () => {
  it.each([
    ['Begriff', 'Bedeutung', 'Abkürzung', 'Bemerkungen'],
    ['Terme', 'Définition', 'Sigle', 'Remarques'],
    ['TÉRMINO', 'Significado', 'Siglas', 'Notas'],
    ['Begrip', 'Omschrijving', 'Afkorting', 'Opmerkingen'],
    ['用語', '意味', '略称', '備考'],
    ['术语', '释义', '缩写', '备注'],
    ['용어', '뜻', '약어', '비고'],
    ['term', 'meaning', 'short_form', 'remarks'],
  ])('is known of %s, %s, %s, %s', (...headers) => {
    expect(fieldsOf(...headers)).toEqual(['term', 'definition', 'abbreviations', 'note']);
  });

  it('needs no marks on letters', () => {
    expect(fieldsOf('Termino', 'Definicion', 'Categoria')).toEqual(['term', 'definition', 'category']);
  });

  it('is told by a part of a header: beside brackets, or on a side of a stroke or dot', () => {
    expect(fieldsOf('No.', '用語（日）', '英語', '定義・説明')).toEqual([null, 'term', null, 'definition']);
    expect(fieldsOf('Category / domain', 'Term (EN)', 'Meaning: short')).toEqual(['category', 'term', 'definition']);
  });

  it('is told by a whole header before a part of one', () => {
    expect(fieldsOf('Term (FR)', 'Term', 'Definition (draft)', 'Definition')).toEqual([
      null,
      'term',
      null,
      'definition',
    ]);
  });

  it('is the term in the first filled column that does not merely count', () => {
    const rows = [
      ['1', '2.1', 'winch'],
      ['2', '2.2', 'hawser'],
    ];
    expect(mapColumns(['#', 'Section', 'What'], rows).map(({ field }) => field)).toEqual([null, null, 'term']);
  });

  it('is one thing for every name', () => {
    const names = Object.values(importHeaders).flatMap((lines) => lines.flatMap((line) => line.split(' ')));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });
});
