import type { ProjectId } from '../domain/index.ts';
import { systemClock } from '../runtime/clock.ts';
import { silentLogger } from '../runtime/logger.ts';
import type { Storage } from '../storage/storage.ts';
import type { ExecutionContext, ExecutionWatch } from './execution-context.ts';

/** An execution without a run: nothing is stored, so nothing is remembered. Dispose it to close what its steps opened. */
export function standaloneExecution({ signal, report }: ExecutionWatch): ExecutionContext & AsyncDisposable {
  const resources = new AsyncDisposableStack();
  return {
    run: undefined,
    signal,
    clock: systemClock,
    logger: silentLogger,
    report,
    recordCall: () => undefined,
    once: async (_key, make) => (await make(signal)).value,
    makeEach: async (make) => (await make(signal, () => Promise.resolve())).value,
    kept: () => Promise.resolve(new Map()),
    use: (resource) => resources.use(resource),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

/** An execution that finds what a project remembers, tells nobody, and keeps nothing: for what is only tried out. */
export function rehearsalExecution({
  project,
  storage,
  signal,
}: {
  readonly project: ProjectId;
  readonly storage: Pick<Storage, 'checkpoints'>;
  readonly signal: AbortSignal;
}): ExecutionContext & AsyncDisposable {
  return {
    ...standaloneExecution({ signal, report: () => undefined }),
    kept: async <T>(keys: readonly string[]) => {
      const values = keys.length === 0 ? new Map<string, string>() : await storage.checkpoints.get(project, keys);
      // Written by a run, as JSON of the same type: the key names everything that the value depends on.
      return new Map([...values].map(([key, value]) => [key, JSON.parse(value) as T]));
    },
  };
}
