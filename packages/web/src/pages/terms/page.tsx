import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { useDeferredValue, useMemo, useState } from 'react';
import { Loaded } from '../../data/loaded.tsx';
import { useProject, useTerms } from '../../data/queries.ts';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { useStartRun } from '../../runs/use-start-run.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import type { Sort } from '../../ui/sort-button.tsx';
import { Split } from '../../ui/split.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { useWords } from '../../words/words.tsx';
import { AddRule } from './add-rule.tsx';
import { filterTerms, type TermFilter, termFilters } from './filter-terms.ts';
import { TermContexts } from './term-contexts.tsx';
import { termColumns } from './term-columns.tsx';
import { type Verdict, useDecisions } from './use-decisions.ts';
import './page.css';

/** Every word that was considered for the glossary, decided with one key each. */
export function TermsPage({ project }: { readonly project: ProjectId }) {
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
            <Workbench project={project} terms={list} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Workbench({ project, terms }: { readonly project: ProjectId; readonly terms: readonly WorkbenchTerm[] }) {
  const words = useWords();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<TermFilter>('all');
  const [sort, setSort] = useState<Sort>({ by: 'score', descending: true });
  const [active, setActive] = useState<ConceptId>();
  const [selected, setSelected] = useState<ReadonlySet<ConceptId>>(new Set());
  const { decide, decisionOf } = useDecisions(project);

  // What is typed is shown at once; the table follows as fast as it can.
  const asked = useDeferredValue(query);
  const shown = useMemo(() => filterTerms(terms, { query: asked, filter, sort }), [terms, asked, filter, sort]);
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === active),
  );
  const current = shown[at];
  const move = (by: number) => setActive(shown[Math.min(shown.length - 1, Math.max(0, at + by))]?.id);
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
  const selectTo = (id: ConceptId) => {
    const to = shown.findIndex((term) => term.id === id);
    const range = shown.slice(Math.min(at, to), Math.max(at, to) + 1);
    setSelected(new Set([...selected, ...range.map((term) => term.id)]));
  };
  const selectAll = () => setSelected(new Set(shown.map(({ id }) => id)));

  useShortcuts(words.terms.title, [
    { keys: 'j', label: words.keys.next, run: () => move(1) },
    { keys: 'k', label: words.keys.previous, run: () => move(-1) },
    { keys: 'r', label: words.terms.require, run: say('required') },
    { keys: 'x', label: words.terms.exclude, run: say('excluded') },
    { keys: 'c', label: words.terms.candidate, run: say('open') },
    { keys: 'Space', label: words.terms.select, run: () => current && toggle(current.id) },
    { keys: 'mod+a', label: words.terms.selectAll(shown.length), run: selectAll },
    { keys: 'Escape', label: words.terms.clearSelection, run: () => setSelected(new Set()) },
    {
      keys: '/',
      label: words.keys.filter,
      run: () => document.querySelector<HTMLInputElement>('[type=search]')?.focus(),
    },
  ]);
  const columns = useMemo(() => termColumns(words, decisionOf), [words, decisionOf]);
  const table = (
    <section className="terms-list" aria-label={words.terms.title}>
      <div className="terms-filter">
        <TextField
          type="search"
          label={words.terms.filter}
          hideLabel
          placeholder={words.terms.filter}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <SelectField
          label={words.terms.status}
          hideLabel
          value={filter}
          onChange={(event) => setFilter(event.target.value as TermFilter)}
        >
          {termFilters.map((one) => (
            <option key={one} value={one}>
              {words.terms.filters[one]}
            </option>
          ))}
        </SelectField>
        <p className="muted numbers" role="status">
          {words.terms.shown(shown.length, terms.length)}
        </p>
      </div>
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
      {shown.length === 0 ? (
        <EmptyState title={words.terms.noMatch(query)} detail={words.terms.noMatchDetail}>
          <Button
            onClick={() => {
              setQuery('');
              setFilter('all');
            }}
          >
            {words.actions.clearFilter}
          </Button>
        </EmptyState>
      ) : (
        <VirtualTable
          label={words.terms.title}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          sort={sort}
          onSort={setSort}
          active={current?.id}
          onActive={({ id }) => setActive(id)}
          {...(selected.size > 0 ? { selected } : {})}
          onSelect={({ id }, { range }) => (range ? selectTo(id) : toggle(id))}
        />
      )}
    </section>
  );
  return (
    <div className="terms">
      <Split
        name="terms"
        dividerLabel={words.shell.resize}
        initial={62}
        first={table}
        second={
          current === undefined ? (
            <p className="muted">{words.terms.noContext}</p>
          ) : (
            <TermContexts project={project} term={current} />
          )
        }
      />
    </div>
  );
}
