import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GlossaryError } from '../errors/glossary-error.ts';
import { openStorage } from '../storage/kysely/open-storage.ts';
import { buildConcept, buildGlossary } from '../testing/builders.ts';
import { actionsConformance } from '../testing/conformance/actions.ts';
import type { ActionsFixture } from '../testing/conformance/actions/fixture.ts';
import { type Actions, createActions } from './create-actions.ts';
import { startPostgres, type TestPostgres } from '../testing/start-postgres.ts';

let postgres: TestPostgres | undefined;
let count = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  // The schema is made once; each test gets a copy.
  const storage = await openStorage({ url: await postgres.createDatabase('actions') });
  await storage[Symbol.asyncDispose]();
});
afterAll(async () => {
  await postgres?.[Symbol.asyncDispose]();
});

const fixture: ActionsFixture = {
  async open(options) {
    if (postgres === undefined) throw new Error('PostgreSQL is not running.');
    const url = await postgres.createDatabase(`actions_${(count += 1)}`, { template: 'actions' });
    return openStorage({ url }, options);
  },
};

actionsConformance('PostgreSQL', fixture);

describe('two processes that share a PostgreSQL database', () => {
  it('change an entry one after the other: the second gets what it is now, and both hear of it', async () => {
    const url = (await postgres?.createDatabase('shared', { template: 'actions' })) ?? '';
    await using here = await openStorage({ url });
    await using there = await openStorage({ url });
    const [one, other] = [createActions({ storage: here }), createActions({ storage: there })];
    const { id: project } = await one.projects.create({ name: 'Lighthouses' });
    const lamp = buildConcept('lamp');
    await here.glossary.replace(project, buildGlossary({ concepts: [lamp] }));
    const { version, id } = await other.entries.get(project, lamp.id);

    const edit = ({ entries }: Actions, note: string) => entries.update(project, id, { ifVersion: version, note });
    const tries = await Promise.allSettled([edit(one, 'here'), edit(other, 'there')]);
    const refusals = tries.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason as unknown] : []));
    expect(refusals).toHaveLength(1);
    const [refusal] = refusals;
    if (!GlossaryError.is(refusal, 'entry/conflict')) throw refusal;
    expect(refusal.details.current).toEqual(await one.entries.get(project, id));

    for (const { changes } of [one, other]) {
      const follow = changes.follow(project, { after: 2, signal: new AbortController().signal });
      const { value } = await follow.next();
      expect(value?.changes.map(({ kind }) => kind)).toEqual(['entry-edited']);
      await follow.return();
    }
  });
});
