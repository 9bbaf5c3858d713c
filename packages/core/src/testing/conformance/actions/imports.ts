import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Concept,
  type ConceptId,
  type Definition,
  type ImportPlan,
  projectId,
  type Relation,
  type RelationKind,
} from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { Exporter } from '../../../export/exporter.ts';
import { csv } from '../../../export/exporters/csv.ts';
import { json } from '../../../export/exporters/json.ts';
import { parseGlossaryExport } from '../../../export/parse-glossary-export.ts';
import { buildConcept, buildDefinition, buildDesignation, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject, outcomeOf } from './fixture.ts';

const defined = (text: string, overrides: Partial<Definition> = {}): Definition =>
  buildDefinition([], { text, ...overrides });

const lamp = buildConcept('lamp', {
  designations: [buildDesignation('lamp'), buildDesignation('light', { status: 'admitted', form: 'synonym' })],
  definition: defined('A lamp gives light.'),
});
const buoy = buildConcept('buoy', { definition: defined('A buoy floats.') });
const keeper = buildConcept('keeper');

const TABLE = `term,definition,other names,colour
lamp,A lamp gives light.,light,red
buoy,A buoy is a mark at sea.,float,
keeper,"Someone who
keeps a light.",,
,A word without a term.,,
reef,A ridge of rock.,,grey
Buoys,The same again.,,
`;

export function importRules(database: string, fixture: ActionsFixture): void {
  describe(`imports in ${database}`, () => {
    it(
      'say what they would do, line by line, before anything is written',
      inProject(fixture, async (test) => {
        const { actions, project, storage } = await withGlossary(test);
        const before = await storage.changes.last(project);
        const plan = await actions.imports.plan(project, { fileName: 'terms.csv', content: TABLE });
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
      'do what was planned as one change, change nothing when they come again, and are taken back by one undo',
      inProject(fixture, async (test) => {
        const { actions, project, storage } = await withGlossary(test);
        const before = await storage.glossary.read(project);
        const plan = await actions.imports.plan(project, { fileName: 'terms.csv', content: TABLE });
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

        const again = await actions.imports.plan(project, { fileName: 'terms.csv', content: TABLE });
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
        const plan = await actions.imports.plan(project, { fileName: 'a.csv', content: TABLE });
        const { version } = await actions.entries.get(project, keeper.id);
        await actions.entries.update(project, keeper.id, { ifVersion: version, note: 'Ask the harbour office.' });
        const last = await storage.changes.last(project);
        const refused = await actions.imports.apply(project, plan.id).catch((error: unknown) => error);
        if (!GlossaryError.is(refused, 'import/conflict')) throw refused;
        expect(refused.details.current).toMatchObject([
          { place: 4, term: 'keeper', entry: { id: keeper.id, note: 'Ask the harbour office.' } },
        ]);
        expect(await storage.changes.last(project)).toBe(last);

        const { id } = await actions.imports.plan(project, { fileName: 'a.csv', content: TABLE });
        const tries = [actions.imports.apply(project, id), actions.imports.apply(project, id)];
        expect((await Promise.all(tries.map(outcomeOf))).toSorted()).toEqual(['done', 'import/conflict']);
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
        const foreign = 'Begriff;Erklärung\nBoje;Schwimmt; fest verankert.\n'.replace('; fest', ', fest');
        expect(fieldsOf(await plan(foreign))).toEqual(['term', null]);
        const said = await plan(foreign, { Erklärung: 'definition' });
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

    it(
      'bring back what an export holds: into an empty project everything, into its own nothing',
      inProject(fixture, async ({ actions, storage }) => {
        let count = 0;
        await fc.assert(
          fc.asyncProperty(anyConcepts, fc.constantFrom(json, csv), async (concepts, format) => {
            count += 1;
            const [from, to] = await Promise.all(
              ['from', 'to'].map((name) => actions.projects.create({ name: `${name} ${count}` })),
            );
            if (from === undefined || to === undefined) throw new Error('No projects.');
            await storage.glossary.replace(from.id, buildGlossary({ concepts }));
            await storage.glossary.replace(to.id, buildGlossary());
            const exported = async (id: typeof to.id, as: Exporter) => {
              const glossary = await storage.glossary.read(id);
              return [...as.write(glossary ?? buildGlossary(), {})].join('');
            };
            const content = await exported(from.id, format);
            const file = { fileName: `glossary${format.fileExtension}`, content };
            const own = await actions.imports.plan(from.id, file);
            expect(own.counts).toMatchObject({ same: concepts.length, create: 0, update: 0, conflict: 0, skipped: 0 });
            const plan = await actions.imports.plan(to.id, file);
            expect(plan.counts).toMatchObject({ create: concepts.length, skipped: 0 });
            await actions.imports.apply(to.id, plan.id);
            const known = format === json ? supportedByJson : supportedByCsv;
            expect(known(await exported(to.id, json))).toEqual(known(await exported(from.id, json)));
            const again = await actions.imports.plan(to.id, file);
            expect(again.counts).toMatchObject({ same: concepts.length });
          }),
          { numRuns: 25 },
        );
      }),
    );
  });
}

function relationTo({ id: target }: Concept, kind: RelationKind, state: Relation['state'] = 'accepted'): Relation {
  return { kind, target, state, evidence: [] };
}

const fieldsOf = ({ columns }: ImportPlan) => columns.map(({ field }) => field);

/** Three entries, one of which a person defined. */
async function withGlossary(test: ActionsUnderTest): Promise<ActionsUnderTest> {
  const { actions, project, storage } = test;
  await storage.glossary.replace(project, buildGlossary({ concepts: [buoy, keeper, lamp] }));
  const { version } = await actions.entries.get(project, buoy.id);
  const statements = [{ text: 'A float on a chain.' }];
  await actions.entries.update(project, buoy.id, { ifVersion: version, definition: { statements } });
  return test;
}

const word = fc.stringMatching(/^[b-df-hj-np-tv-xz]{3,8}(?: [b-df-hj-np-rtv-xz]{3,6})?$/u);
const japanese = fc.stringMatching(/^[灯台港岸壁船]{2,5}$/u);
const sentence = fc
  .tuple(fc.constantFrom('=', '@', '-', 'A ', '"', "'"), word)
  .map((parts) => `${parts.join('')}, and so on.`);

const anyConcepts: fc.Arbitrary<readonly Concept[]> = fc
  .uniqueArray(fc.oneof(word, japanese), { minLength: 1, maxLength: 12 })
  .chain((names) =>
    fc
      .array(
        fc.record({
          others: fc.nat(3),
          status: fc.constantFrom('admitted', 'deprecated', 'forbidden'),
          form: fc.constantFrom('synonym', 'abbreviation', 'variant'),
          text: fc.option(sentence),
          author: fc.constantFrom('person', 'built-in'),
          role: fc.constantFrom('definition', 'context'),
          relations: fc.uniqueArray(
            fc.record({
              kind: fc.constantFrom<RelationKind>('synonym', 'broader', 'narrower', 'part-of', 'see-also'),
              state: fc.constantFrom<Relation['state']>('accepted', 'proposed'),
              other: fc.nat(),
            }),
            { maxLength: 3, selector: ({ kind }) => kind },
          ),
        }),
        { minLength: names.length, maxLength: names.length },
      )
      .map((choices) => {
        const left = [...names];
        const concepts: Concept[] = [];
        for (const { others, status, form, text, author, role } of choices) {
          const term = left.shift();
          if (term === undefined) break;
          const language = /\p{scx=Han}/u.test(term) ? 'ja' : 'en';
          const isOfIt = (name: string) => /\p{scx=Han}/u.test(name) === (language === 'ja');
          const further = left.splice(0, others).filter(isOfIt);
          const definition = defined(text ?? '', { author, state: author === 'person' ? 'edited' : 'drafted' });
          concepts.push(
            buildConcept(term, {
              language,
              designations: [
                buildDesignation(term),
                ...further.map((name) => buildDesignation(name, { status, form })),
              ],
              ...(text === null
                ? {}
                : {
                    definition: { ...definition, statements: definition.statements.map((one) => ({ ...one, role })) },
                  }),
            }),
          );
        }
        return concepts.map((concept, at) => ({
          ...concept,
          relations: (choices[at]?.relations ?? []).flatMap(({ kind, state, other }): Relation[] => {
            const target = concepts[other % concepts.length];
            return target === undefined || target === concept ? [] : [relationTo(target, kind, state)];
          }),
        }));
      }),
  );

/** What comes back of an entry from our own export. */
function supportedByJson(text: string): unknown {
  const { entries } = parseGlossaryExport(text);
  const terms = new Map(entries.map(({ id, term }) => [id, term]));
  return sorted(
    entries.map(({ term, language, designations, definition, relations }) => ({
      // Proposals are made by builds, from the documents.
      relations: relations
        .flatMap(({ kind, target, state }) => (state === 'accepted' ? [`${kind} ${terms.get(target)}`] : []))
        .toSorted((a, b) => (a < b ? -1 : 1)),
      term,
      language,
      designations,
      statements: definition?.statements.map(({ text: words, role }) => [words, role]),
    })),
  );
}

/** A table tells abbreviations, other, deprecated and forbidden names apart, and no more. */
function supportedByCsv(text: string): unknown {
  return sorted(
    parseGlossaryExport(text).entries.map(({ term, language, designations, definition }) => ({
      term,
      language,
      names: designations
        .slice(1)
        .map(({ text: name, status, form }) =>
          status === 'admitted' ? `${name} ${form === 'abbreviation'}` : `${name} ${status}`,
        )
        .toSorted((a, b) => (a < b ? -1 : 1)),
      statements: definition?.statements.map(({ text: words, role }) => [words, role]),
    })),
  );
}

function sorted<Item extends { readonly term: string }>(entries: readonly Item[]): readonly Item[] {
  return entries.toSorted((a, b) => (a.term < b.term ? -1 : 1));
}
