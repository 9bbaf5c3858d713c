import type { CallOutcome, RecordedCall } from '@genglossary/client';
import { callOutcomes, type ProjectId, type RunId } from '@genglossary/core/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../data/api.ts';
import { Loaded } from '../../data/loaded.tsx';
import { questions } from '../../data/questions.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';
import { CallDialog } from './call-dialog.tsx';

const tones: Readonly<Record<CallOutcome, Tone>> = { answered: 'ok', reused: 'neutral', failed: 'bad' };
const page = 50;
/** The most that the server tells at once. */
const mostAtOnce = 500;
/** Milliseconds between two looks at a run that is under way. */
const lookMs = 1500;

/** What the run asked of language models: about what, with what answer, for how much. */
export function Calls({
  project,
  run,
  isActive,
}: {
  readonly project: ProjectId;
  readonly run: RunId;
  readonly isActive: boolean;
}) {
  const words = useWords();
  const [outcome, setOutcome] = useState<CallOutcome>();
  const [limit, setLimit] = useState(page);
  const [open, setOpen] = useState<RecordedCall>();
  const calls = useQuery({
    ...questions.calls(useApi(), project, run, { limit, ...(outcome === undefined ? {} : { outcome }) }),
    placeholderData: keepPreviousData,
    refetchInterval: isActive ? lookMs : false,
  });
  return (
    <section className="calls" aria-label={words.runs.calls}>
      <div className="row">
        <SelectField
          label={words.runs.outcome}
          hideLabel
          value={outcome ?? ''}
          onChange={(event) => {
            setOutcome(callOutcomes.find((one) => one === event.target.value));
            setLimit(page);
          }}
        >
          <option value="">{words.runs.allOutcomes}</option>
          {callOutcomes.map((one) => (
            <option key={one} value={one}>
              {words.runs.outcomes[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <Loaded answer={calls}>
        {({ items, cursor }) =>
          items.length === 0 ? (
            <p className="muted">{words.runs.noCalls}</p>
          ) : (
            <>
              <table className="call-table">
                <thead>
                  <tr>
                    <th scope="col">{words.runs.callColumns.about}</th>
                    <th scope="col">{words.runs.callColumns.step}</th>
                    <th scope="col">{words.runs.outcome}</th>
                    <th scope="col" className="call-extra">
                      {words.settings.model}
                    </th>
                    <th scope="col" className="call-number call-extra">
                      {words.settings.most.tokens}
                    </th>
                    <th scope="col" className="call-number call-extra">
                      {words.settings.most.cost}
                    </th>
                    <th scope="col" className="call-number">
                      {words.runs.callColumns.time}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((call) => (
                    <Row key={call.number} call={call} onOpen={() => setOpen(call)} />
                  ))}
                </tbody>
              </table>
              {cursor !== undefined && limit < mostAtOnce && (
                <Button onClick={() => setLimit(Math.min(mostAtOnce, limit * 2))}>{words.runs.moreCalls}</Button>
              )}
            </>
          )
        }
      </Loaded>
      <CallDialog project={project} run={run} call={open} onClose={() => setOpen(undefined)} />
    </section>
  );
}

function Row({ call, onOpen }: { readonly call: RecordedCall; readonly onOpen: () => void }) {
  const words = useWords();
  const { items, itemCount, step, outcome, model, inputTokens, outputTokens, cost, tookMs } = call;
  const more = itemCount - items.length;
  const tokens = inputTokens === undefined ? undefined : inputTokens + (outputTokens ?? 0);
  return (
    <tr>
      <th scope="row">
        <button type="button" className="call-open" onClick={onOpen}>
          {words.list(items)}
          {more > 0 && ` (+${words.number(more)})`}
        </button>
      </th>
      <td>{words.runs.steps[step]}</td>
      <td>
        <Chip tone={tones[outcome]}>{words.runs.outcomes[outcome]}</Chip>
      </td>
      <td className="call-extra">{model}</td>
      <td className="call-number call-extra numbers">
        {tokens === undefined ? words.runs.unknown : words.number(tokens)}
      </td>
      <td className="call-number call-extra numbers">
        {cost === undefined ? words.runs.unknown : words.runs.cost(cost)}
      </td>
      <td className="call-number numbers">{words.runs.milliseconds(Math.round(tookMs))}</td>
    </tr>
  );
}
