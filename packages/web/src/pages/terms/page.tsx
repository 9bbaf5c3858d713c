import { type Category, type CategoryId, type ConceptId, type ProjectId } from '@genglossary/core/domain';
import { useMemo, useRef, useState } from 'react';
import { CategoriesDialog } from '../../categories/categories-dialog.tsx';
import { CategoryBar } from '../../categories/category-bar.tsx';
import { CategoryChoice } from '../../categories/category-choice.tsx';
import { useCategorise } from '../../categories/use-categorise.ts';
import { useAddress, useLateAddress } from '../../data/address.ts';
import { Failure, Loaded } from '../../data/loaded.tsx';
import { useCategories, useComingContexts, useProject, useTermCounts, useTermRows } from '../../data/queries.ts';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import { KeyOf } from '../../keyboard/keys.tsx';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { usePreferences } from '../../preferences/store.ts';
import { useStartRun } from '../../runs/use-start-run.ts';
import { Button } from '../../ui/button.tsx';
import { ListDetail } from '../../ui/list-detail.tsx';
import { FilterChoice, ListPane } from '../../ui/list-pane.tsx';
import { Page } from '../../ui/page.tsx';
import {
  chosenBeside,
  everythingSelected,
  isSelected,
  nothingSelected,
  type Selection,
  selectedCount,
  toggled,
  withRows,
} from '../../ui/selection.ts';
import { readSort, sortText } from '../../ui/sort-button.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useBeside } from '../../ui/use-beside.ts';
import { useChosenRow } from '../../ui/use-chosen-row.ts';
import { useCurrentRow } from '../../ui/use-current-row.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useWords } from '../../words/words.tsx';
import { AddTerm, ExcludeRule } from './add-terms.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { Spellings } from './spellings.tsx';
import { TermContexts } from './term-contexts.tsx';
import { termColumns } from './term-columns.tsx';
import { bestFirst, termFilter, termQuery } from './term-query.ts';
import { type TermsSearch, termFilters, termsSearch } from './terms-search.ts';
import { ViewOptions } from './view-options.tsx';
import { type ChosenTerms, type Verdict, useDecisions } from './use-decisions.ts';
import './page.css';

/** Rows after the one in hand whose sentences are asked for. */
const comingRows = [1, 2, 3];

/** Every word that was considered for the glossary, decided with one key each. */
export function TermsPage({ project, search }: { readonly project: ProjectId; readonly search: TermsSearch }) {
  const words = useWords();
  const counts = useTermCounts(project);
  const { kept = 0, cut = 0, required = 0, excluded = 0 } = counts.data ?? {};
  const total = counts.data === undefined ? undefined : kept + cut + required + excluded;
  const run = useStartRun(project);
  const { data } = useProject(project);
  return (
    <Page
      full
      title={words.terms.title}
      actions={
        <div className="row">
          <Spellings project={project} />
          <AddTerm project={project} />
          <ExcludeRule project={project} />
          {(data?.documents ?? 0) > 0 && (
            <Button busy={run.isBusy} onClick={() => void run.start()}>
              {words.terms.update}
            </Button>
          )}
        </div>
      }
    >
      {counts.data === undefined && counts.error !== null ? (
        <Loaded answer={counts}>{() => null}</Loaded>
      ) : total === 0 ? (
        <EmptyState title={words.terms.empty} detail={words.terms.emptyDetail} />
      ) : (
        <Workbench {...{ project, search, total }} />
      )}
    </Page>
  );
}

/** The same array each time: columns are made anew only where something differs. */
const noCategories: readonly Category[] = [];

function Workbench({
  project,
  search,
  total,
}: {
  readonly project: ProjectId;
  readonly search: TermsSearch;
  /** Of all terms, as soon as it is known. */
  readonly total: number | undefined;
}) {
  const words = useWords();
  const change = useAddress(termsSearch);
  const { show = 'all' } = search;
  const [q, setQ] = useLateAddress(search.q ?? '', (typed) => change({ q: typed || undefined }));
  const { chosen: term, choose } = useChosenRow(search.term, (id, how) => change({ term: id }, how));
  const sort = useMemo(() => readSort(search.sort) ?? bestFirst, [search.sort]);
  const { rows, onView, isPending, error, retry } = useTermRows(project, termQuery({ ...search, q }), term);
  const {
    index,
    row: current,
    go,
    move,
  } = useCurrentRow(rows, {
    current: term,
    onCurrent: ({ id }) => choose(id),
  });
  // The list goes before what stands beside it.
  const beside = useBeside(rows.list, current);
  useComingContexts(
    project,
    comingRows.flatMap((by) => (beside === undefined ? [] : (rows.at(index + by)?.id ?? []))),
  );
  const [selection, setSelection] = useState<Selection<WorkbenchTerm>>(nothingSelected);
  const selected = selectedCount(selection, rows.count);
  const [merging, setMerging] = useState<readonly WorkbenchTerm[]>([]);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const { decide, said } = useDecisions(project);

  const { hiddenTermColumns } = usePreferences();
  const { data: categories = noCategories } = useCategories(project);
  const { categorise, filed } = useCategorise(project);
  const [editsCategories, setEditsCategories] = useState(false);

  /** Does something to what is chosen, else to the row in hand; then the next row is at hand. */
  const toChosen = (act: (chosen: ChosenTerms) => void) => {
    if (selected > 0) {
      const except = selection.kind === 'all' ? ([...selection.except] as ConceptId[]) : [];
      const terms = selection.kind === 'some' ? [...selection.rows.values()] : [];
      const choice =
        selection.kind === 'some'
          ? { ids: terms.map(({ id }) => id) }
          : { filter: termFilter({ ...search, q }), except };
      act({ choice, count: selected, terms });
      setSelection(nothingSelected);
    } else if (current !== undefined) {
      act({ choice: { ids: [current.id] }, count: 1, terms: [current] });
      move(1);
    }
  };
  const say = (verdict: Verdict) => () => toChosen((chosen) => decide(chosen, verdict));
  const putInto = (category: CategoryId | null) => toChosen((chosen) => categorise(chosen, category));
  const selectTo = (to: number) => {
    const [first, last] = [Math.min(index, to), Math.max(index, to)];
    const range = Array.from({ length: last - first + 1 }, (_, at) => rows.at(first + at));
    const there = range.flatMap((row) => (row === undefined ? [] : [[row.id, row] as const]));
    setSelection(withRows(selection, there));
  };
  /** Chooses the row in hand and the one beside it, and goes there. */
  const extend = (by: 1 | -1) => {
    selectTo(index + by);
    move(by);
  };
  const toggle = (row: WorkbenchTerm | undefined) => row !== undefined && setSelection(toggled(selection, row.id, row));
  const startMerge = () => {
    if (selection.kind === 'all') notify({ message: words.terms.mergeTooMany });
    else if (selection.rows.size > 0) setMerging([...selection.rows.values()]);
    else if (current !== undefined) setMerging([current]);
  };
  const selectAll = () => setSelection(everythingSelected);
  const clearSelection = () => setSelection(nothingSelected);

  useShortcuts('terms', [
    { command: 'terms.require', run: say('required') },
    { command: 'terms.exclude', run: say('excluded') },
    { command: 'terms.candidate', run: say('open') },
    { command: 'terms.merge', run: startMerge },
    { command: 'terms.note', run: () => noteField.current?.focus() },
    { command: 'terms.select', run: () => toggle(current) },
    { command: 'terms.selectNext', run: () => extend(1) },
    { command: 'terms.selectPrevious', run: () => extend(-1) },
    { command: 'terms.selectAll', label: words.terms.selectAll(rows.count), run: selectAll },
    { command: 'terms.clearSelection', run: clearSelection },
  ]);
  const columns = useMemo(() => {
    const named = new Map(categories.map((category) => [category.id, category]));
    return termColumns(words, said, { categories: named, filed }).filter(
      ({ key }) => !hiddenTermColumns.some((hidden) => hidden === key),
    );
  }, [words, said, categories, filed, hiddenTermColumns]);
  if (isPending)
    return error === null ? (
      <Skeleton lines={12} label={words.shell.loading} />
    ) : (
      <Failure error={error} onRetry={retry} />
    );
  const table = (
    <ListPane
      className="terms-list"
      label={words.terms.title}
      filterLabel={words.terms.filter}
      query={q}
      onQuery={(query) => {
        setQ(query);
        // What is chosen is chosen of what is seen.
        clearSelection();
      }}
      choices={
        <>
          <FilterChoice
            label={words.terms.status}
            value={show}
            values={termFilters}
            nameOf={(one) => words.terms.filters[one]}
            onChoose={(one) => {
              change({ show: one });
              clearSelection();
            }}
          />
          <CategoryChoice
            categories={categories}
            value={search.category}
            onChoose={(one) => {
              change({ category: one });
              clearSelection();
            }}
          />
        </>
      }
      shown={rows.count}
      total={total ?? rows.count}
      noMatch={words.terms.noMatch(q)}
      noMatchDetail={words.terms.noMatchDetail}
      noMatchAction={<AddTerm key={q} project={project} suggestion={q.trim()} />}
      onClear={() => {
        setQ('');
        change({ show: undefined, category: undefined });
      }}
    >
      <div className="terms-bar">
        <Button size="small" onClick={say('required')}>
          {words.terms.require} <KeyOf command="terms.require" />
        </Button>
        <Button size="small" onClick={say('excluded')}>
          {words.terms.exclude} <KeyOf command="terms.exclude" />
        </Button>
        <Button size="small" onClick={say('open')}>
          {words.terms.candidate} <KeyOf command="terms.candidate" />
        </Button>
        <Button size="small" onClick={startMerge}>
          {words.terms.merge} <KeyOf command="terms.merge" />
        </Button>
        {categories.length === 0 && (
          <Button kind="quiet" size="small" onClick={() => setEditsCategories(true)}>
            {words.categories.edit}
          </Button>
        )}
        <ViewOptions project={project} search={{ ...search, q }} hasCategories={categories.length > 0} />
        {selected > 0 ? (
          <>
            <strong className="numbers">{words.terms.selected(selected)}</strong>
            <Button kind="quiet" size="small" onClick={clearSelection}>
              {words.terms.clearSelection}
            </Button>
          </>
        ) : (
          <Button kind="quiet" size="small" onClick={selectAll}>
            {words.terms.selectAll(rows.count)}
          </Button>
        )}
      </div>
      <CategoryBar categories={categories} onChoose={putInto} onEdit={() => setEditsCategories(true)} />
      <VirtualTable
        label={words.terms.title}
        columns={columns}
        rows={rows}
        sort={sort}
        onSort={(next) => change({ sort: sortText(next) })}
        at={index}
        onGo={go}
        isSelected={selected > 0 ? ({ id }) => isSelected(selection, id) : undefined}
        onSelect={(to, { range }) => {
          const row = rows.at(to);
          if (range) selectTo(to);
          else if (row !== undefined) setSelection(chosenBeside(selection, row, current));
        }}
        onView={onView}
      />
    </ListPane>
  );
  return (
    <>
      <ListDetail
        name="terms"
        listShare={62}
        narrow="both"
        list={table}
        detail={
          beside === undefined ? (
            <p className="muted term-contexts">{words.terms.noContext}</p>
          ) : (
            <TermContexts project={project} term={beside} noteField={noteField} />
          )
        }
      />
      <CategoriesDialog project={project} open={editsCategories} onClose={() => setEditsCategories(false)} />
      <MergeDialog
        project={project}
        terms={merging}
        onClose={() => setMerging([])}
        onMerged={(into) => {
          setMerging([]);
          clearSelection();
          change({ term: into });
        }}
      />
    </>
  );
}
