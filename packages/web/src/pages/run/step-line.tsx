import { isTerminal, type StepName } from '@genglossary/core/domain';
import type { RunView } from '../../data/run-view.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/words.tsx';

/** The steps of the pipeline in their order, each with what it did. A press on one leaves its lines of the log. */
export function StepLine({
  view,
  isCaughtUp,
  chosen,
  onChoose,
}: {
  readonly view: RunView;
  readonly isCaughtUp: boolean;
  readonly chosen: StepName | undefined;
  readonly onChoose: (step: StepName) => void;
}) {
  const words = useWords();
  // Before all was told nobody knows which step was not reached.
  const isOver = isCaughtUp && isTerminal(view.status);
  return (
    <ol className="steps">
      {view.steps.map(({ step, state: told, done, total, count }) => {
        // Whoever opens a run that is over sees no steps run by while its log is read.
        const state = !isCaughtUp && view.status === 'completed' ? 'done' : told;
        const stopped = isOver && state !== 'done';
        // It was at work when the run ended.
        const broken = stopped && state === 'active';
        return (
          <li
            key={step}
            className={`step step-${broken ? (view.status === 'failed' ? 'failed' : 'broken') : stopped ? 'stopped' : state}`}
            aria-current={!isOver && state === 'active' ? 'step' : undefined}
          >
            <button type="button" className="step-press" aria-pressed={step === chosen} onClick={() => onChoose(step)}>
              <span className="step-name">
                {state === 'done' && <Icon name="check" />}
                {broken && view.status === 'failed' && <Icon name="warning" />}
                {words.runs.steps[step]}
              </span>
              <span className="step-told numbers">
                {state === 'done' && count !== undefined
                  ? words.runs.made[step](count)
                  : total !== undefined && state === 'active'
                    ? words.runs.progress(done, total)
                    : words.runs.stepStates[broken ? 'broken' : stopped ? 'stopped' : state]}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
