import type { ExecutionContext } from './execution-context.ts';

/**
 * The execution as steps shall see it, and whether anything was lost on the way: an item given up, a document that no
 * thread survived, a question without an answer (also one that was a second look only). Another run of the same may come
 * to more.
 */
export function watchLosses(execution: ExecutionContext): {
  readonly execution: ExecutionContext;
  readonly hasLosses: () => boolean;
} {
  let hasLosses = false;
  const lost = (error: unknown): never => {
    hasLosses = true;
    throw error;
  };
  const watched: ExecutionContext = Object.freeze({
    ...execution,
    report(event) {
      const isUnanalysable = event.type === 'document-skipped' && event.reason === 'unanalysable';
      if (event.type === 'item-failed' || isUnanalysable) hasLosses = true;
      execution.report(event);
    },
    once: (key, make) => execution.once(key, make).catch(lost),
    makeEach: (make) => execution.makeEach(make).catch(lost),
  } satisfies ExecutionContext);
  return { execution: watched, hasLosses: () => hasLosses };
}
