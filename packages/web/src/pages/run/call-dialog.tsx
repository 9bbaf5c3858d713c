import type { RecordedCall } from '@genglossary/client';
import type { ProjectId, RunId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../data/api.ts';
import { Loaded } from '../../data/loaded.tsx';
import { questions } from '../../data/questions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CallPart } from '../../ui/call-part.tsx';
import { useWords } from '../../words/words.tsx';

/** One question to a language model: what it was, what it cost, and its words where the run kept them. */
export function CallDialog({
  project,
  run,
  call,
  onClose,
}: {
  readonly project: ProjectId;
  readonly run: RunId;
  readonly call: RecordedCall | undefined;
  readonly onClose: () => void;
}) {
  const words = useWords();
  return (
    <Dialog
      title={call === undefined ? '' : words.runs.callTitle(call.number, words.runs.steps[call.step])}
      open={call !== undefined}
      onClose={onClose}
      wide
    >
      {call !== undefined && <Facts call={call} />}
      {call?.hasText === true && <CallText project={project} run={run} number={call.number} />}
      {call?.hasText === false && <p className="muted">{words.runs.noText}</p>}
      <div className="row row-end">
        <Button onClick={onClose}>{words.actions.close}</Button>
      </div>
    </Dialog>
  );
}

function Facts({ call }: { readonly call: RecordedCall }) {
  const words = useWords();
  const { provider, model, servedModel, items, tries, inputTokens, outputTokens, cost, tookMs, failure, at } = call;
  const tokens = (count: number | undefined) => (count === undefined ? words.runs.unknown : words.number(count));
  const facts: readonly (readonly [string, string])[] = [
    [words.runs.callColumns.about, words.list(items)],
    [words.settings.model, `${provider} · ${servedModel ?? model}`],
    [words.runs.outcome, words.runs.outcomes[call.outcome]],
    [words.runs.callColumns.tokens, words.runs.inAndOut(tokens(inputTokens), tokens(outputTokens))],
    [words.settings.most.cost, cost === undefined ? words.runs.unknown : words.runs.cost(cost)],
    [words.runs.callColumns.time, words.runs.milliseconds(Math.round(tookMs))],
    [words.runs.callColumns.tries, words.runs.tries(tries)],
    [words.runs.callColumns.at, words.date(at)],
  ];
  return (
    <>
      {failure !== undefined && (
        <p className="field-error">
          {words.errors.tell(failure)} <code>{failure.code}</code>
        </p>
      )}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function CallText({
  project,
  run,
  number,
}: {
  readonly project: ProjectId;
  readonly run: RunId;
  readonly number: number;
}) {
  const words = useWords();
  const detail = useQuery(questions.call(useApi(), project, run, number));
  return (
    <Loaded answer={detail}>
      {({ text }) =>
        text !== undefined && (
          <div className="call-text">
            <CallPart title={words.runs.callParts.instructions} text={text.instructions} />
            <CallPart title={words.runs.callParts.prompt} text={text.prompt} />
            {text.answers.map((answer, index) => (
              // Answers of one question have no other name than their order.
              // oxlint-disable-next-line react/no-array-index-key
              <CallPart key={index} title={words.runs.callParts.answer(index + 1)} text={answer} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}
