import { describe, expect, it } from 'vitest';
import type { Glossary } from '../../../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildDesignation, buildGlossary } from '../../builders.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';

const corpus = buildCorpus({ 'a.md': 'A lamp is a bright light. 灯台は光を放つ塔である。灯台は火を放つ塔である。' });
const define = (quote: string) => ({ definition: buildDefinition([corpus.evidence('a.md', quote)]) });
const lamp = buildConcept('lamp', define('A lamp is a bright light.'));
const tower = buildConcept('灯台', { language: 'ja', ...define('灯台は光を放つ塔である。') });
const reef = buildConcept('reef');
const glossary: Glossary = buildGlossary({ documents: corpus.documents, concepts: [lamp, reef, tower] });

export function versionRules(database: string, fixture: ActionsFixture): void {
  describe(`versions in ${database}`, () => {
    it(
      'are what the glossary was when they were published, whatever becomes of it',
      inProject(fixture, async ({ actions: { versions, entries }, project, storage, clock }) => {
        expect(await outcomeOf(versions.publish(project))).toBe('glossary/none');
        await storage.glossary.replace(project, glossary);
        const first = await versions.publish(project, { name: ' Spring ', note: 'First light' });
        expect(first).toEqual({
          number: 1,
          name: 'Spring',
          note: 'First light',
          publishedAt: clock.now(),
          sha256: first.sha256,
          entries: 3,
        });
        const again = await versions.publish(project);
        expect([again.number, again.name, again.sha256]).toEqual([2, 'Version 2', first.sha256]);
        await entries.trash(project, [reef.id]);
        const third = await versions.publish(project);
        expect(third.sha256).not.toBe(first.sha256);
        expect((await versions.get(project, 1)).glossary).toEqual(glossary);
        expect((await versions.list(project)).map(({ number, entries: count }) => [number, count])).toEqual([
          [3, 2],
          [2, 3],
          [1, 3],
        ]);
        expect(await outcomeOf(versions.get(project, 9))).toBe('storage/not-found');
        expect(await outcomeOf(versions.publish(project, { name: 'x'.repeat(201) }))).toBe('version/invalid');
      }),
    );

    it(
      'differ by what was added, removed and changed, word by word',
      inProject(fixture, async ({ actions: { versions, entries }, project, storage }) => {
        await storage.glossary.replace(project, glossary);
        await versions.publish(project);
        expect(await versions.diff(project, { from: 1 })).toEqual({
          added: [],
          removed: [],
          changed: [],
          unchanged: 3,
        });
        const { version, designations } = await entries.get(project, lamp.id);
        await entries.update(project, lamp.id, {
          ifVersion: version,
          designations: [...designations, buildDesignation('lantern', { status: 'forbidden', form: 'synonym' })],
          definition: { statements: [{ text: 'A lamp is a small light.' }] },
        });
        await storage.glossary.replace(project, {
          ...glossary,
          concepts: [buildConcept('buoy'), lamp, { ...tower, ...define('灯台は火を放つ塔である。') }],
        });
        const diff = await versions.diff(project, { from: 1, to: 'current' });
        expect(diff).toMatchObject({
          added: [{ term: 'buoy' }],
          removed: [{ id: reef.id, term: 'reef' }],
          unchanged: 0,
          changed: [{ id: lamp.id, namesAdded: ['lantern (forbidden)'], namesRemoved: [] }, { id: tower.id }],
        });
        const parts = diff.changed.map(({ definition = [] }) =>
          definition.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`),
        );
        expect(parts).toEqual([
          ['removed bright', 'added small'],
          ['removed 光', 'added 火'],
        ]);
        await versions.publish(project);
        expect(await versions.diff(project, { from: 1, to: 2 })).toEqual(diff);
        const back = await versions.diff(project, { from: 2, to: 1 });
        expect([back.added.length, back.removed.length, back.changed.length]).toEqual([1, 1, 2]);
      }),
    );
  });
}
