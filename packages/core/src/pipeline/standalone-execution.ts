import { systemClock } from '../runtime/clock.ts';
import { silentLogger } from '../runtime/logger.ts';
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
    makeEach: async (make) => (await make(signal)).value,
    kept: () => Promise.resolve(new Map()),
    use: (resource) => resources.use(resource),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}
