import { type IssueId, type ProjectId, tellIssue } from '@genglossary/core/domain';
import { useState } from 'react';
import { useAddress, useLateAddress } from '../../data/address.ts';
import type { IssueView } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { usePreferences } from '../../preferences/store.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { BackToList, ListDetail } from '../../ui/list-detail.tsx';
import { FilterChoice, ListPane } from '../../ui/list-pane.tsx';
import { useChosenRow } from '../../ui/use-chosen-row.ts';
import { useCurrentRow } from '../../ui/use-current-row.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useWords } from '../../words/words.tsx';
import { EntryPane } from '../entries/entry-pane.tsx';
import { DismissDialog } from './dismiss-dialog.tsx';
import { IssueBar } from './issue-bar.tsx';
import { issueGroups, issueKinds, issuesSearch, type IssuesSearch, issueStates } from './issues-search.ts';
import { useFoundIssues } from './use-found-issues.ts';
import { useIssueDecisions } from './use-issue-decisions.ts';

/** The list of issues beside the entry that the one in hand is about. */
export function Inbox({
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
  const { state = 'open', kind = 'all', group = 'kind' } = search;
  const [q, setQ] = useLateAddress(search.q ?? '', (typed) => change({ q: typed || undefined }));
  const { chosen, choose, back } = useChosenRow(search.issue, (id, how) => change({ issue: id }, how));
  const [isDismissing, setIsDismissing] = useState(false);
  const [fixing, setFixing] = useState<IssueId>();
  const { resolve, dismiss, reopen } = useIssueDecisions(project);
  const { rows, heads, countOfState, countOfKind, fold } = useFoundIssues(issues, { state, kind, group, q, chosen });
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
  /** Decides the one in hand. */
  const decide = (how: (issue: IssueView) => void) => {
    if (current === undefined) return;
    how(current);
    advance();
  };
  const accept = () => decide(resolve);
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
                  nameOf={(one) => `${words.issues[one]} (${words.number(countOfState(one))})`}
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
                <FilterChoice
                  label={words.issues.grouped}
                  value={group}
                  values={issueGroups}
                  nameOf={(one) => words.issues.groups[one]}
                  onChoose={(one) => change({ group: one === 'kind' ? undefined : one })}
                />
              </>
            }
            shown={rows.count}
            total={countOfState(state)}
            noMatch={
              countOfState(state) > 0
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
                  <span className={`list-term ${heads.has(issue) ? 'issue-head' : ''}`}>{issue.term}</span>
                  <span className="list-marks">
                    <GroupCount count={heads.get(issue)} />
                    <Chip tone="warn">{words.issues.kinds[issue.kind]}</Chip>
                  </span>
                  <span className="list-summary" lang={language}>
                    {tellIssue(issue, language, issue)}
                  </span>
                </>
              )}
            </VirtualList>
            {fold !== undefined && (
              <button
                type="button"
                className="issue-group"
                aria-expanded={!fold.isFolded}
                onClick={() => {
                  fold.set(!fold.isFolded);
                  // Who folds them goes back to the others.
                  if (!fold.isFolded && fold.many.some(({ id }) => id === chosen)) choose(fold.first[0]?.id);
                }}
              >
                <Icon name="forward" />
                {words.issues.many(fold.many.length)}
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
              <IssueBar
                issue={current}
                onAccept={accept}
                onEdit={edit}
                onDismiss={() => setIsDismissing(true)}
                onLater={() => move(1)}
                onReopen={() => decide(reopen)}
              />
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
          decide((issue) => dismiss(issue, reason));
        }}
      />
    </>
  );
}

/** How many stand together, where they begin. */
function GroupCount({ count = 1 }: { readonly count: number | undefined }) {
  const words = useWords();
  return count > 1 && <span className="muted numbers">{words.issues.together(count)}</span>;
}
