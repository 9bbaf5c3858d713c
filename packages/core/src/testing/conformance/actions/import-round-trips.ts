import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Concept, ConceptId, DesignationKind, ProjectId, Relation, RelationKind } from '../../../domain/index.ts';
import type { Exporter } from '../../../export/exporter.ts';
import { csv } from '../../../export/exporters/csv.ts';
import { json } from '../../../export/exporters/json.ts';
import { tbx } from '../../../export/exporters/tbx.ts';
import { parseGlossaryExport } from '../../../export/parse-glossary-export.ts';
import { buildConcept, buildDesignation, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject } from './fixture.ts';
import { defined, relationTo } from './harbour-glossary.ts';

export function importRoundTripRules(database: string, fixture: ActionsFixture): void {
  describe(`round trips in ${database}`, () => {
    it(
      'bring back what an export holds: into an empty project everything, into its own nothing',
      inProject(fixture, async ({ actions, storage }) => {
        let count = 0;
        await fc.assert(
          fc.asyncProperty(anyConcepts, anyWork, fc.constantFrom(json, csv, tbx), async (concepts, work, format) => {
            count += 1;
            const [from, to] = await Promise.all(
              ['from', 'to'].map((name) => actions.projects.create({ name: `${name} ${count}` })),
            );
            if (from === undefined || to === undefined) throw new Error('No projects.');
            await storage.glossary.replace(from.id, buildGlossary({ concepts }));
            for (const [at, { note, category }] of work.entries()) {
              const concept = concepts[at];
              if (concept !== undefined) await writeOf(actions, from.id, concept.id, { note, category });
            }
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
            const { undo } = await actions.imports.apply(to.id, plan.id);
            const known = format === csv ? supportedByCsv : supportedByJson;
            expect(known(await exported(to.id, json))).toEqual(known(await exported(from.id, json)));
            const again = await actions.imports.plan(to.id, file);
            expect(again.counts).toMatchObject({ same: concepts.length });
            await actions.undo.apply(undo?.token ?? '');
            expect((await storage.glossary.read(to.id))?.concepts).toEqual([]);
          }),
          { numRuns: 25 },
        );
      }),
    );
  });
}

const word = fc.stringMatching(/^[b-df-hj-np-tv-xz]{3,8}(?: [b-df-hj-np-rtv-xz]{3,6})?$/u);
const japanese = fc.stringMatching(/^[灯台港岸壁船]{2,5}$/u);
const sentence = fc
  .tuple(fc.constantFrom('=', '@', '-', 'A ', '"', "'"), word)
  .map((parts) => `${parts.join('')}, and so on.`);

const anyMatching = fc
  .record(
    {
      isCaseSensitive: fc.constant(true as const),
      isUninflected: fc.constant(true as const),
      boundary: fc.constantFrom('whole' as const, 'part' as const),
      forms: fc.uniqueArray(fc.stringMatching(/^[aeiou]{3,6}$/u), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  )
  .filter((matching) => Object.keys(matching).length > 0);

const anyConcepts: fc.Arbitrary<readonly Concept[]> = fc
  .uniqueArray(fc.oneof(word, japanese), { minLength: 1, maxLength: 12 })
  .chain((names) =>
    fc
      .array(
        fc.record({
          others: fc.nat(3),
          status: fc.constantFrom('admitted', 'deprecated', 'forbidden'),
          form: fc.constantFrom('synonym', 'abbreviation', 'variant'),
          kind: fc.constantFrom<DesignationKind>('term', 'proper-name', 'symbol'),
          reading: fc.option(fc.stringMatching(/^[あ-ん]{2,4}$/u)),
          reason: fc.option(sentence),
          matching: fc.option(anyMatching),
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
        for (const { others, status, form, kind, reading, reason, matching, text, author, role } of choices) {
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
                buildDesignation(term, { kind, ...(reading === null ? {} : { reading }) }),
                ...further.map((name) =>
                  buildDesignation(name, {
                    status,
                    form,
                    // A name that may be used needs no reason.
                    ...(reason === null || status === 'admitted' ? {} : { reason }),
                    ...(matching === null ? {} : { matching }),
                  }),
                ),
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

/** What people wrote about entries, by their places. */
const anyWork = fc.array(
  fc.record({ note: fc.option(sentence), category: fc.option(fc.constantFrom('Marks', 'Things at sea')) }),
  { maxLength: 4 },
);

async function writeOf(
  { categories, entries, terms }: ActionsUnderTest['actions'],
  project: ProjectId,
  id: ConceptId,
  { note, category }: { readonly note: string | null; readonly category: string | null },
): Promise<void> {
  const { version } = await entries.get(project, id);
  if (note !== null) await entries.update(project, id, { ifVersion: version, note });
  if (category === null) return;
  const there = (await categories.list(project)).find(({ name }) => name === category);
  const { id: drawer } = there ?? (await categories.create(project, { name: category })).value;
  await terms.categorise(project, { ids: [id] }, drawer);
}

/** What comes back of an entry from our own export. */
function supportedByJson(text: string): unknown {
  const { entries } = parseGlossaryExport(text);
  const terms = new Map(entries.map(({ id, term }) => [id, term]));
  return sorted(
    entries.map(({ term, language, designations, definition, relations, relationsTo = [], category, note }) => ({
      // Proposals are made by builds, from the documents.
      relations: relations
        .flatMap(({ kind, target, state }) => (state === 'accepted' ? [`${kind} ${terms.get(target)}`] : []))
        .toSorted((a, b) => (a < b ? -1 : 1)),
      relationsTo: relationsTo
        .flatMap(({ kind, source, state }) => (state === 'accepted' ? [`${kind} ${terms.get(source)}`] : []))
        .toSorted((a, b) => (a < b ? -1 : 1)),
      term,
      language,
      category,
      note,
      designations,
      statements: definition?.statements.map(({ text: words, role }) => [words, role]),
    })),
  );
}

/** A table tells abbreviations, other, deprecated and forbidden names apart, and no more. */
function supportedByCsv(text: string): unknown {
  return sorted(
    parseGlossaryExport(text).entries.map(({ term, language, designations, definition, category, note }) => ({
      term,
      language,
      category,
      note,
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
