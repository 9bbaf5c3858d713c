import type { Glossary } from '../../../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildIssue } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject } from './fixture.ts';

export const texts = {
  'lamp.md': 'A lamp is a light on a tower.\nThe keeper cleans the lamp.\n',
  'tower.md': 'A tower carries the lamp. A beacon is a fire on a hill.\nThe tower stands; 👩‍🚀 the beacon burns.\n',
};
export const corpus = buildCorpus(texts);
export const lamp = buildConcept('lamp', {
  definition: buildDefinition([corpus.evidence('lamp.md', 'A lamp is a light on a tower.')]),
  occurrences: corpus.occurrences('lamp'),
  score: 3,
});
export const tower = buildConcept('tower', { occurrences: corpus.occurrences('tower'), score: 5 });
export const beacon = buildConcept('beacon', {
  definition: buildDefinition([corpus.evidence('tower.md', 'A beacon is a fire on a hill.')], { confidence: 0.4 }),
  occurrences: corpus.occurrences('beacon'),
  relations: [{ kind: 'broader', target: lamp.id, state: 'proposed', evidence: [] }],
  score: 1,
});
export const issue = buildIssue(beacon);
export const glossary: Glossary = {
  title: 'Lighthouses',
  documents: corpus.documents,
  concepts: [beacon, lamp, tower],
  issues: [issue],
};

/** Runs a test in a project that has the documents and the glossary made from them. */
export function inGlossary(
  fixture: ActionsFixture,
  work: (test: ActionsUnderTest) => Promise<void>,
): () => Promise<void> {
  return inProject(fixture, async (test) => {
    const items = Object.entries(texts).map(([name, content]) => ({ name, content }));
    await test.actions.documents.upload(test.project, items);
    await test.storage.glossary.replace(test.project, glossary);
    await work(test);
  });
}
