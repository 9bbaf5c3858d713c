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

  it('is one thing for every name', () => {
    const names = Object.values(importHeaders).flatMap((lines) => lines.flatMap((line) => line.split(' ')));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });
});
