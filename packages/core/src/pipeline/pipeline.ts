import type { ArtifactName, Artifacts } from './artifacts.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { Step } from './step.ts';

/** Steps in an order in which every need is met: by what is given or by an earlier step. */
export interface Pipeline<Given extends ArtifactName, Made extends ArtifactName> {
  /** The pipeline with one more step at its end. Does not compile when the step needs what nothing before it makes. */
  step<Needs extends Given | Made, Makes extends ArtifactName>(step: Step<Needs, Makes>): Pipeline<Given, Made | Makes>;

  /**
   * Runs the steps in order and returns every artifact. It holds no state of its own, so one pipeline may run any
   * number of times at once.
   *
   * @throws the reason of `execution.signal` when it is aborted, between steps or where a step looks at it.
   */
  run(given: Pick<Artifacts, Given>, execution: ExecutionContext): Promise<Pick<Artifacts, Given | Made>>;
}

type AnyStep = Step<ArtifactName, ArtifactName>;

/** An empty pipeline that is given the named artifacts when it runs. */
export function definePipeline<const Given extends ArtifactName>(given: readonly Given[]): Pipeline<Given, never> {
  return pipelineOf(given, []);
}

function pipelineOf<Given extends ArtifactName, Made extends ArtifactName>(
  given: readonly Given[],
  steps: readonly AnyStep[],
): Pipeline<Given, Made> {
  return {
    // The one place where a step's exact types are let go: the signature of `step` has checked them.
    step: (step) => pipelineOf(given, [...steps, step as unknown as AnyStep]),
    async run(inputs, execution) {
      let artifacts: Partial<Artifacts> = pick(inputs, given);
      for (const step of steps) {
        execution.signal.throwIfAborted();
        execution.report({ type: 'step-start', step: step.name });
        const { made, count } = await step.run(pick(artifacts, step.needs), execution);
        artifacts = { ...artifacts, ...pick(made, step.makes) };
        execution.report({ type: 'step-end', step: step.name, count });
      }
      return artifacts as Pick<Artifacts, Given | Made>;
    },
  };
}

function pick<Name extends ArtifactName>(artifacts: Partial<Artifacts>, names: readonly Name[]): Pick<Artifacts, Name> {
  return Object.fromEntries(names.map((name) => [name, artifacts[name]])) as Pick<Artifacts, Name>;
}
