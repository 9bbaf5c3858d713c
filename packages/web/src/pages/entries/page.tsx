import type { Category, ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { CategoryChoice } from '../../categories/category-choice.tsx';
import { useAddress, useLateAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useCategories, useProject } from '../../data/queries.ts';
import type { EntrySummary } from '../../data/shapes.ts';
import { useStartRun } from '../../runs/use-start-run.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ListDetail } from '../../ui/list-detail.tsx';
import { FilterChoice, ListPane } from '../../ui/list-pane.tsx';
import { Page } from '../../ui/page.tsx';
import { rowsOf } from '../../ui/rows.ts';
import { EmptyState } from '../../ui/states.tsx';
import { useAfterPaint } from '../../ui/use-after-paint.ts';
import { useBeside } from '../../ui/use-beside.ts';
import { useChosenRow } from '../../ui/use-chosen-row.ts';
import { useCurrentRow } from '../../ui/use-current-row.ts';
import { useLatest } from '../../ui/use-latest.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useWords } from '../../words/words.tsx';
import { type EntriesSearch, entriesSearch } from './entries-search.ts';
import { entryFilters, entryFinder } from './entry-finder.ts';
import { EntryPane } from './entry-pane.tsx';
import { isExplained } from './explained.ts';
import { LastRunNews } from './last-run-news.tsx';
import { type EntryList, useEntryList } from './use-entry-list.ts';
import './page.css';

/** The glossary: every entry, what it says, and the words of the documents that it stands on. */
export function EntriesPage({ project, search }: { readonly project: ProjectId; readonly search: EntriesSearch }) {
  const words = useWords();
  const { data: summary } = useProject(project);
  const { answer, list } = useEntryList(project, search);
  return (
    <Page
      full
      title={words.entries.title}
      actions={
        // Known before the entries are: nothing moves when they come.
        (summary?.entries ?? 0) > 0 && (
          <Link to="/p/$projectId/exports" params={{ projectId: project }} className="button">
            {words.shell.exports}
          </Link>
        )
      }
    >
      {list === undefined ? (
        <Loaded answer={answer}>{() => null}</Loaded>
      ) : list.total === 0 ? (
        <NoEntries project={project} />
      ) : (
        <>
          <LastRunNews project={project} />
          <Workbench {...{ project, search, list }} />
        </>
      )}
    </Page>
  );
}

function NoEntries({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useProject(project);
  const run = useStartRun(project);
  const documents = data?.documents ?? 0;
  const hasDocuments = documents > 0;
  if (data?.activeRun !== undefined) {
    return (
      <EmptyState title={words.entries.empty} detail={words.entries.beingMade}>
        <Link
          to="/p/$projectId/runs/$runId"
          params={{ projectId: project, runId: data.activeRun.id }}
          className="button"
        >
          {words.runs.openLog}
        </Link>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={words.entries.empty}
      detail={hasDocuments ? words.entries.emptyWithDocuments(documents) : words.entries.emptyDetail}
    >
      {hasDocuments ? (
        <Button kind="primary" busy={run.isBusy} onClick={() => void run.start()}>
          {words.runs.start}
        </Button>
      ) : (
        <Link to="/p/$projectId/documents" params={{ projectId: project }} className="button button-primary">
          {words.entries.emptyAction}
        </Link>
      )}
    </EmptyState>
  );
}

function Workbench({
  project,
  search,
  list: { items: entries, total },
}: {
  readonly project: ProjectId;
  readonly search: EntriesSearch;
  readonly list: EntryList;
}) {
  const words = useWords();
  const change = useAddress(entriesSearch);
  const { show = 'all', category } = search;
  const { data: categories = noCategories } = useCategories(project);
  const [q, setQ] = useLateAddress(search.q ?? '', (typed) => change({ q: typed || undefined }));
  const find = useMemo(() => entryFinder(entries), [entries]);
  const rows = useMemo(
    () => rowsOf(find({ query: q, filter: show, category }), ({ id }) => id, `${show} ${category} ${q}`),
    [find, q, show, category],
  );
  const { chosen: entry, choose, back } = useChosenRow(search.entry, (id, how) => change({ entry: id }, how));
  const { index, row, go, move } = useCurrentRow(rows, { current: entry, onCurrent: ({ id }) => choose(id) });
  // One that the filter leaves out stays open; one that was just removed is not there any more.
  const wanted = entry !== undefined && entries.some(({ id }) => id === entry) ? entry : row?.id;
  // The list goes before what is read beside it.
  const open = useAfterPaint(useBeside(rows.list, wanted));
  const choices = useMemo(
    () => (
      <>
        <FilterChoice
          label={words.entries.filter}
          value={show}
          values={entryFilters}
          nameOf={(one) => words.entries.kinds[one]}
          onChoose={(one) => change({ show: one })}
        />
        <CategoryChoice categories={categories} value={category} onChoose={(one) => change({ category: one })} />
      </>
    ),
    [words, show, categories, category, change],
  );
  const goOn = useLatest(() => move(1));
  const goBack = useLatest(back);
  return (
    <ListDetail
      name="entries"
      listShare={28}
      narrow={entry === undefined ? 'list' : 'detail'}
      list={
        <ListPane
          label={words.entries.list}
          filterLabel={words.entries.filter}
          query={q}
          onQuery={setQ}
          choices={choices}
          shown={rows.count === entries.length ? total : rows.count}
          total={total}
          noMatch={words.entries.noMatch(q)}
          onClear={() => {
            setQ('');
            change({ show: undefined, category: undefined });
          }}
        >
          <VirtualList label={words.entries.list} rows={rows} at={index} onGo={go}>
            {drawEntry}
          </VirtualList>
        </ListPane>
      }
      detail={
        open === undefined ? (
          <p className="muted entries-none">{words.entries.choose}</p>
        ) : (
          <EntryPane key={open} project={project} id={open} onNext={goOn} onBack={goBack} />
        )
      }
    />
  );
}

/** The same array each time. */
const noCategories: readonly Category[] = [];

const drawEntry = (entry: EntrySummary) => <EntryLine entry={entry} />;

/** A headword with the beginning of what it means. */
function EntryLine({ entry }: { readonly entry: EntrySummary }) {
  const words = useWords();
  return (
    <>
      <span className={`list-term ${isExplained(entry) ? '' : 'list-term-quiet'}`} lang={entry.language}>
        {entry.term}
      </span>
      <span className="list-marks">
        {entry.isEdited && <Icon name="check" />}
        {entry.openIssues > 0 && <Icon name="issues" />}
        <span className="numbers">{words.number(entry.occurrences)}</span>
      </span>
      {isExplained(entry) ? (
        <span className="list-summary" lang={entry.language}>
          {entry.definition}
        </span>
      ) : (
        <span className="list-summary">
          {entry.isAdded && !entry.isScored ? words.entries.notLookedForShort : words.entries.kinds.unexplained}
        </span>
      )}
    </>
  );
}
