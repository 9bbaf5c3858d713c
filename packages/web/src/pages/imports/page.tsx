import { isGenGlossaryError } from '@genglossary/client';
import type { Imported, ImportDecisions, ImportField, ImportPlan } from '@genglossary/client';
import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { Failure } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import type { Undo } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { LeftRows } from './left-rows.tsx';
import { PlanView } from './plan-view.tsx';
import './page.css';

type Mapping = Readonly<Record<string, ImportField | null>>;

/** Entries of a file: first what would become of each, then, when a person says so, exactly that. */
export function ImportsPage({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const api = useApi();
  const [file, setFile] = useState<File>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [plan, setPlan] = useState<ImportPlan>();
  const [done, setDone] = useState<{ readonly made: Imported; readonly decisions: ImportDecisions }>();
  const [isReading, setIsReading] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const undo = useUndo(project, ['entry', 'issue', 'term']);
  const apply = useAction(
    project,
    ['entry', 'issue', 'term'],
    (client, { id, decisions }: { readonly id: string; readonly decisions: ImportDecisions }) =>
      client.imports.apply(project, id, { decisions }),
    { showsFailure: true },
  );

  const look = async (chosen: File, columns: Mapping) => {
    setIsReading(true);
    setProblem(undefined);
    setDone(undefined);
    apply.reset();
    try {
      setPlan(await api.imports.plan(project, { fileName: chosen.name, content: chosen, mapping: columns }));
    } catch (error) {
      setProblem(error);
    } finally {
      setIsReading(false);
    }
  };
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    setMapping({});
    setPlan(undefined);
    void look(chosen, {});
  };
  const takeBack = (token: Undo) => {
    setDone(undefined);
    setPlan(undefined);
    return undo(token);
  };
  const carryOut = (decisions: ImportDecisions) =>
    plan &&
    apply.mutate(
      { id: plan.id, decisions },
      {
        onSuccess({ value, undo: token }) {
          setDone({ made: value, decisions });
          notify({
            message: words.imports.done(value.created.length, value.updated.length),
            ...(token === undefined ? {} : { undo: { label: words.actions.undo, run: () => takeBack(token) } }),
          });
        },
      },
    );
  const again = file === undefined ? undefined : () => void look(file, mapping);
  // Another file is chosen above; the same one is refused again.
  const isRefused = isGenGlossaryError(problem, 'import/invalid');
  return (
    <Page title={words.imports.title} lead={words.imports.lead}>
      <Chooser onChoose={choose} isCompact={plan !== undefined} />
      {isReading && plan === undefined && <Skeleton lines={5} label={words.shell.loading} />}
      {problem !== undefined && (
        <Failure error={problem} {...(again === undefined || isRefused ? {} : { onRetry: again })} />
      )}
      {apply.error !== null && (
        <Failure
          error={apply.error}
          {...(again !== undefined && isGenGlossaryError(apply.error, 'import/conflict') ? { onRetry: again } : {})}
        />
      )}
      {done !== undefined && (
        <EmptyState tone="ok" title={words.imports.done(done.made.created.length, done.made.updated.length)}>
          <Link to="/p/$projectId/entries" params={{ projectId: project }} className="button button-primary">
            {words.runs.openEntries}
          </Link>
        </EmptyState>
      )}
      {plan !== undefined && done !== undefined && <LeftRows plan={plan} decisions={done.decisions} />}
      {plan !== undefined && done === undefined && (
        <PlanView
          // What was chosen holds for the plan that it was chosen in.
          key={plan.id}
          plan={plan}
          isBusy={apply.isPending || isReading}
          onMap={(header, field) => {
            const next = { ...mapping, [header]: field };
            setMapping(next);
            if (file !== undefined) void look(file, next);
          }}
          onApply={carryOut}
        />
      )}
    </Page>
  );
}

function Chooser({
  onChoose,
  isCompact,
}: {
  readonly onChoose: (file: File | undefined) => void;
  readonly isCompact: boolean;
}) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    // Dropping has the button inside as its other way (WCAG 2.5.7).
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`import-drop ${isCompact ? 'import-drop-compact' : ''} ${isOver ? 'import-drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onChoose(event.dataTransfer.files[0]);
      }}
    >
      {!isCompact && <Icon name="imports" />}
      <p>{words.imports.prompt}</p>
      {!isCompact && <p className="muted">{words.imports.shape}</p>}
      <Button kind={isCompact ? 'plain' : 'primary'} onClick={() => input.current?.click()}>
        {isCompact ? words.imports.chooseOther : words.imports.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.csv,.tsv,.txt,.tbx,.xml"
        aria-label={words.imports.choose}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
