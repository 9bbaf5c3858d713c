import { describe, expect, it } from 'vitest';
import { type ImportPlan, projectId } from '../../../domain/index.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';
import { buoy, HARBOUR_TABLE, withGlossary } from './harbour-glossary.ts';

const fieldsOf = ({ columns }: ImportPlan) => columns.map(({ field }) => field);

export function importPlanRules(database: string, fixture: ActionsFixture): void {
  describe(`plans of imports in ${database}`, () => {
    it(
      'say what they would do, line by line, before anything is written',
      inProject(fixture, async (test) => {
        const { actions, project, storage } = await withGlossary(test);
        const before = await storage.changes.last(project);
        const plan = await actions.imports.plan(project, { fileName: 'terms.csv', content: HARBOUR_TABLE });
        expect(plan.counts).toEqual({ create: 1, update: 1, same: 1, conflict: 1, skipped: 2 });
        expect(plan.rows.map(({ place, outcome, reason, choice }) => [place, outcome, reason, choice])).toEqual([
          [2, 'same', undefined, undefined],
          [3, 'conflict', 'person-wrote-definition', 'mine'],
          [4, 'update', undefined, 'theirs'],
          [6, 'skipped', 'empty-term', undefined],
          [7, 'create', undefined, 'theirs'],
          [8, 'skipped', 'repeated', undefined],
        ]);
        expect(plan.rows[1]).toMatchObject({
          entry: buoy.id,
          mine: { names: ['buoy'], definition: 'A float on a chain.' },
          theirs: { names: ['buoy', 'float'], definition: 'A buoy is a mark at sea.' },
          choices: ['mine', 'theirs', 'both'],
        });
        expect(plan.columns).toEqual([
          { header: 'term', field: 'term', filled: 0.83 },
          { header: 'definition', field: 'definition', filled: 1 },
          { header: 'other names', field: 'other-names', filled: 0.33 },
          { header: 'colour', field: null, filled: 0.33 },
        ]);
        expect(await storage.changes.last(project)).toBe(before);
        expect(await actions.imports.get(project, plan.id)).toEqual(plan);
      }),
    );

    it(
      'guess what foreign columns hold, in any of the usual shapes, and do what a person says instead',
      inProject(fixture, async ({ actions, project }) => {
        const plan = (content: string | Uint8Array, mapping = {}) =>
          actions.imports.plan(project, { fileName: 'x.csv', content, mapping });
        expect(fieldsOf(await plan('用語,よみ,定義,備考\n灯台,とうだい,塔である。,古い\n'))).toEqual([
          'term',
          'reading',
          'definition',
          'note',
        ]);
        expect(fieldsOf(await plan('Headword\tMEANING\tAcronym\tMeaning\nbuoy\tA float.\tB\tx\n'))).toEqual([
          'term',
          'definition',
          'abbreviations',
          null,
        ]);
        const foreign = 'Begriff;Worum es geht\nBoje;Schwimmt; fest verankert.\n'.replace('; fest', ', fest');
        expect(fieldsOf(await plan(foreign))).toEqual(['term', null]);
        const said = await plan(foreign, { 'Worum es geht': 'definition' });
        expect(fieldsOf(said)).toEqual(['term', 'definition']);
        expect(said.rows[0]?.theirs).toEqual({ names: ['Boje'], definition: 'Schwimmt, fest verankert.' });
        // 用語,定義 / 灯台,岬の上から船に光を送る塔である。
        const shiftJis = Buffer.from(
          '97708cea2c92e88b600a939491e42c96a682cc8fe382a982e7914482c98cf582f0919782e9938382c582a082e981420a',
          'hex',
        );
        expect((await plan(shiftJis)).rows.map(({ term }) => term)).toEqual(['灯台']);
      }),
    );

    it(
      'refuse what is no glossary, and skip what no entry can be',
      inProject(fixture, async ({ actions: { imports }, project }) => {
        const plan = (content: string | Uint8Array, fileName = 'x.csv') => imports.plan(project, { fileName, content });
        for (const bad of ['', '\n\n', 'colour,size\n,\n', Uint8Array.from([0, 1, 2, 3, 0xff])]) {
          expect([bad, await outcomeOf(plan(bad))]).toEqual([bad, 'import/invalid']);
        }
        for (const bad of ['{', '{"schema":"other"}', '[]', 'term\nlamp\n']) {
          expect(await outcomeOf(plan(bad, 'x.json'))).toBe('import/invalid');
        }
        expect(await outcomeOf(plan(`term\n${'a\n'.repeat(10_001)}`))).toBe('import/invalid');
        const { rows } = await plan(`term,definition\nre\u202eef,A\nok,${'x'.repeat(4001)}\n\u3000,B\n__proto__,C\n`);
        expect(rows.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
          'unusable',
          'unusable',
          'empty-term',
          'create',
        ]);
        expect(await outcomeOf(imports.get(project, 'no such plan'))).toBe('storage/not-found');
        expect(await outcomeOf(imports.apply(project, 'no such plan'))).toBe('storage/not-found');
        expect(await outcomeOf(imports.plan(projectId('gone'), { fileName: 'a.csv', content: 'term\na\n' }))).toBe(
          'storage/not-found',
        );
      }),
    );
  });
}
