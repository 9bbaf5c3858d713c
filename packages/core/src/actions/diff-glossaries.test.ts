import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Concept } from '../domain/index.ts';
import { buildConcept, buildDefinition, buildDesignation, buildGlossary } from '../testing/builders.ts';
import { countChanges, diffGlossaries } from './diff-glossaries.ts';

const names = ['quay', 'bollard', 'fender', 'mole'] as const;

/** A glossary of some entries, with one of two definitions, other names and relations. */
const concepts = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(...names),
      text: fc.constantFrom('A wall.', 'A post.', ''),
      others: fc.uniqueArray(fc.constantFrom('wharf', 'pier')),
      isRelated: fc.boolean(),
    }),
    { selector: ({ name }) => name },
  )
  .map((entries): Concept[] =>
    entries.map(({ name, text, others, isRelated }) =>
      buildConcept(name, {
        designations: [
          buildDesignation(name),
          ...others.map((other) => buildDesignation(other, { status: 'admitted', form: 'synonym' })),
        ],
        ...(text === '' ? {} : { definition: buildDefinition([], { text }) }),
        relations: isRelated
          ? [{ kind: 'see-also', target: buildConcept('quay').id, state: 'accepted', evidence: [] }]
          : [],
      }),
    ),
  );

it('counts what the comparison of two glossaries lists, and names the first that came and left', () => {
  fc.assert(
    fc.property(concepts, concepts, (before, after) => {
      const diff = diffGlossaries(buildGlossary({ concepts: before }), buildGlossary({ concepts: after }));
      expect(countChanges(before, after)).toEqual({
        added: diff.added.length,
        changed: diff.changed.length,
        removed: diff.removed.length,
        addedNames: diff.added.slice(0, 20).map(({ id, term }) => ({ id, term })),
        removedNames: diff.removed.slice(0, 20).map(({ id, term }) => ({ id, term })),
      });
      expect(diff.unchanged + diff.changed.length + diff.added.length).toBe(after.length);
    }),
  );
});

it('finds nothing where the order of names alone is another', () => {
  const [wharf, pier] = ['wharf', 'pier'].map((other) => buildDesignation(other, { status: 'admitted' }));
  if (wharf === undefined || pier === undefined) throw new Error('Two names.');
  const quay = buildDesignation('quay');
  const [one, other] = [
    [quay, wharf, pier],
    [quay, pier, wharf],
  ].map((designations) => [buildConcept('quay', { designations })]);
  expect(countChanges(one ?? [], other ?? [])).toMatchObject({ added: 0, changed: 0, removed: 0 });
});

it('names no more than twenty', () => {
  const many = Array.from({ length: 30 }, (_, index) => buildConcept(`quay ${index}`));
  expect(countChanges(many, [])).toMatchObject({ removed: 30, removedNames: { length: 20 }, addedNames: [] });
});

it('says what an entry that came or left is defined as, where it is', () => {
  const quay = buildConcept('quay', { definition: buildDefinition([], { text: 'A wall.' }) });
  const mole = buildConcept('mole');
  const [full, empty] = [buildGlossary({ concepts: [quay, mole] }), buildGlossary({ concepts: [] })];
  const said = [
    { id: quay.id, term: 'quay', text: 'A wall.' },
    { id: mole.id, term: 'mole' },
  ];
  expect(diffGlossaries(empty, full).added).toEqual(said);
  expect(diffGlossaries(full, empty).removed).toEqual(said);
});
