import type { IssueId, ProjectId } from '@genglossary/core/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Loaded } from '../../data/loaded.tsx';
import { useAction, useIssues, useProject, useUndo } from '../../data/queries.ts';
import type { DismissalReason, IssueView } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { fold } from '../../search/fold.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { EntryPane } from '../entries/entry-pane.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { IssueList } from './issue-list.tsx';
import '../entries/page.css';
import './page.css';

const states = ['open', 'dismissed', 'resolved'] as const;
const kinds = ['unclear', 'contradiction', 'missing-relation', 'unnecessary', 'form'] as const;

/** What the review found, decided one by one beside the entry it is about. */
export function IssuesPage({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const issues = useIssues(project);
  return (
    <Page full title={words.issues.title}>
      <Loaded answer={issues}>
        {(list) => (list.length === 0 ? <NothingFound project={project} /> : <Inbox project={project} issues={list} />)}
      </Loaded>
    </Page>
  );
}

/** “Nothing open” is said only where something was reviewed. */
function NothingFound({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useProject(project);
  if ((data?.entries ?? 0) > 0) {
    return <EmptyState tone="ok" title={words.issues.empty} detail={words.issues.emptyDetail(data?.entries ?? 0)} />;
  }
  return (
    <EmptyState title={words.issues.notReviewed} detail={words.issues.notReviewedDetail}>
      <Link to="/p/$projectId/documents" params={{ projectId: project }} className="button button-primary">
        {words.shell.documents}
      </Link>
    </EmptyState>
  );
}

function Inbox({ project, issues }: { readonly project: ProjectId; readonly issues: readonly IssueView[] }) {
  const words = useWords();
  const navigate = useNavigate();
  const [state, setState] = useState<IssueView['state']>('open');
  const [kind, setKind] = useState<IssueView['kind'] | 'all'>('all');
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<IssueId>();
  const [isDismissing, setIsDismissing] = useState(false);
  const undo = useUndo(project, ['issue', 'entry']);
  const resolve = useAction(project, ['issue', 'entry'], (api, one: IssueView) =>
    api.issues.decide(project, [one.id], { state: 'resolved' }),
  );
  const dismiss = useAction(
    project,
    ['issue', 'entry'],
    (api, { id, reason }: { id: IssueId; reason: DismissalReason }) =>
      api.issues.decide(project, [id], { state: 'dismissed', reason }),
  );
  const reopen = useAction(project, ['issue', 'entry'], (api, one: IssueView) => api.issues.reopen(project, [one.id]));

  const count = (one: IssueView['state']) => issues.filter((issue) => issue.state === one).length;
  const shown = useMemo(() => {
    const wanted = fold(query.trim());
    return issues.filter(
      (issue) =>
        issue.state === state &&
        (kind === 'all' || issue.kind === kind) &&
        (wanted === '' || fold(`${issue.term} ${issue.message}`).includes(wanted)),
    );
  }, [issues, state, kind, query]);
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === active),
  );
  const current = shown[at];
  const move = (by: number) => setActive(shown[Math.min(shown.length - 1, Math.max(0, at + by))]?.id);
  // The decided one leaves the list; what stands after it comes to its place.
  const advance = () => setActive((shown[at + 1] ?? shown[at - 1])?.id);
  const tell = (message: string) => (token: Parameters<typeof undo>[0]) =>
    notify({ message, undo: { label: words.actions.undo, run: () => undo(token) } });

  const accept = () => {
    if (current === undefined) return;
    resolve.mutate(current, { onSuccess: tell(words.issues.resolvedDone) });
    advance();
  };
  const edit = () =>
    current &&
    void navigate({
      to: '/p/$projectId/entries',
      params: { projectId: project },
      search: { entry: current.conceptId },
    });
  const isOpen = state === 'open';
  useShortcuts(words.issues.title, [
    { keys: 'j', label: words.keys.next, run: () => move(1) },
    { keys: 'k', label: words.keys.previous, run: () => move(-1) },
    {
      keys: '/',
      label: words.keys.filter,
      run: () => document.querySelector<HTMLInputElement>('[type=search]')?.focus(),
    },
    ...(isOpen
      ? [
          { keys: '1', label: words.issues.accept, run: accept },
          { keys: '2', label: words.issues.edit, run: edit },
          { keys: '3', label: words.issues.dismiss, run: () => current && setIsDismissing(true) },
          { keys: 'h', label: words.issues.later, run: () => move(1) },
        ]
      : []),
  ]);
  const list = (
    <section className="entries-list" aria-label={words.issues.title}>
      <div className="issues-filter">
        <TextField
          type="search"
          label={words.issues.filter}
          hideLabel
          placeholder={words.issues.filter}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <SelectField
          label={words.documents.state}
          hideLabel
          value={state}
          onChange={(event) => setState(event.target.value as IssueView['state'])}
        >
          {states.map((one) => (
            <option key={one} value={one}>
              {words.issues[one]} ({words.number(count(one))})
            </option>
          ))}
        </SelectField>
        <SelectField
          label={words.issues.allKinds}
          hideLabel
          value={kind}
          onChange={(event) => setKind(event.target.value as typeof kind)}
        >
          <option value="all">{words.issues.allKinds}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {words.issues.kinds[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <p className="entries-count muted numbers" role="status">
        {words.entries.shown(shown.length, issues.length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={isOpen && count('open') === 0 ? words.issues.empty : words.issues.noMatch}>
          <Button
            onClick={() => {
              setQuery('');
              setKind('all');
            }}
          >
            {words.actions.clearFilter}
          </Button>
        </EmptyState>
      ) : (
        <IssueList issues={shown} at={at} onSelect={setActive} />
      )}
    </section>
  );
  return (
    <div className="entries entries-chosen issues">
      <Split
        name="issues"
        dividerLabel={words.shell.resize}
        initial={32}
        first={list}
        second={
          current === undefined ? (
            <p className="muted entries-none">{words.issues.choose}</p>
          ) : (
            <>
              <div className="issue-bar">
                <p>
                  <strong lang="en">{current.message}</strong>
                  {current.quote !== '' && <q className="issue-quote">{current.quote}</q>}
                </p>
                <div className="row">
                  {isOpen ? (
                    <>
                      <Button size="small" onClick={accept}>
                        {words.issues.accept} <kbd>1</kbd>
                      </Button>
                      <Button size="small" onClick={edit}>
                        {words.issues.edit} <kbd>2</kbd>
                      </Button>
                      <Button size="small" onClick={() => setIsDismissing(true)}>
                        {words.issues.dismiss} <kbd>3</kbd>
                      </Button>
                      <Button size="small" kind="quiet" onClick={() => move(1)}>
                        {words.issues.later} <kbd>H</kbd>
                      </Button>
                    </>
                  ) : (
                    <Button
                      size="small"
                      onClick={() => {
                        reopen.mutate(current, { onSuccess: tell(words.issues.reopened) });
                        advance();
                      }}
                    >
                      {words.issues.reopen}
                    </Button>
                  )}
                </div>
              </div>
              <EntryPane key={current.conceptId} project={project} id={current.conceptId} onNext={() => move(1)} />
            </>
          )
        }
      />
      <DismissDialog
        open={isDismissing}
        onClose={() => setIsDismissing(false)}
        onChoose={(reason) => {
          setIsDismissing(false);
          if (current === undefined) return;
          dismiss.mutate({ id: current.id, reason }, { onSuccess: tell(words.issues.dismissedDone) });
          advance();
        }}
      />
    </div>
  );
}
