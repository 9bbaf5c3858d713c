import type { Category, CategoryId, ProjectId } from '@genglossary/core/domain';
import { useMemo, useRef, useState } from 'react';
import { CategoriesDialog } from '../../categories/categories-dialog.tsx';
import { CategoryBar } from '../../categories/category-bar.tsx';
import { CategoryChoice } from '../../categories/category-choice.tsx';
import { useCategorise } from '../../categories/use-categorise.ts';
import { useAddress, useLateAddress } from '../../data/address.ts';
import { Failure } from '../../data/loaded.tsx';
import { useCategories, useComingTerms, useTermRows } from '../../data/queries.ts';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import { catchUpWhole } from '../../keyboard/catch-up.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { usePreferences } from '../../preferences/store.ts';
import { Button } from '../../ui/button.tsx';
import { ListDetail } from '../../ui/list-detail.tsx';
import { FilterChoice, ListPane } from '../../ui/list-pane.tsx';
import { readSort, sortText } from '../../ui/sort-button.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { notify, undoLast } from '../../ui/toast.tsx';
import { typingPauseMs, useAfterPaint } from '../../ui/use-after-paint.ts';
import { useBeside } from '../../ui/use-beside.ts';
import { useChosenRow } from '../../ui/use-chosen-row.ts';
import { useCurrentRow } from '../../ui/use-current-row.ts';
import { useLatest } from '../../ui/use-latest.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useWords } from '../../words/words.tsx';
import { AddTerm } from './add-terms.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { TermContexts } from './term-contexts.tsx';
import { termColumns } from './term-columns.tsx';
import { bestFirst, termFilter, termQuery } from './term-query.ts';
import { TermsBar } from './terms-bar.tsx';
import { type TermFilter, type TermsSearch, termFilters, termsSearch } from './terms-search.ts';
import { useTermSelection } from './use-term-selection.ts';
import { ViewOptions } from './view-options.tsx';
import { type Verdict, useDecisions } from './use-decisions.ts';

/** Rows after the one in hand of which what stands beside them is asked for. */
const comingRows = [1, 2, 3, 4, 5, 6, 7, 8];

/** The same array each time: columns are made anew only where something differs. */
const noCategories: readonly Category[] = [];
const noTerms: readonly WorkbenchTerm[] = [];

/** The list of terms beside the sentences of the one in hand. */
export function Workbench({
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
  const inHand = useCurrentRow(rows, { current: term, onCurrent: ({ id }) => choose(id) });
  const { index, row: current, go } = inHand;
  // The list goes before what stands beside it.
  const beside = useBeside(rows.list, current);
  // So does what stands above it; nothing is asked ahead while somebody types.
  const now = useMemo(() => ({ found: rows.count, asked: { ...search, q } }), [rows.count, search, q]);
  const told = useAfterPaint(now, { pauseMs: typingPauseMs, isLookedAt: true });
  const { found, asked } = told;
  useComingTerms(project, told === now ? comingRows.flatMap((by) => rows.at(index + by) ?? []) : noTerms);
  const selection = useTermSelection({ rows, inHand, filter: termFilter({ ...search, q }) });
  const [merging, setMerging] = useState<readonly WorkbenchTerm[]>([]);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const { decide, said } = useDecisions(project);

  const { hiddenTermColumns } = usePreferences();
  const { data: categories = noCategories } = useCategories(project);
  const { categorise, filed } = useCategorise(project);
  const [editsCategories, setEditsCategories] = useState(false);

  const say = (verdict: Verdict) => selection.act((chosen) => decide(chosen, verdict));
  const putInto = (category: CategoryId | null) => selection.act((chosen) => categorise(chosen, category));
  const writeNote = () => {
    catchUpWhole();
    noteField.current?.focus();
  };
  const startMerge = () => {
    if (selection.rows === undefined) notify({ message: words.terms.mergeTooMany });
    else setMerging(selection.rows);
  };

  useShortcuts('terms', [
    { command: 'terms.require', run: () => say('required') },
    { command: 'terms.exclude', run: () => say('excluded') },
    { command: 'terms.candidate', run: () => say('open') },
    // What Ctrl+Z does everywhere, without a second key for who decides by single keys.
    { command: 'terms.takeBack', run: undoLast },
    { command: 'terms.merge', run: startMerge },
    { command: 'terms.note', run: writeNote },
    { command: 'terms.select', run: selection.toggle },
    { command: 'terms.selectNext', run: () => selection.extend(1) },
    { command: 'terms.selectPrevious', run: () => selection.extend(-1) },
    { command: 'terms.selectAll', label: words.terms.selectAll(found), run: selection.all },
    { command: 'terms.clearSelection', run: selection.clear },
  ]);
  const onShow = useLatest((one: TermFilter) => {
    change({ show: one });
    selection.clear();
  });
  const onCategory = useLatest((one: string | undefined) => {
    change({ category: one });
    selection.clear();
  });
  const choices = useMemo(
    () => (
      <>
        <FilterChoice
          label={words.terms.status}
          value={show}
          values={termFilters}
          nameOf={(one) => words.terms.filters[one]}
          onChoose={onShow}
        />
        <CategoryChoice categories={categories} value={search.category} onChoose={onCategory} />
      </>
    ),
    [words, show, categories, search.category, onShow, onCategory],
  );
  const onSay = useLatest(say);
  const onMerge = useLatest(startMerge);
  const onAll = useLatest(selection.all);
  const onClear = useLatest(selection.clear);
  const onPutInto = useLatest(putInto);
  const bars = useMemo(() => {
    const onEdit = () => setEditsCategories(true);
    return (
      <>
        <TermsBar selected={selection.count} {...{ found, onSay, onMerge, onAll, onClear }}>
          {categories.length === 0 && (
            <Button kind="quiet" size="small" onClick={onEdit}>
              {words.categories.edit}
            </Button>
          )}
          <ViewOptions project={project} search={asked} hasCategories={categories.length > 0} />
        </TermsBar>
        <CategoryBar categories={categories} onChoose={onPutInto} onEdit={onEdit} />
      </>
    );
  }, [words, project, asked, categories, found, selection.count, onSay, onMerge, onAll, onClear, onPutInto]);
  const onMerged = useLatest((into: WorkbenchTerm['id']) => {
    setMerging([]);
    selection.clear();
    change({ term: into });
  });
  // Closed, they are no work while somebody types.
  const dialogs = useMemo(
    () => (
      <>
        <CategoriesDialog project={project} open={editsCategories} onClose={() => setEditsCategories(false)} />
        <MergeDialog project={project} terms={merging} onClose={() => setMerging([])} onMerged={onMerged} />
      </>
    ),
    [project, editsCategories, merging, onMerged],
  );
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
        selection.clear();
      }}
      choices={choices}
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
      {bars}
      <VirtualTable
        label={words.terms.title}
        columns={columns}
        rows={rows}
        sort={sort}
        onSort={(next) => change({ sort: sortText(next) })}
        at={index}
        onGo={go}
        isSelected={selection.isSelected}
        onSelect={selection.pick}
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
      {dialogs}
    </>
  );
}
