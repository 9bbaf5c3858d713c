import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { useMemo, useState } from 'react';
import { useAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { useProject, useTerms } from '../../data/queries.ts';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { useStartRun } from '../../runs/use-start-run.ts';
import { Button } from '../../ui/button.tsx';
import { ListDetail } from '../../ui/list-detail.tsx';
import { FilterChoice, ListPane } from '../../ui/list-pane.tsx';
import { Page } from '../../ui/page.tsx';
import { rowsOf } from '../../ui/rows.ts';
import { readSort, sortText } from '../../ui/sort-button.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useCurrentRow } from '../../ui/use-current-row.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useWords } from '../../words/words.tsx';
import { AddRule } from './add-rule.tsx';
import { filterTerms, termFilters } from './filter-terms.ts';
import { TermContexts } from './term-contexts.tsx';
import { termColumns } from './term-columns.tsx';
import { type Verdict, useDecisions } from './use-decisions.ts';
import { type TermsSearch, termsSearch } from './terms-search.ts';
import './page.css';

const bestFirst = { by: 'score', descending: true } as const;

/** Every word that was considered for the glossary, decided with one key each. */
export function TermsPage({ project, search }: { readonly project: ProjectId; readonly search: TermsSearch }) {
  const words = useWords();
  const terms = useTerms(project);
  const run = useStartRun(project);
  const { data } = useProject(project);
  return (
    <Page
      full
      title={words.terms.title}
      actions={
        <div className="row">
          <AddRule project={project} list="required" />
          <AddRule project={project} list="excluded" />
          {(data?.documents ?? 0) > 0 && (
            <Button busy={run.isBusy} onClick={() => void run.start()}>
              {words.terms.update}
            </Button>
          )}
        </div>
      }
    >
      <Loaded answer={terms}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={words.terms.empty} detail={words.terms.emptyDetail} />
          ) : (
            <Workbench {...{ project, search, terms: list }} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Workbench({
  project,
  search,
  terms,
}: {
  readonly project: ProjectId;
  readonly search: TermsSearch;
  readonly terms: readonly WorkbenchTerm[];
}) {
  const words = useWords();
  const change = useAddress(termsSearch);
  const { q = '', show = 'all' } = search;
  const sort = useMemo(() => readSort(search.sort) ?? bestFirst, [search.sort]);
  const [selected, setSelected] = useState<ReadonlySet<ConceptId>>(new Set());
  const { decide, decisionOf } = useDecisions(project);

  const shown = useMemo(() => filterTerms(terms, { query: q, filter: show, sort }), [terms, q, show, sort]);
  const rows = useMemo(() => rowsOf(shown, ({ id }) => id), [shown]);
  const {
    index,
    row: current,
    go,
    move,
  } = useCurrentRow(rows, {
    name: words.terms.title,
    current: search.term,
    onCurrent: ({ id }) => change({ term: id }),
  });
  const chosen =
    selected.size > 0 ? shown.filter(({ id }) => selected.has(id)) : current === undefined ? [] : [current];
  const say = (verdict: Verdict) => () => {
    decide(chosen, verdict);
    // Where one word is decided the next is at hand; where many are, the choice is over.
    if (selected.size > 0) setSelected(new Set());
    else move(1);
  };
  const toggle = (id: ConceptId) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const selectTo = (to: number) => {
    const range = shown.slice(Math.min(index, to), Math.max(index, to) + 1);
    setSelected(new Set([...selected, ...range.map((term) => term.id)]));
  };
  const selectAll = () => setSelected(new Set(shown.map(({ id }) => id)));

  useShortcuts(words.terms.title, [
    { keys: 'r', label: words.terms.require, run: say('required') },
    { keys: 'x', label: words.terms.exclude, run: say('excluded') },
    { keys: 'c', label: words.terms.candidate, run: say('open') },
    { keys: 'Space', label: words.terms.select, run: () => current && toggle(current.id) },
    { keys: 'mod+a', label: words.terms.selectAll(shown.length), run: selectAll },
    { keys: 'Escape', label: words.terms.clearSelection, run: () => setSelected(new Set()) },
  ]);
  const columns = useMemo(() => termColumns(words, decisionOf), [words, decisionOf]);
  const table = (
    <ListPane
      className="terms-list"
      label={words.terms.title}
      filterLabel={words.terms.filter}
      query={q}
      onQuery={(query) => change({ q: query || undefined })}
      choices={
        <FilterChoice
          label={words.terms.status}
          value={show}
          values={termFilters}
          nameOf={(one) => words.terms.filters[one]}
          onChoose={(one) => change({ show: one })}
        />
      }
      shown={rows.count}
      total={terms.length}
      noMatch={words.terms.noMatch(q)}
      noMatchDetail={words.terms.noMatchDetail}
      onClear={() => change({ q: undefined, show: undefined })}
    >
      <div className="terms-bar">
        <Button size="small" onClick={say('required')} disabled={current === undefined}>
          {words.terms.require} <kbd>R</kbd>
        </Button>
        <Button size="small" onClick={say('excluded')} disabled={current === undefined}>
          {words.terms.exclude} <kbd>X</kbd>
        </Button>
        <Button size="small" onClick={say('open')} disabled={current === undefined}>
          {words.terms.candidate} <kbd>C</kbd>
        </Button>
        {selected.size > 0 ? (
          <>
            <strong className="numbers">{words.terms.selected(selected.size)}</strong>
            <Button kind="quiet" size="small" onClick={() => setSelected(new Set())}>
              {words.terms.clearSelection}
            </Button>
          </>
        ) : (
          <Button kind="quiet" size="small" onClick={selectAll}>
            {words.terms.selectAll(shown.length)}
          </Button>
        )}
      </div>
      <VirtualTable
        label={words.terms.title}
        columns={columns}
        rows={rows}
        sort={sort}
        onSort={(next) => change({ sort: sortText(next) })}
        at={index}
        onGo={go}
        isSelected={selected.size > 0 ? ({ id }) => selected.has(id) : undefined}
        onSelect={(to, { range }) => {
          const row = shown[to];
          if (range) selectTo(to);
          else if (row !== undefined) toggle(row.id);
        }}
      />
    </ListPane>
  );
  return (
    <ListDetail
      name="terms"
      listShare={62}
      narrow="both"
      list={table}
      detail={
        current === undefined ? (
          <p className="muted">{words.terms.noContext}</p>
        ) : (
          <TermContexts project={project} term={current} />
        )
      }
    />
  );
}
