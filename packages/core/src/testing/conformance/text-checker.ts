import { describe, expect, it } from 'vitest';
import type { Concept, Designation, Glossary } from '../../domain/index.ts';
import type { Exporter } from '../../export/exporter.ts';
import { buildConcept, buildDesignation, buildGlossary } from '../builders.ts';
import { hostileTexts } from './exporter.ts';
import { plainLine } from '../../export/plain-line.ts';

/** What a program says about a text: the words it minds, and what it says to write instead. */
export interface CheckedWord {
  readonly found: string;
  readonly instead: string;
}

/** How the program that a format is for reads it and looks at a text with it. */
export type CheckText = (rules: string, text: string) => Promise<readonly CheckedWord[]>;

export interface TextCheckerReading {
  readonly check: CheckText;
  /** Whether the program can mind capitals. */
  readonly mindsCapitals: boolean;
}

/** What every format for programs that check texts does there, by what the program finds. */
export function textCheckerConformance(exporter: Exporter, { check, mindsCapitals }: TextCheckerReading): void {
  const write = (glossary: Glossary, options = {}): string => [...exporter.write(glossary, options)].join('');
  const found = async (glossary: Glossary, text: string): Promise<readonly string[]> =>
    (await check(write(glossary), text)).map((word) => `${word.found} → ${word.instead}`);

  describe(`the program that reads ${exporter.name}`, () => {
    it('finds forbidden and deprecated names, also at the start of a sentence and in the plural', async () => {
      const glossary = entries(
        entry('pilot', forbidden('lodesman'), buildDesignation('steersman', { status: 'deprecated' })),
      );
      expect(await found(glossary, 'Our lodesman met two lodesmen and a steersman.')).toEqual([
        'lodesman → pilot',
        'lodesmen → pilots',
        'steersman → pilot',
      ]);
      expect(await found(glossary, 'So. Lodesman wanted.')).toHaveLength(1);
    });

    it('finds no part of a longer word', async () => {
      const glossary = entries(entry('pilot', forbidden('driver')), entry('サーバー', forbidden('サーバ')));
      expect(await found(glossary, 'screwdrivers, driverless, my_driver, サーバーとウェブサーバー')).toEqual([]);
    });

    it('finds Japanese names within a sentence, which has no spaces', async () => {
      const glossary = entries(
        entry('検潮所', forbidden('験潮場')),
        entry('サーバー', forbidden('サーバ')),
        entry('利用者', forbidden('ユーザ'), forbidden('user')),
      );
      expect(await found(glossary, 'この験潮場ではサーバを見る。userはユーザの名前です。')).toEqual([
        '験潮場 → 検潮所',
        'サーバ → サーバー',
        'user → 利用者',
        'ユーザ → 利用者',
      ]);
    });

    it('finds no name within a longer name, so that what it writes is never found', async () => {
      const glossary = entries(
        entry('under-keel clearance', forbidden('keel clearance')),
        entry('device driver'),
        entry('pilot', forbidden('driver')),
        entry('潮位計', forbidden('位計')),
      );
      const text = 'The under-keel clearance, a device driver, device drivers and 潮位計である。';
      expect(await found(glossary, text)).toEqual([]);
      expect(await found(glossary, 'A keel clearance and drivers.')).toEqual([
        'keel clearance → under-keel clearance',
        'drivers → pilots',
      ]);
    });

    it('minds capitals where a name does', async () => {
      const github = entries(entry('GitHub', forbidden('Github')));
      expect(await found(github, 'See GitHub, not Github.')).toEqual(['Github → GitHub']);
      const matching = { isCaseSensitive: true } as const;
      const others = entries(
        entry('computing', forbidden('IT')),
        entry('shoe cream', forbidden('Polish', { matching })),
      );
      expect(await found(others, 'If it helps, polish it.')).toEqual([]);
      const expected = mindsCapitals ? ['IT → computing', 'Polish → shoe cream'] : [];
      expect(await found(others, 'The IT and the Polish.')).toEqual(expected);
      for (const text of ['IT', 'Polish']) expect(write(others)).toContain(text);
    });

    it('keeps to whole words, or goes into them, as a name is looked for', async () => {
      const within = forbidden('検潮', { matching: { boundary: 'whole' } });
      const part = forbidden('node', { matching: { boundary: 'part' } });
      const glossary = entries(entry('潮位', within), entry('host', part));
      expect(await found(glossary, '検潮所で検潮を。 subnode')).toEqual(['検潮 → 潮位', 'node → host']);
    });

    it('says which names it leaves out', () => {
      const glossary = entries(
        entry('pilot', forbidden('driver'), forbidden('guide')),
        entry('captain', forbidden('guide')),
        entry('driver'),
      );
      expect(write(glossary, { locale: 'en' })).toContain('“driver”, which is also a name of “driver”');
      expect(write(glossary, { locale: 'en' })).toContain('“guide”, for which “pilot”');
      expect(write(glossary, { locale: 'ja' })).toContain('除外：「driver」');
    });

    it('reads a glossary without such names, and without entries', async () => {
      expect(await check(write(entries(entry('pilot'))), 'A pilot.')).toEqual([]);
      expect(write(entries(entry('pilot')))).toContain('No name of the glossary is deprecated or forbidden.');
      expect(await check(write(buildGlossary()), 'A pilot.')).toEqual([]);
    });

    it.each(hostileTexts)('finds %j as it is, and says to write as it is', async (text) => {
      const [name, longer] = [plainLine(text), plainLine(`new ${text}`)];
      const looked = write(entries(entry(`new ${text}`, forbidden(text, { reason: text }))));
      expect(await check(looked, `。${name}。`)).toEqual([{ found: name, instead: longer }]);
      const written = write(entries(entry(text, forbidden('Altwort'))));
      expect(await check(written, '。Altwort。')).toEqual([{ found: 'Altwort', instead: name }]);
    });
  });
}

function forbidden(text: string, more: Partial<Designation> = {}): Designation {
  return buildDesignation(text, { status: 'forbidden', form: 'synonym', ...more });
}

function entry(term: string, ...names: readonly Designation[]): Concept {
  const language = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}]/u.test(term) ? 'ja' : 'en';
  return buildConcept(term, { language, designations: [buildDesignation(term), ...names] });
}

function entries(...concepts: readonly Concept[]): Glossary {
  return buildGlossary({ concepts });
}
