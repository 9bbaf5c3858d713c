import { type IssueId, type ProjectId, tellIssue } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAddress, useLateAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import { useIssues, useProject } from '../../data/queries.ts';
import type { DismissalReason, IssueView } from '../../data/shapes.ts';
import { KeyOf } from '../../keyboard/keys.tsx';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { usePreferences } from '../../preferences/store.ts';
import { fold } from '../../search/fold.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { BackToList, ListDetail } from '../../ui/list-detail.tsx';
import { FilterChoice, ListPane } from '../../ui/list-pane.tsx';
import { Page } from '../../ui/page.tsx';
import { rowsOf } from '../../ui/rows.ts';
import { EmptyState } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useChosenRow } from '../../ui/use-chosen-row.ts';
import { useCurrentRow } from '../../ui/use-current-row.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useWords } from '../../words/words.tsx';
import { EntryPane } from '../entries/entry-pane.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { orderIssues } from './order-issues.ts';
import { ReviewQuality } from './review-quality.tsx';
import { issueKinds, issuesSearch, type IssuesSearch, issueStates } from './issues-search.ts';
import '../entries/page.css';
import './page.css';

/** What the review found, decided one by one beside the entry it is about. */
export function IssuesPage({ project, search }: { readonly project: ProjectId; readonly search: IssuesSearch }) {
  const words = useWords();
  const issues = useIssues(project);
  return (
    <Page
      full
      title={words.issues.title}
      actions={(issues.data?.length ?? 0) > 0 && <ReviewQuality issues={issues.data ?? []} />}
    >
      <Loaded answer={issues}>
        {(list) =>
          list.length === 0 ? <NothingFound project={project} /> : <Inbox {...{ project, search, issues: list }} />
        }
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

function Inbox({
  project,
  search,
  issues,
}: {
  readonly project: ProjectId;
  readonly search: IssuesSearch;
  readonly issues: readonly IssueView[];
}) {
  const words = useWords();
  const { language } = usePreferences();
  const change = useAddress(issuesSearch);
  const { state = 'open', kind = 'all' } = search;
  const [q, setQ] = useLateAddress(search.q ?? '', (typed) => change({ q: typed || undefined }));
  const { chosen, choose, back } = useChosenRow(search.issue, (id, how) => change({ issue: id }, how));
  const [isUnfolded, setIsUnfolded] = useState(false);
  const [isDismissing, setIsDismissing] = useState(false);
  const [fixing, setFixing] = useState<IssueId>();
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
  const wanted = fold(q.trim());
  /** Before the kind is asked for: what the choice of kinds counts. */
  const ofAnyKind = useMemo(
    () =>
      issues.filter(
        (issue) =>
          issue.state === state &&
          (wanted === '' || fold(`${issue.term} ${tellIssue(issue, language, issue)}`).includes(wanted)),
      ),
    [issues, state, wanted, language],
  );
  const countOfKind = (one: IssueView['kind']) => ofAnyKind.filter((issue) => issue.kind === one).length;
  const { first, many } = useMemo(
    () => orderIssues(kind === 'all' ? ofAnyKind : ofAnyKind.filter((issue) => issue.kind === kind)),
    [ofAnyKind, kind],
  );
  // What is looked for, and what one came for, is shown; so is a list that has nothing else.
  const canFold = first.length > 0 && many.length > 0 && wanted === '';
  const isFolded = canFold && !isUnfolded && !many.some(({ id }) => id === chosen);
  const rows = useMemo(
    () => rowsOf(isFolded ? first : [...first, ...many], ({ id }) => id, `${state} ${kind} ${wanted}`),
    [first, many, isFolded, state, kind, wanted],
  );
  const {
    index,
    row: current,
    go,
    move,
  } = useCurrentRow(rows, {
    current: chosen,
    onCurrent: ({ id }) => choose(id),
  });
  // The decided one leaves the list; what stands after it comes to its place.
  const advance = () => choose((rows.at(index + 1) ?? rows.at(index - 1))?.id);
  const tell = (message: string) => (token: Parameters<typeof undo>[0]) =>
    notify({ message, undo: { label: words.actions.undo, run: () => undo(token) } });

  const accept = () => {
    if (current === undefined) return;
    resolve.mutate(current, { onSuccess: tell(words.issues.resolvedDone) });
    advance();
  };
  const edit = () => setFixing(current?.id);
  const isOpen = state === 'open';
  useShortcuts(
    'issues',
    isOpen
      ? [
          { command: 'issues.accept', run: accept },
          { command: 'issues.edit', run: edit },
          { command: 'issues.dismiss', run: () => current && setIsDismissing(true) },
          { command: 'issues.later', run: () => move(1) },
        ]
      : [],
  );
  return (
    <>
      <ListDetail
        name="issues"
        listShare={32}
        narrow={chosen === undefined || current === undefined ? 'list' : 'detail'}
        list={
          <ListPane
            label={words.issues.title}
            filterLabel={words.issues.filter}
            query={q}
            onQuery={setQ}
            choices={
              <>
                <FilterChoice
                  label={words.documents.state}
                  value={state}
                  values={issueStates}
                  nameOf={(one) => `${words.issues[one]} (${words.number(count(one))})`}
                  onChoose={(one) => change({ state: one })}
                />
                <FilterChoice
                  label={words.issues.allKinds}
                  value={kind}
                  values={issueKinds}
                  nameOf={(one) =>
                    one === 'all'
                      ? words.issues.allKinds
                      : `${words.issues.kinds[one]} (${words.number(countOfKind(one))})`
                  }
                  onChoose={(one) => change({ kind: one })}
                />
              </>
            }
            shown={rows.count}
            total={count(state)}
            noMatch={
              count(state) > 0
                ? words.issues.noMatch
                : isOpen
                  ? words.issues.empty
                  : words.issues.noneOf(words.issues[state])
            }
            onClear={
              q === '' && kind === 'all'
                ? undefined
                : () => {
                    setQ('');
                    change({ kind: undefined });
                  }
            }
          >
            <VirtualList label={words.issues.title} rows={rows} at={index} onGo={go}>
              {(issue) => (
                <>
                  <span className="list-term">{issue.term}</span>
                  <span className="list-marks">
                    <Chip tone="warn">{words.issues.kinds[issue.kind]}</Chip>
                  </span>
                  <span className="list-summary" lang={language}>
                    {tellIssue(issue, language, issue)}
                  </span>
                </>
              )}
            </VirtualList>
            {canFold && (
              <button
                type="button"
                className="issue-group"
                aria-expanded={!isFolded}
                onClick={() => {
                  setIsUnfolded(isFolded);
                  // Who folds them goes back to the others.
                  if (!isFolded && many.some(({ id }) => id === chosen)) choose(first[0]?.id);
                }}
              >
                <Icon name="forward" />
                {words.issues.many(many.length)}
              </button>
            )}
          </ListPane>
        }
        detail={
          current === undefined ? (
            <p className="muted entries-none">{words.issues.choose}</p>
          ) : (
            <>
              <BackToList label={words.issues.backToList} onBack={back} />
              <div className="issue-bar">
                <p>
                  <strong lang={language}>{tellIssue(current, language, current)}</strong>
                  {current.quote !== '' && <q className="issue-quote">{current.quote}</q>}
                </p>
                <div className="row">
                  {isOpen ? (
                    <>
                      <Button size="small" onClick={accept}>
                        {words.issues.accept} <KeyOf command="issues.accept" />
                      </Button>
                      <Button size="small" onClick={edit}>
                        {words.issues.edit} <KeyOf command="issues.edit" />
                      </Button>
                      <Button size="small" onClick={() => setIsDismissing(true)}>
                        {words.issues.dismiss} <KeyOf command="issues.dismiss" />
                      </Button>
                      <Button size="small" kind="quiet" onClick={() => move(1)}>
                        {words.issues.later} <KeyOf command="issues.later" />
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
              <EntryPane
                key={current.conceptId}
                project={project}
                id={current.conceptId}
                fixes={fixing === current.id ? fixing : undefined}
                onFixed={() => setFixing(undefined)}
                onNext={() => move(1)}
              />
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
    </>
  );
}
