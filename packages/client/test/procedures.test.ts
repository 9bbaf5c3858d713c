import type { AppRouter } from '@genglossary/client';
import type { ErrorCode } from '@genglossary/core/domain';
import type { inferRouterInputs } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../../server/src/router.ts';
import { docComments } from '../../../tooling/reference/procedures.ts';
import { casesOfEntries } from './procedures/cases-of-entries.ts';
import { casesOfProjects } from './procedures/cases-of-projects.ts';
import { casesOfRuns } from './procedures/cases-of-runs.ts';
import { type Case, openWorlds, type World, type Worlds } from './procedures/world.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Path = { [Room in keyof Inputs]: `${Room}.${Extract<keyof Inputs[Room], string>}` }[keyof Inputs];

/** A procedure without a case does not compile. */
const cases: Readonly<Record<Path, Case>> = { ...casesOfProjects, ...casesOfEntries, ...casesOfRuns };

let worlds: Worlds;
beforeAll(async () => {
  worlds = await openWorlds();
}, 60_000);
afterAll(() => worlds[Symbol.asyncDispose]());

it('every procedure of the router has its case', () => {
  // oxlint-disable-next-line no-underscore-dangle
  expect(Object.keys(cases).toSorted()).toEqual(Object.keys(appRouter._def.procedures).toSorted());
});

it('every procedure says what it does, and every refusal that is tried here', () => {
  const comments = docComments();
  expect(Object.keys(cases).filter((path) => (comments.get(path)?.says ?? '') === '')).toEqual([]);
  const untold = Object.entries(cases).flatMap(([path, { refuses }]) =>
    Object.keys(refuses).flatMap((code) =>
      code === 'request/invalid' || comments.get(path)?.refuses.includes(code) === true ? [] : [`${path}: ${code}`],
    ),
  );
  expect(untold).toEqual([]);
});

describe.each(Object.entries(cases))('%s', (_, { prepare, call, answers, refuses, twice }) => {
  const inWorld = async (test: (world: World, given: never) => Promise<void>) => {
    const world = await worlds.fresh();
    try {
      await test(world, (await prepare(world)) as never);
    } finally {
      // There is room for two runs at once: none stays behind.
      const { activeRun } = await world.client.projects.get(world.project).catch(() => ({ activeRun: undefined }));
      if (activeRun !== undefined) await world.client.runs.open(activeRun.id).cancel();
    }
  };

  it('does what it says', () =>
    inWorld(async (world, given) => {
      await answers((await call(world, given)) as never, world, given);
    }));

  it.each(Object.entries(refuses))('refuses with %s', (code, refused) =>
    inWorld(async (world, given) => {
      expect((await outcomeOf(refused(world, given))).outcome).toBe(code);
    }),
  );

  it(`answers two who call at once: ${twice.join(', ')}`, () =>
    inWorld(async (world, given) => {
      const outcomes = await Promise.all([outcomeOf(call(world, given)), outcomeOf(call(world, given))]);
      const [won, lost] = outcomes.toSorted((a) => (a.outcome === 'done' ? -1 : 1));
      expect([won?.outcome, lost?.outcome]).toEqual(twice);
      if (lost?.outcome.endsWith('/conflict') === true) expect(await currentOf(world, lost)).toEqual(lost.current);
    }));
});

interface Outcome {
  readonly outcome: 'done' | ErrorCode;
  readonly path?: string;
  /** What somebody else made of it, where that is told. */
  readonly current?: unknown;
}

async function outcomeOf(calling: Promise<unknown>): Promise<Outcome> {
  try {
    await calling;
    return { outcome: 'done' };
  } catch (error) {
    const { data } = error as { readonly data?: { readonly path?: string; readonly glossary?: Report } };
    if (data?.glossary === undefined) throw error;
    return { outcome: data.glossary.code, path: data.path ?? '', current: data.glossary.details['current'] };
  }
}

interface Report {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What is stored now of the thing that was in the way. */
async function currentOf({ api, project }: World, { outcome, current }: Outcome): Promise<unknown> {
  if (outcome === 'entry/conflict') {
    return api.entries.get.query({ projectId: project, entryId: (current as { readonly id: never }).id });
  }
  if (outcome === 'settings/conflict') {
    const { keys: _keys, ...settings } = await api.settings.get.query({ projectId: project });
    return settings;
  }
  const rows = current as readonly { readonly entry: { readonly id: never } }[];
  const { items } = await api.entries.list.query({ projectId: project });
  return rows.map((row) => ({ ...row, entry: items.find(({ id }) => id === row.entry.id) }));
}
