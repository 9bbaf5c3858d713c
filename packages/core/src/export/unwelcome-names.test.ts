import { describe, expect, it } from 'vitest';
import type { Designation, Glossary } from '../domain/index.ts';
import { buildConcept, buildDesignation, buildGlossary } from '../testing/builders.ts';
import { unwelcomeNames } from './unwelcome-names.ts';

const forbidden = (text: string, more: Partial<Designation> = {}): Designation =>
  buildDesignation(text, { status: 'forbidden', form: 'synonym', ...more });

function entries(...all: readonly (readonly [string, ...Designation[]])[]): Glossary {
  return buildGlossary({
    concepts: all.map(([term, ...names]) => buildConcept(term, { designations: [buildDesignation(term), ...names] })),
  });
}

describe('the names that texts should not use', () => {
  it('come with their plurals, and with the plural of the preferred name where there is but one', () => {
    const told = toldBy(entries(['pilot', forbidden('lodesman')], ['foreman', forbidden('boss')]));
    expect(told).toContain('lodesman → pilot');
    expect(told).toContain('lodesmen → pilots');
    expect(told).toContain('boss → foreman');
    expect(told).toContain('bosses → foreman');
    expect(toldBy(entries(['logs', forbidden('journal')]))).toEqual(['journal → logs', 'journals → logs']);
  });

  it('come as they are written where a person says so, and with the forms that a person lists', () => {
    const matching = { isUninflected: true, forms: ['lodesfolk'] } as const;
    expect(toldBy(entries(['pilot', forbidden('lodesman', { matching })]))).toEqual([
      'lodesman → pilot',
      'lodesfolk → pilot',
    ]);
  });

  it('keep their capitals where others are another word or another name', () => {
    const { names } = unwelcomeNames(
      entries(
        ['GitHub', forbidden('Github'), forbidden('the hub')],
        ['computing', forbidden('IT'), forbidden('Polish', { matching: { isCaseSensitive: true } })],
      ),
    );
    expect(names.filter(({ forms }) => forms[0]?.isCaseSensitive).map(({ text }) => text)).toEqual([
      'Github',
      'IT',
      'Polish',
    ]);
  });

  it('are not spellings of names that may be used', () => {
    const found = toldBy(entries(['サーバー', forbidden('サーバ')]));
    expect(found).toEqual(['サーバ → サーバー']);
  });

  it('say which of them no rule is about', () => {
    const { names, left } = unwelcomeNames(
      entries(['pilot', forbidden('driver'), forbidden('guide')], ['captain', forbidden('guide')], ['driver']),
    );
    expect(names.map(({ text, instead }) => [text, instead])).toEqual([['guide', 'pilot']]);
    expect(left).toEqual([
      { text: 'driver', why: 'welcome', entry: 'driver' },
      { text: 'guide', why: 'twice', entry: 'pilot' },
    ]);
  });

  it('are not found in longer names, whoever they belong to', () => {
    const { names } = unwelcomeNames(
      entries(['under-keel clearance', forbidden('keel clearance')], ['keel clearance table', forbidden('keel')]),
    );
    const places = (text: string): readonly string[] =>
      names.flatMap(({ forms }) =>
        forms.flatMap(({ pattern }) => [...text.matchAll(new RegExp(pattern, 'giu'))].map(([found]) => found)),
      );
    expect(places('Under-keel clearance, under-keel clearances and a keel clearance table')).toEqual([]);
    expect(places('A keel clearance. Two keels.')).toEqual(['keel clearance', 'keels']);
  });

  it('stay quick where a common word stands in hundreds of names', () => {
    const others = Array.from({ length: 500 }, (_, index) => [`data ${index} table`] as const);
    const { names } = unwelcomeNames(entries(['records', forbidden('data')], ...others));
    const [form] = names[0]?.forms ?? [];
    const text = 'data 17 table, data. '.repeat(500);
    expect([...text.matchAll(new RegExp(form?.pattern ?? '', 'giu'))]).toHaveLength(500);
  });
});

function toldBy(glossary: Glossary): readonly string[] {
  return unwelcomeNames(glossary).names.flatMap(({ forms }) =>
    forms.map(({ text, instead }) => `${text} → ${instead}`),
  );
}
