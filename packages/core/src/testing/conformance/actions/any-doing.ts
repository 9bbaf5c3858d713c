import * as fc from 'fast-check';
import type { Concept, Done, EntryDetail, Glossary, ProjectId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { Actions } from '../../../actions/create-actions.ts';
import { buildConcept, buildCorpus, buildDefinition, buildDesignation, buildIssue } from '../../builders.ts';

/** One thing that a person does. A refusal is an outcome too: then nothing was done. */
export type Doing = (actions: Actions, project: ProjectId) => Promise<Done<unknown>>;

const texts = {
  'a.md': 'A lamp is a light. The tower carries a lamp and a bell.\n',
  'b.md': 'A buoy is a float with a bell. The keeper rows to the buoy.\n',
};
const corpus = buildCorpus(texts);
export const terms = ['bell', 'buoy', 'lamp', 'tower'] as const;

export const sources = Object.entries(texts).map(([name, content]) => ({ name, content }));

/** What a build could come to: some of the terms, with or without a definition, related or not. */
export const anyBuild: fc.Arbitrary<Glossary> = fc
  .tuple(...terms.map((term) => fc.option(anyConcept(term), { nil: undefined })))
  .map((found) => {
    const concepts = found.filter((one) => one !== undefined);
    const issues = concepts.filter(({ definition }) => definition === undefined).map((one) => buildIssue(one));
    return { title: 'Lights', documents: corpus.documents, concepts, issues };
  });

function anyConcept(term: string): fc.Arbitrary<Concept> {
  return fc
    .record({ isDefined: fc.boolean(), target: fc.constantFrom(...terms), alias: fc.boolean() })
    .map(({ isDefined, target, alias }) =>
      buildConcept(term, {
        ...(isDefined ? { definition: buildDefinition([firstUse(term)]) } : {}),
        relations:
          target === term
            ? []
            : [{ kind: 'see-also', target: buildConcept(target).id, state: 'proposed', evidence: [firstUse(target)] }],
        designations: [
          buildDesignation(term),
          ...(alias ? [buildDesignation(`${term} device`, { status: 'admitted', form: 'variant' })] : []),
        ],
        occurrences: corpus.occurrences(term),
      }),
    );
}

function firstUse(term: string) {
  return corpus.evidence(term === 'buoy' ? 'b.md' : 'a.md', term);
}

/** Done to the entry of this place in the list, if there is one. */
function toEntry(
  place: number,
  doing: (actions: Actions, project: ProjectId, entry: EntryDetail) => Promise<Done<unknown>>,
): Doing {
  return async (actions, project) => {
    const { items } = await actions.entries.list(project);
    const id = items[place % Math.max(1, items.length)]?.id;
    if (id === undefined) return { value: undefined };
    return allowed(doing(actions, project, await actions.entries.get(project, id)));
  };
}

async function allowed(doing: Promise<Done<unknown>>): Promise<Done<unknown>> {
  try {
    return await doing;
  } catch (error) {
    if (GlossaryError.is(error)) return { value: error.code };
    throw error;
  }
}

const place = fc.nat(5);
const anyWords = fc.constantFrom('A lamp is a light.', 'Something that floats.', 'It rings.');

/** Everything that people do to entries. */
export const anyEntryDoing: fc.Arbitrary<Doing> = fc.oneof(
  fc
    .tuple(place, fc.constantFrom('Ask.', null))
    .map(([at, note]) =>
      toEntry(at, ({ entries }, project, { id, version }) => entries.update(project, id, { ifVersion: version, note })),
    ),
  fc
    .tuple(place, anyWords)
    .map(([at, text]) =>
      toEntry(at, ({ entries }, project, { id, version }) =>
        entries.update(project, id, { ifVersion: version, definition: { statements: [{ text }] } }),
      ),
    ),
  fc.tuple(place, fc.constantFrom('keeper', 'light', 'float')).map(([at, text]) =>
    toEntry(at, ({ entries }, project, { id, version, designations }) =>
      entries.update(project, id, {
        ifVersion: version,
        designations: [...designations, buildDesignation(text, { status: 'admitted', form: 'synonym' })],
      }),
    ),
  ),
  fc
    .tuple(place, fc.boolean())
    .map(([at, isLocked]) =>
      toEntry(at, ({ entries }, project, { id }) =>
        isLocked ? entries.lock(project, id) : entries.unlock(project, id),
      ),
    ),
  place.map((at) => toEntry(at, ({ entries }, project, { id }) => entries.trash(project, [id]))),
  fc.tuple(place, place).map(([at, other]) =>
    toEntry(at, async ({ entries }, project, { id }) => {
      const { items } = await entries.list(project);
      const from = items[other % items.length]?.id ?? id;
      return entries.merge(project, { into: id, from: [from] });
    }),
  ),
  place.map((at) =>
    toEntry(at, ({ entries }, project, { id, names }) =>
      entries.split(project, id, { name: names.at(-1) ?? 'no such name' }),
    ),
  ),
  fc
    .tuple(place, fc.constantFrom('accepted', 'rejected', 'open'))
    .map(([at, state]) =>
      toEntry(at, ({ entries }, project, { id, relations: [relation] }) =>
        relation === undefined
          ? Promise.resolve({ value: undefined })
          : entries.decideRelation(project, id, { kind: relation.kind, target: relation.target, state }),
      ),
    ),
  fc.boolean().map(
    (isOpen): Doing =>
      ({ issues }, project) =>
        isOpen
          ? issues.reopen(project, { filter: {} })
          : issues.decide(project, { filter: { state: 'open' } }, { state: 'dismissed', reason: 'duplicate' }),
  ),
  fc.tuple(fc.constantFrom('required', 'excluded'), fc.constantFrom('lamp*', 'buoy'), fc.boolean()).map(
    ([list, pattern, isAdded]): Doing =>
      ({ termLists }, project) =>
        isAdded ? termLists.add(project, list, [{ pattern }]) : termLists.remove(project, list, [pattern]),
  ),
  fc.constantFrom('Lights', 'Boats').map(
    (name): Doing =>
      ({ categories }, project) =>
        allowed(categories.create(project, { name })),
  ),
  fc.tuple(place, fc.option(fc.constantFrom('Lights', 'Boats'), { nil: undefined })).map(([at, wanted]) =>
    toEntry(at, async (actions, project, { id }) => {
      const category = (await actions.categories.list(project)).find(({ name }) => name === wanted);
      return actions.terms.categorise(project, { ids: [id] }, category?.id ?? null);
    }),
  ),
  fc.boolean().map(
    (isMerged): Doing =>
      async ({ categories }, project) => {
        const [first, second] = await categories.list(project);
        if (first === undefined) return { value: undefined };
        return isMerged && second !== undefined
          ? categories.merge(project, { into: first.id, from: [second.id] })
          : categories.remove(project, first.id, { replacement: second?.id ?? null });
      },
  ),
  fc.constantFrom('keeper', 'reef', 'lamp').map(
    (term): Doing =>
      ({ entries }, project) =>
        allowed(entries.add(project, { term, note: 'added' })),
  ),
);
