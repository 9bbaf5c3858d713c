import type { StepName } from '../domain/index.ts';
import type { ArtifactName, Artifacts } from './artifacts.ts';
import type { ExecutionContext } from './execution-context.ts';

/**
 * One stage of the pipeline: it declares what it needs and what it makes, and its `run` sees exactly its needs.
 * Reading an artifact that is not needed, or returning one that is not made, does not compile.
 */
export interface Step<Needs extends ArtifactName, Makes extends ArtifactName> {
  readonly name: StepName;
  readonly needs: readonly Needs[];
  readonly makes: readonly Makes[];
  run(artifacts: Pick<Artifacts, Needs>, execution: ExecutionContext): Promise<StepResult<Makes>>;
}

export interface StepResult<Makes extends ArtifactName> {
  readonly made: Pick<Artifacts, Makes>;
  /** How many items the step made or kept, for progress. */
  readonly count: number;
}

/** Declares a step; the types of `needs` and `makes` are inferred from the two lists. */
export function defineStep<const Needs extends ArtifactName, const Makes extends ArtifactName>(
  step: Step<Needs, Makes>,
): Step<Needs, Makes> {
  return step;
}
