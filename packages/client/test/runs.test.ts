import { isGenGlossaryError, type ProjectId, type RunEventMessage, type RunHandle } from '@genglossary/client';
import { HeldWork } from '@genglossary/server/testing';
import { describe, expect, it } from 'vitest';
import { type Fixture, modes, openFixture } from './clients.ts';

describe.each(modes)('runs %s', (mode) => {
  it('tell every event once and in order, first what is there, then live, and end with the run', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture(mode, { core: { work } });
    const run = await startRun(fixture);
    work.tell(300);
    const seen: RunEventMessage[] = [];
    for await (const event of run.events()) {
      seen.push(event);
      if (event.type === 'log' && event.message === 'line 300') work.tell(200);
      if (event.type === 'log' && event.message === 'line 500') work.finish();
    }
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
    expect(seen.filter(({ type }) => type === 'log')).toHaveLength(500);
    expect(seen.at(-1)).toMatchObject({ type: 'run-end', status: 'completed' });
  });

  it('go on after the event that is known already', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture(mode, { core: { work } });
    const run = await startRun(fixture);
    work.tell(50);
    work.finish();
    await run.done();
    const all = await Array.fromAsync(run.events());
    await expect(Array.fromAsync(run.events({ after: 20 }))).resolves.toEqual(all.slice(20));
  });

  it('leave nothing open on the server when a reader stops', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture(mode, { core: { work } });
    const run = await startRun(fixture);
    work.tell(5);
    for await (const event of run.events()) if (event.type === 'log') break;
    await gone(fixture);
    work.finish();
    await expect(run.done()).resolves.toMatchObject({ status: 'completed' });
  });

  it('stop with the reason of their signal', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture(mode, { core: { work } });
    const run = await startRun(fixture);
    const stop = new AbortController();
    const reading = Array.fromAsync(run.events({ signal: stop.signal }));
    stop.abort(new Error('enough'));
    await expect(reading).rejects.toThrow('enough');
    await gone(fixture);
  });

  it('are one for one key, however often it is sent', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture(mode, { core: { work } });
    const { id } = await fixture.server.core.storage.projects.ensure('Handbook');
    const starts = Array.from({ length: 20 }, () => fixture.client.runs.start(id, { key: 'the same key' }));
    const ids = (await Promise.all(starts)).map((run) => run.id);
    expect(new Set(ids).size).toBe(1);
  });

  it('are refused by code, with the run that is in the way', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture(mode, { core: { work } });
    const run = await startRun(fixture);
    const { projectId } = await run.get();
    const refused = await caught(fixture.client.runs.start(projectId));
    if (!isGenGlossaryError(refused, 'run/already-active')) throw refused;
    expect(refused.details.runId).toBe(run.id);
    expect(refused.hint).not.toBe('');
    expect((await fixture.client.runs.current(projectId))?.id).toBe(run.id);
  });

  it('can be cancelled and resumed, and a completed one has nothing to resume', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture(mode, { core: { work } });
    const run = await startRun(fixture);
    await run.cancel();
    await expect(run.done()).resolves.toMatchObject({ status: 'cancelled' });
    const again = await fixture.client.runs.resume(run.id);
    work.finish();
    const { projectId, ...done } = await again.done();
    expect(done).toMatchObject({ status: 'completed', resumes: run.id });
    expect(isGenGlossaryError(await caught(fixture.client.runs.resume(again.id)), 'run/nothing-to-resume')).toBe(true);
    const listed = await fixture.client.runs.list(projectId);
    expect(listed.map(({ id }) => id)).toEqual([again.id, run.id]);
    expect(listed[0]).not.toHaveProperty('input');
  });

  it('that do not exist are not found', async () => {
    await using fixture = await openFixture(mode);
    const error = await caught(Array.fromAsync(fixture.client.runs.open('nothing' as RunHandle['id']).events()));
    expect(isGenGlossaryError(error, 'run/not-found')).toBe(true);
  });

  it('of a project that does not exist are refused, and so is what has no shape', async () => {
    await using fixture = await openFixture(mode);
    const missing = await caught(fixture.client.runs.start('nobody' as ProjectId));
    expect(isGenGlossaryError(missing, 'storage/not-found')).toBe(true);
    const shapeless = await caught(fixture.client.runs.start(7 as unknown as ProjectId));
    if (!isGenGlossaryError(shapeless, 'request/invalid')) throw shapeless;
    expect(shapeless.details.problems.join()).toContain('projectId');
  });
});

it('twenty restarts of the server leave no gap and no duplicate in what a client reads', async () => {
  const work = new HeldWork();
  await using fixture = await openFixture('over the network', { core: { work } });
  const run = await startRun(fixture);
  const seen: RunEventMessage[] = [];
  let restarts = 0;
  let restarting = Promise.resolve();
  work.tell(10);
  for await (const event of run.events()) {
    seen.push(event);
    if (event.type !== 'log' || !event.message.endsWith('0')) continue;
    if (restarts === 20) work.finish();
    else {
      restarts += 1;
      restarting = restarting.then(() => fixture.server.restart()).then(() => work.tell(10));
    }
  }
  await restarting;
  expect(restarts).toBe(20);
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
  expect(seen.filter(({ type }) => type === 'log').length).toBeGreaterThanOrEqual(210);
  expect(seen.at(-1)).toMatchObject({ type: 'run-end', status: 'completed' });
});

async function startRun({ client, server }: Fixture): Promise<RunHandle> {
  const { id } = await server.core.storage.projects.ensure('Handbook');
  return client.runs.start(id);
}

/** Waits until nobody follows a run any more. */
async function gone({ server }: Fixture): Promise<void> {
  await expect.poll(() => server.core.runs.waitingFollowers, { timeout: 2000 }).toBe(0);
}

async function caught(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
