import type { RunBudget, Settings } from '@genglossary/client';
import type { ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../data/api.ts';
import { Loaded } from '../data/loaded.tsx';
import { useSettings } from '../data/queries.ts';
import { questions } from '../data/questions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';
import { Estimate } from './estimate.tsx';
import { askForRun, useAskedRun } from './asked-run.ts';
import { useStartRun } from './use-start-run.ts';
import './start-dialog.css';

const limits = ['calls', 'tokens', 'cost'] as const;

/** Before a language model works: what the run will ask and spend, and the most that it may. */
export function StartDialog({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const isOpen = useAskedRun() === project;
  return (
    <Dialog
      title={words.runs.spendTitle}
      description={words.runs.spendDetail}
      open={isOpen}
      onClose={() => askForRun()}
    >
      {isOpen && <Question project={project} />}
    </Dialog>
  );
}

function Question({ project }: { readonly project: ProjectId }) {
  const settings = useSettings(project);
  return <Loaded answer={settings}>{({ effective }) => <Limits {...{ project, effective }} />}</Loaded>;
}

function Limits({ project, effective }: { readonly project: ProjectId; readonly effective: Settings['effective'] }) {
  const words = useWords();
  const estimate = useQuery(questions.estimate(useApi(), project));
  const run = useStartRun(project);
  const [most, setMost] = useState<Readonly<Record<(typeof limits)[number], string>>>(() => ({
    calls: String(effective.budget?.calls ?? ''),
    tokens: String(effective.budget?.tokens ?? ''),
    cost: String(effective.budget?.cost ?? ''),
  }));
  const begin = async () => {
    askForRun();
    await run.begin(budgetOf(most));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <Loaded answer={estimate}>{(found) => <Estimate estimate={found} />}</Loaded>
      <div className="run-limits">
        {limits.map((name) => (
          <TextField
            key={name}
            label={words.settings.most[name]}
            type="number"
            min={0}
            step={name === 'cost' ? 'any' : 1}
            placeholder={words.settings.noLimit}
            value={most[name]}
            autoComplete="off"
            onChange={(event) => setMost({ ...most, [name]: event.target.value })}
          />
        ))}
      </div>
      <div className="row row-end">
        <Button onClick={() => askForRun()}>{words.actions.cancel}</Button>
        <Button kind="primary" type="submit" busy={run.isBusy}>
          {words.runs.start}
        </Button>
      </div>
    </form>
  );
}

function budgetOf(most: Readonly<Record<(typeof limits)[number], string>>): RunBudget | undefined {
  const named = limits.flatMap((name) => {
    const value = Number(most[name]);
    return most[name].trim() !== '' && value > 0 ? [[name, value] as const] : [];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}
