import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, type ProjectId, type Run, RunManager, type RunWork, type Storage } from '@genglossary/core';

/** A run system over a file of its own, with one project; disposing closes it and removes the file. */
export interface Place extends AsyncDisposable {
  readonly storage: Storage;
  readonly runs: RunManager;
  readonly projectId: ProjectId;
  /** Starts a run of the project. */
  start(input?: object): Promise<Run>;
}

export async function openPlace(work: RunWork): Promise<Place> {
  await using opened = new AsyncDisposableStack();
  const storage = opened.use(await openStorage({ path: join(opened.use(scratchFolder()).path, 'genglossary.db') }));
  const { id: projectId } = await storage.projects.ensure('bench');
  const runs = opened.use(await RunManager.open(storage, work));
  const owned = opened.move();
  return {
    storage,
    runs,
    projectId,
    start: (input = {}) => runs.start({ projectId, scope: 'full', input: JSON.stringify(input) }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A work that does only `step`, and leaves nothing. */
export function workOf(step: (execution: Parameters<RunWork['run']>[1]) => Promise<void>): RunWork {
  return {
    estimate: async () => ({ calls: 0, tokens: 0, cost: { from: 0, to: 0 } }),
    run: async (_input, execution) => {
      await step(execution);
      return { save: async () => undefined };
    },
  };
}

/** A folder on the disk that temporary files are on. */
export function scratchFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'genglossary-bench-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
