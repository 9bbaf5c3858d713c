import { Piscina } from 'piscina';
import { GlossaryError } from '../errors/glossary-error.ts';

/** Worker threads for heavy text work, so that no document holds the event loop. */
export interface AnalysisPool<In, Out> extends AsyncDisposable {
  /**
   * Runs one job in a thread. `name` is what it is about, for the error.
   *
   * @throws `analysis/failed` when the job throws or its thread dies; the signal's reason when it is aborted.
   */
  run(job: In, options: { readonly name: string; readonly signal: AbortSignal }): Promise<Out>;
  /**
   * Ends the threads, unless one is at work, and gives back their memory: a tagger's data and what it worked with is
   * some hundred megabytes a thread. The next job starts them anew. Waits until they have ended.
   */
  rest(): Promise<void>;
}

/**
 * A thread throws most of what it makes away at once. Left to itself its young generation grows until that garbage is
 * half of what the process holds; collecting it sooner costs a few per cent of the time.
 */
const YOUNG_MEGABYTES = 32;

/**
 * Opens a pool over a worker file whose default export takes a job. Give the worker's URL without its ending: it is
 * `.ts` where the sources run and `.js` where they were built. Threads start with the first jobs.
 */
export function openAnalysisPool<In, Out>(
  worker: { readonly base: string; readonly importer: string },
  options: { readonly threads: number },
): AnalysisPool<In, Out> {
  const ending = worker.importer.endsWith('.ts') ? '.ts' : '.js';
  const open = () =>
    new Piscina<In, Out>({
      filename: new URL(`${worker.base}${ending}`, worker.importer).href,
      minThreads: 0,
      maxThreads: options.threads,
      idleTimeout: 30_000,
      // Two jobs in flight a thread would only delay an abort.
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
  let pool = open();
  let jobs = 0;
  return {
    async run(job, { name, signal }) {
      // A running job is not torn down: its thread holds dictionaries. It is short, and the abort waits for it.
      signal.throwIfAborted();
      jobs += 1;
      try {
        return await pool.run(job);
      } catch (error) {
        signal.throwIfAborted();
        throw new GlossaryError('analysis/failed', `The analysis of ${name} failed.`, {
          details: { name, why: error instanceof Error ? error.message : String(error) },
          cause: error,
        });
      } finally {
        jobs -= 1;
      }
    },
    async rest() {
      if (jobs > 0 || pool.threads.length === 0) return;
      const tired = pool;
      pool = open();
      await tired.destroy();
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
