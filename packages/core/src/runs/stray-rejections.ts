import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose work is going on; only to know whom a rejection belongs to that nobody handled. No step looks anything up here. */
const working = new AsyncLocalStorage<(reason: unknown) => void>();
let watchers = 0;

/** Node ends a process with a rejection that nobody handles. One of a run shall end that run, and nothing else. */
function onRejection(reason: unknown): void {
  const tell = working.getStore();
  if (tell !== undefined) tell(reason);
  // Not of a run: what Node would have done without us.
  else if (process.listenerCount('unhandledRejection') === 1) throw reason;
}

/** From now on stray rejections are told apart, until disposed. */
export function watchStrayRejections(): Disposable {
  if (watchers === 0) process.on('unhandledRejection', onRejection);
  watchers += 1;
  return {
    [Symbol.dispose]() {
      watchers -= 1;
      if (watchers === 0) process.off('unhandledRejection', onRejection);
    },
  };
}

/** Does `work`; a rejection in it that nobody handles, now or later, is told to `onStray`. */
export function withStrayRejections<T>(onStray: (reason: unknown) => void, work: () => T): T {
  return working.run(onStray, work);
}
