import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Category, categoryId, conceptId, type ProjectId } from '../../../domain/index.ts';
import type { Actions } from '../../../actions/create-actions.ts';
import { readForExport } from '../../../actions/read-for-export.ts';
import { buildCandidate, buildConcept, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject, outcomeOf } from './fixture.ts';

const found = ['barge', 'gate', 'lock', 'sluice'] as const;
const ids = Object.fromEntries(found.map((term) => [term, buildConcept(term).id])) as Record<
  (typeof found)[number],
  ReturnType<typeof conceptId>
>;

export function categoryRules(database: string, fixture: ActionsFixture): void {
  const inWorkbench = (work: (test: ActionsUnderTest) => Promise<void>) =>
    inProject(fixture, async (test) => {
      const { storage, project } = test;
      const concepts = [buildConcept('lock'), buildConcept('sluice')];
      await storage.glossary.replace(project, buildGlossary({ concepts }));
      const candidates = found.map((term) => buildCandidate(term));
      await storage.terms.replace(project, candidates, { kept: concepts.map(() => ({ language: 'en', key: 'lock' })) });
      await work(test);
    });

  describe(`categories in ${database}`, () => {
    it(
      'are made, named anew, coloured and put in order',
      inWorkbench(async ({ actions: { categories }, project }) => {
        expect(await categories.list(project)).toEqual([]);
        const { value: parts } = await categories.create(project, { name: '  Parts  of a lock ' });
        expect(parts).toMatchObject({ name: 'Parts of a lock', colour: 0, terms: 0 });
        const { value: boats } = await categories.create(project, { name: '船' });
        expect(boats.colour).toBe(1);
        const renamed = await categories.update(project, parts.id, { name: 'Parts', colour: 5 });
        expect(renamed.value).toEqual({ ...parts, name: 'Parts', colour: 5 });
        await categories.reorder(project, [boats.id]);
        expect(await namesIn(categories, project)).toEqual(['船', 'Parts']);
        expect(await outcomeOf(categories.create(project, { name: ' ' }))).toBe('category/invalid');
        expect(await outcomeOf(categories.create(project, { name: 'x'.repeat(61) }))).toBe('category/invalid');
        expect(await outcomeOf(categories.create(project, { name: 'ＰＡＲＴＳ' }))).toBe('category/name-taken');
        expect(await outcomeOf(categories.update(project, boats.id, { name: 'parts' }))).toBe('category/name-taken');
        expect(await outcomeOf(categories.update(project, boats.id, { name: '船' }))).toBe('done');
        expect(await outcomeOf(categories.reorder(project, [categoryId('gone')]))).toBe('storage/not-found');
        expect(await outcomeOf(categories.list('gone' as ProjectId))).toBe('storage/not-found');
      }),
    );

    it(
      'choose what is exported by their names, in published versions by those of then',
      inWorkbench(async ({ actions: { categories, terms, versions }, storage, project }) => {
        const { value: parts } = await categories.create(project, { name: 'Parts' });
        await categories.create(project, { name: 'Boats' });
        await terms.categorise(project, { ids: [ids.lock] }, parts.id);
        const exported = async (names: readonly (string | null)[], version?: number) => {
          const choice = { categories: names, ...(version === undefined ? {} : { version }) };
          const { concepts } = await readForExport(storage, project, choice);
          return concepts.map(({ designations: [first] }) => first?.text);
        };
        expect(await exported([' parts'])).toEqual(['lock']);
        expect(await exported([null])).toEqual(['sluice']);
        expect(await exported(['PARTS', null])).toEqual(['lock', 'sluice']);
        expect(await exported(['Boats'])).toEqual([]);
        expect(await outcomeOf(exported(['Parts', 'Bots']))).toBe('category/not-found');
        await versions.publish(project, {});
        await categories.update(project, parts.id, { name: 'Works' });
        expect(await exported(['Works'])).toEqual(['lock']);
        expect(await outcomeOf(exported(['Parts']))).toBe('category/not-found');
        expect(await exported(['Parts'], 1)).toEqual(['lock']);
      }),
    );

    it(
      'hold terms and their entries, one or all that match, in one change that is taken back',
      inWorkbench(async ({ actions: { categories, entries, terms, undo }, storage, project }) => {
        const { value: parts } = await categories.create(project, { name: 'Parts' });
        const one = await terms.categorise(project, { ids: [ids.lock] }, parts.id);
        expect(one.value).toEqual([ids.lock]);
        expect((await entries.get(project, ids.lock)).categoryId).toBe(parts.id);
        expect((await storage.glossary.read(project))?.concepts.map(({ category }) => category)).toEqual([
          'Parts',
          undefined,
        ]);
        const all = await terms.categorise(project, { filter: {}, except: [ids.barge] }, parts.id);
        expect(await inCategory(terms, project, parts)).toEqual(['gate', 'lock', 'sluice']);
        expect((await entries.list(project, { categoryId: parts.id })).total).toBe(2);
        expect((await terms.list(project, { categoryId: null })).items.map(({ term }) => term)).toEqual(['barge']);
        expect((await categories.list(project)).map((category) => category.terms)).toEqual([3]);
        expect((await terms.categorise(project, { ids: [ids.gate] }, parts.id)).change).toBeUndefined();
        await undo.apply(all.undo?.token ?? '');
        expect(await inCategory(terms, project, parts)).toEqual(['lock']);
        await terms.categorise(project, { ids: [ids.lock] }, null);
        expect((await entries.list(project, { categoryId: null })).total).toBe(2);
        expect(await outcomeOf(terms.categorise(project, { ids: [conceptId('gone')] }, null))).toBe(
          'storage/not-found',
        );
        expect(await outcomeOf(terms.categorise(project, { ids: [ids.gate] }, categoryId('gone')))).toBe(
          'storage/not-found',
        );
      }),
    );

    it(
      'stay with a term through every build, and come to an entry with what becomes part of it',
      inWorkbench(async ({ actions: { categories, entries, terms }, storage, project }) => {
        const { value: parts } = await categories.create(project, { name: 'Parts' });
        await terms.categorise(project, { ids: [ids.sluice] }, parts.id);
        const merged = await terms.merge(project, { into: ids.lock, from: [ids.sluice] });
        expect(merged.value.categoryId).toBe(parts.id);
        // The term is now a name of the other entry: whoever files it files that entry.
        await terms.categorise(project, { ids: [ids.sluice] }, null);
        expect((await entries.get(project, ids.lock)).categoryId).toBeUndefined();
        await terms.categorise(project, { ids: [ids.gate] }, parts.id);
        const next = buildGlossary({ concepts: [buildConcept('gate')] });
        await storage.glossary.replace(project, next);
        expect((await entries.get(project, ids.gate)).categoryId).toBe(parts.id);
      }),
    );

    it(
      'are merged and removed with everything in them, and come back with it',
      inWorkbench(async ({ actions: { categories, terms, undo }, project }) => {
        const make = async (name: string) => (await categories.create(project, { name })).value;
        const [parts, boats, rest] = [await make('Parts'), await make('Boats'), await make('Rest')];
        await terms.categorise(project, { ids: [ids.lock, ids.gate] }, parts.id);
        await terms.categorise(project, { ids: [ids.barge] }, boats.id);
        const merged = await categories.merge(project, { into: rest.id, from: [parts.id, boats.id] });
        expect(merged.value).toEqual({ ...rest, terms: 3 });
        expect(await namesIn(categories, project)).toEqual(['Rest']);
        const removed = await categories.remove(project, rest.id, { replacement: null });
        expect(removed.value).toEqual({ id: rest.id, terms: 3 });
        expect((await terms.list(project, { categoryId: null })).total).toBe(4);
        await undo.apply(removed.undo?.token ?? '');
        await undo.apply(merged.undo?.token ?? '');
        expect(await inCategory(terms, project, parts)).toEqual(['gate', 'lock']);
        expect(await namesIn(categories, project)).toEqual(['Parts', 'Boats', 'Rest']);
        await categories.remove(project, parts.id, { replacement: boats.id });
        expect(await inCategory(terms, project, boats)).toEqual(['barge', 'gate', 'lock']);
        expect(await outcomeOf(categories.remove(project, boats.id, { replacement: boats.id }))).toBe(
          'category/invalid',
        );
        expect(await outcomeOf(categories.merge(project, { into: boats.id, from: [parts.id] }))).toBe(
          'storage/not-found',
        );
      }),
    );

    it(
      'are copied with their project',
      inWorkbench(async ({ actions: { categories, projects, terms }, project }) => {
        const { value: parts } = await categories.create(project, { name: 'Parts' });
        await terms.categorise(project, { ids: [ids.lock] }, parts.id);
        const copy = await projects.clone(project, { name: 'A copy' });
        expect(await categories.list(copy.id)).toEqual([{ ...parts, terms: 1 }]);
        expect(await inCategory(terms, copy.id, parts)).toEqual(['lock']);
      }),
    );

    it(
      'lose nothing when two give each other their names and colours at once',
      inWorkbench(async ({ actions: { categories }, project }) => {
        const { value: parts } = await categories.create(project, { name: 'Parts' });
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...found), fc.constantFrom(0, 1, 2, 3, 4, 5), async (name, colour) => {
            await Promise.all([
              categories.update(project, parts.id, { name }),
              categories.update(project, parts.id, { colour }),
            ]);
            expect(await categories.list(project)).toEqual([{ ...parts, name, colour }]);
          }),
          { numRuns: 10 },
        );
      }),
    );
  });
}

async function namesIn(categories: Actions['categories'], project: ProjectId): Promise<string[]> {
  return (await categories.list(project)).map(({ name }) => name);
}

async function inCategory(terms: Actions['terms'], project: ProjectId, { id }: Category): Promise<string[]> {
  return (await terms.list(project, { categoryId: id, sort: 'term' })).items.map(({ term }) => term);
}
