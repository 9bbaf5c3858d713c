import { describe, expect, it } from 'vitest';
import type { ConceptId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { json } from '../../../export/exporters/json.ts';
import { buildGlossary } from '../../builders.ts';
import { readForExport } from '../../../actions/read-for-export.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';
import { buoy, HARBOUR_TABLE, keeper, lamp, relationTo, withGlossary } from './harbour-glossary.ts';

export function importRules(database: string, fixture: ActionsFixture): void {
  describe(`imports in ${database}`, () => {
    it(
      'put entries into categories, which are made where there are none, and leave what a person chose',
      inProject(fixture, async (test) => {
        const { actions, project, storage } = await withGlossary(test);
        const { value: marks } = await actions.categories.create(project, { name: 'Marks' });
        await actions.terms.categorise(project, { ids: [buoy.id] }, marks.id);
        const content = 'term,Category\nlamp,Lights\nbuoy,Things at sea\nkeeper,MARKS\nreef,Lights\n';
        const plan = await actions.imports.plan(project, { fileName: 'terms.csv', content });
        expect(plan.rows.map(({ term, outcome, reason }) => [term, outcome, reason])).toEqual([
          ['lamp', 'update', undefined],
          ['buoy', 'conflict', 'person-chose-category'],
          ['keeper', 'update', undefined],
          ['reef', 'create', undefined],
        ]);
        expect([plan.rows[1]?.mine?.category, plan.rows[1]?.theirs?.category]).toEqual(['Marks', 'Things at sea']);
        const done = await actions.imports.apply(project, plan.id);
        const filed = async () =>
          Object.fromEntries(
            (await storage.glossary.read(project))?.concepts.map(({ designations, category }) => [
              designations[0]?.text,
              category,
            ]) ?? [],
          );
        expect(await filed()).toEqual({ lamp: 'Lights', buoy: 'Marks', keeper: 'Marks', reef: 'Lights' });
        expect((await actions.categories.list(project)).map(({ name, terms }) => [name, terms])).toEqual([
          ['Marks', 2],
          ['Lights', 2],
        ]);
        const again = await actions.imports.plan(project, { fileName: 'terms.csv', content });
        expect(again.counts).toMatchObject({ same: 3, conflict: 1 });
        const theirs = await actions.imports.apply(project, again.id, { conflicts: 'theirs' });
        expect((await filed())['buoy']).toBe('Things at sea');
        await actions.undo.apply(theirs.undo?.token ?? '');
        await actions.undo.apply(done.undo?.token ?? '');
        expect(await filed()).toMatchObject({ lamp: undefined, buoy: 'Marks', keeper: undefined });
        const late = await actions.imports.plan(project, { fileName: 'terms.csv', content });
        await actions.terms.categorise(project, { ids: [lamp.id] }, marks.id);
        expect(await outcomeOf(actions.imports.apply(project, late.id))).toBe('import/conflict');
      }),
    );

    it(
      'make a glossary that is exported and published before anything was built',
      inProject(fixture, async ({ actions, storage }) => {
        const { id } = await actions.projects.create({ name: 'Words of a customer' });
        const termsOf = async () => {
          const { title, concepts } = await readForExport(storage, id, {});
          return [title, ...concepts.map(({ designations }) => designations[0]?.text)];
        };
        expect(await outcomeOf(termsOf())).toBe('glossary/none');
        const content = 'term,definition\ncapstan,A drum that turns.\n';
        const plan = await actions.imports.plan(id, { fileName: 'terms.csv', content });
        const { undo } = await actions.imports.apply(id, plan.id);
        expect(await termsOf()).toEqual(['Words of a customer', 'capstan']);
        expect(await actions.versions.publish(id)).toMatchObject({ number: 1 });
        await actions.undo.apply(undo?.token ?? '');
        expect(await outcomeOf(termsOf())).toBe('glossary/none');
      }),
    );

    it(
      'do what was planned as one change, change nothing when they come again, and are taken back by one undo',
      inProject(fixture, async (test) => {
        const { actions, project, storage } = await withGlossary(test);
        const before = await storage.glossary.read(project);
        const plan = await actions.imports.plan(project, { fileName: 'terms.csv', content: HARBOUR_TABLE });
        const done = await actions.imports.apply(project, plan.id);
        expect(done.value).toMatchObject({ updated: [keeper.id], unchanged: 4 });
        expect(done.change?.kind).toBe('entries-imported');
        const reef = await actions.entries.get(project, done.value.created[0] ?? keeper.id);
        expect(reef).toMatchObject({ term: 'reef', definition: 'A ridge of rock.', isAdded: true });
        expect(reef.current?.reason).toBe('Imported from terms.csv.');
        expect(await actions.entries.get(project, keeper.id)).toMatchObject({
          definition: 'Someone who\nkeeps a light.',
        });
        expect((await actions.termLists.get(project)).required).toEqual([{ pattern: 'reef' }]);

        const again = await actions.imports.plan(project, { fileName: 'terms.csv', content: HARBOUR_TABLE });
        expect(again.counts).toEqual({ create: 0, update: 0, same: 3, conflict: 1, skipped: 2 });
        expect((await actions.imports.apply(project, again.id)).change).toBeUndefined();

        await actions.undo.apply(done.undo?.token ?? '');
        expect(await storage.glossary.read(project)).toEqual(before);
        expect((await actions.termLists.get(project)).required).toEqual([]);
      }),
    );

    it(
      'leave to a person what to do where the two sides differ, for all rows or for one',
      inProject(fixture, async (test) => {
        const { actions, project } = await withGlossary(test);
        const content = 'term;definition\nlight;Brightness.\nbuoy;A mark at sea.\n';
        const plan = () => actions.imports.plan(project, { fileName: 'a.csv', content });
        const apply = async (decisions: object) => {
          const { value, undo } = await actions.imports.apply(project, (await plan()).id, decisions);
          const entries = await Promise.all([lamp, buoy].map(({ id }) => actions.entries.get(project, id)));
          if (undo !== undefined) await actions.undo.apply(undo.token);
          return [
            value.updated.length,
            ...entries.map(({ term, names, definition }) => [[term, ...names].join(), definition]),
          ];
        };
        const mine = [
          ['lamp,light', 'A lamp gives light.'],
          ['buoy', 'A float on a chain.'],
        ];
        const theirs = [
          ['light,lamp', 'Brightness.'],
          ['buoy', 'A mark at sea.'],
        ];
        expect((await plan()).rows.map(({ outcome }) => outcome)).toEqual(['update', 'conflict']);
        expect(await apply({})).toEqual([1, theirs[0], mine[1]]);
        expect(await apply({ conflicts: 'theirs' })).toEqual([2, ...theirs]);
        expect(await apply({ updates: 'mine' })).toEqual([0, ...mine]);
        expect(await apply({ updates: 'both' })).toEqual([1, ...mine]);
        expect(await apply({ conflicts: 'theirs', rows: [{ place: 2, choice: 'mine' }] })).toEqual([
          1,
          mine[0],
          theirs[1],
        ]);
        expect(await apply({ rows: [{ place: 3, choice: 'theirs' }] })).toEqual([2, ...theirs]);

        const { version } = await actions.entries.get(project, lamp.id);
        await actions.entries.lock(project, lamp.id, { ifVersion: version });
        const locked = (await plan()).rows[0];
        expect(locked).toMatchObject({ outcome: 'conflict', reason: 'locked', choices: ['mine'] });
        expect(await apply({ conflicts: 'theirs' })).toEqual([1, mine[0], theirs[1]]);
      }),
    );

    it(
      'keep the names of both sides where that is chosen',
      inProject(fixture, async (test) => {
        const { actions, project } = await withGlossary(test);
        const content = 'term,synonyms\nlight,torch; lantern\n';
        const { id } = await actions.imports.plan(project, { fileName: 'a.csv', content });
        await actions.imports.apply(project, id, { updates: 'both' });
        const { designations } = await actions.entries.get(project, lamp.id);
        expect(designations.map(({ text, status }) => [text, status])).toEqual([
          ['lamp', 'preferred'],
          ['light', 'admitted'],
          ['torch', 'admitted'],
          ['lantern', 'admitted'],
        ]);
      }),
    );

    it(
      'write nothing where an entry was changed since, and tell what it is now; of two who apply one wins',
      inProject(fixture, async (test) => {
        const { actions, project, storage } = await withGlossary(test);
        const plan = await actions.imports.plan(project, { fileName: 'a.csv', content: HARBOUR_TABLE });
        const { version } = await actions.entries.get(project, keeper.id);
        await actions.entries.update(project, keeper.id, { ifVersion: version, note: 'Ask the harbour office.' });
        const last = await storage.changes.last(project);
        const refused = await actions.imports.apply(project, plan.id).catch((error: unknown) => error);
        if (!GlossaryError.is(refused, 'import/conflict')) throw refused;
        expect(refused.details.current).toMatchObject([
          { place: 4, term: 'keeper', entry: { id: keeper.id, note: 'Ask the harbour office.' } },
        ]);
        expect(await storage.changes.last(project)).toBe(last);

        const { id } = await actions.imports.plan(project, { fileName: 'a.csv', content: HARBOUR_TABLE });
        const tries = [actions.imports.apply(project, id), actions.imports.apply(project, id)];
        expect((await Promise.all(tries.map(outcomeOf))).toSorted()).toEqual(['done', 'import/conflict']);
      }),
    );

    it(
      'bring the relations that somebody accepted, and none that a person rejected or that leads nowhere',
      inProject(fixture, async (test) => {
        const { actions, project, storage } = await withGlossary(test);
        const related = [
          { ...lamp, relations: [relationTo(buoy, 'see-also'), relationTo(keeper, 'part-of')] },
          { ...buoy, relations: [relationTo(lamp, 'broader'), relationTo(keeper, 'see-also', 'proposed')] },
          keeper,
        ];
        const content = [...json.write(buildGlossary({ concepts: related }), {})].join('');
        const file = { fileName: 'theirs.json', content };
        const decision = { kind: 'part-of', target: keeper.id } as const;
        await actions.entries.decideRelation(project, lamp.id, { ...decision, state: 'rejected' });
        const relationsOf = async (id: ConceptId) =>
          (await actions.entries.get(project, id)).relations.map(({ kind, term, state }) => [kind, term, state]);
        const before = await storage.glossary.read(project);

        const plan = await actions.imports.plan(project, file);
        expect(
          plan.rows.map(({ term, relations }) => [term, relations?.map(({ kind, term: other }) => [kind, other])]),
        ).toEqual([
          ['lamp', [['see-also', 'buoy']]],
          ['buoy', [['broader', 'lamp']]],
          ['keeper', undefined],
        ]);
        const { undo } = await actions.imports.apply(project, plan.id, { conflicts: 'theirs' });
        expect(await relationsOf(lamp.id)).toEqual([['see-also', 'buoy', 'accepted']]);
        expect(await relationsOf(buoy.id)).toEqual([['broader', 'lamp', 'accepted']]);
        expect((await actions.entries.get(project, lamp.id)).isEdited).toBe(false);
        expect((await actions.imports.plan(project, file)).counts).toMatchObject({ same: 3 });
        await actions.undo.apply(undo?.token ?? '');
        expect(await storage.glossary.read(project)).toEqual(before);

        // Who leaves an entry out leaves out what leads to it.
        const { id: empty } = await actions.projects.create({ name: 'Another harbour' });
        const some = await actions.imports.plan(empty, file);
        const place = some.rows.find(({ term }) => term === 'buoy')?.place ?? 0;
        await actions.imports.apply(empty, some.id, { rows: [{ place, choice: 'mine' }] });
        const { items } = await actions.entries.list(empty);
        expect(items.map(({ term }) => term).toSorted()).toEqual(['keeper', 'lamp']);
        const alone = items.find(({ term }) => term === 'lamp')?.id ?? lamp.id;
        const { relations } = await actions.entries.get(empty, alone);
        expect(relations.map(({ kind, term }) => [kind, term])).toEqual([['part-of', 'keeper']]);
      }),
    );
  });
}
