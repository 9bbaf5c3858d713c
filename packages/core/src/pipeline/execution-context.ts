import type { StepEvent } from '../domain/index.ts';

/**
 * The facts of one execution, handed from the caller to every step: never looked up, never shared between executions.
 * Tools (the worker pool, the cache, a language model) are not in it: they are given when a step is made.
 */
export interface ExecutionContext {
  /** Aborts the execution. Steps check it before each item and after each wait. */
  readonly signal: AbortSignal;
  /** Tells people how far the execution is. Must not throw. */
  readonly report: (event: StepEvent) => void;
}
