import type { ProjectId } from '@genglossary/core/domain';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { Loaded } from '../../data/loaded.tsx';
import { useEntries } from '../../data/queries.ts';
import type { EntrySummary } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { useStartRun } from '../../runs/use-start-run.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Split } from '../../ui/split.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useProject } from '../../data/queries.ts';
import { useWords } from '../../words/words.tsx';
import type { EntriesSearch } from './entries-search.ts';
import { type EntryFilter, entryFilters, filterEntries } from './filter-entries.ts';
import { EntryList } from './entry-list.tsx';
import { EntryPane } from './entry-pane.tsx';
import './page.css';

/** The glossary: every entry, what it says, and the words of the documents that it stands on. */
export function EntriesPage({ project, search }: { readonly project: ProjectId; readonly search: EntriesSearch }) {
  const words = useWords();
  const entries = useEntries(project);
  return (
    <Page
      full
      title={words.entries.title}
      actions={
        (entries.data?.length ?? 0) > 0 && (
          <Link to="/p/$projectId/exports" params={{ projectId: project }} className="button">
            {words.shell.exports}
          </Link>
        )
      }
    >
      <Loaded answer={entries}>
        {(list) =>
          list.length === 0 ? <NoEntries project={project} /> : <Workbench {...{ project, search, entries: list }} />
        }
      </Loaded>
    </Page>
  );
}

function NoEntries({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useProject(project);
  const run = useStartRun(project);
  const hasDocuments = (data?.documents ?? 0) > 0;
  return (
    <EmptyState title={words.entries.empty} detail={words.entries.emptyDetail}>
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
  entries,
}: {
  readonly project: ProjectId;
  readonly search: EntriesSearch;
  readonly entries: readonly EntrySummary[];
}) {
  const words = useWords();
  const navigate = useNavigate();
  const { q = '', show = 'all' } = search;
  const shown = useMemo(() => filterEntries(entries, { query: q, filter: show }), [entries, q, show]);
  // One that was just removed is not there any more, whatever the address says.
  const selected = entries.some(({ id }) => id === search.entry) ? search.entry : shown[0]?.id;
  const change = useCallback(
    (next: EntriesSearch) =>
      void navigate({
        to: '/p/$projectId/entries',
        params: { projectId: project },
        search: { ...search, ...next },
        replace: true,
      }),
    [navigate, project, search],
  );
  const at = shown.findIndex(({ id }) => id === selected);
  const move = (by: number) => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next !== undefined) change({ entry: next.id });
  };
  useShortcuts(words.entries.list, [
    { keys: 'j', label: words.keys.next, run: () => move(1) },
    { keys: 'k', label: words.keys.previous, run: () => move(-1) },
    {
      keys: '/',
      label: words.keys.filter,
      run: () => document.querySelector<HTMLInputElement>('[type=search]')?.focus(),
    },
  ]);
  const clear = () => change({ q: undefined, show: undefined });
  const list = (
    <section className="entries-list" aria-label={words.entries.list}>
      <div className="entries-filter">
        <TextField
          type="search"
          label={words.entries.filter}
          hideLabel
          placeholder={words.entries.filter}
          value={q}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
        <SelectField
          label={words.entries.filter}
          hideLabel
          value={show}
          onChange={(event) => change({ show: event.target.value as EntryFilter })}
        >
          {entryFilters.map((filter) => (
            <option key={filter} value={filter}>
              {words.entries.kinds[filter]}
            </option>
          ))}
        </SelectField>
      </div>
      <p className="entries-count muted numbers" role="status">
        {words.entries.shown(shown.length, entries.length)}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={words.entries.noMatch(q)}>
          <Button onClick={clear}>{words.actions.clearFilter}</Button>
        </EmptyState>
      ) : (
        <EntryList entries={shown} selected={selected} onSelect={(id) => change({ entry: id })} />
      )}
    </section>
  );
  return (
    <div className={`entries ${search.entry === undefined ? '' : 'entries-chosen'}`}>
      <Split
        name="entries"
        dividerLabel={words.shell.resize}
        initial={28}
        first={list}
        second={
          selected === undefined ? (
            <p className="muted entries-none">{words.entries.choose}</p>
          ) : (
            <EntryPane
              key={selected}
              project={project}
              id={selected}
              onNext={() => move(1)}
              onBack={() => change({ entry: undefined })}
            />
          )
        }
      />
    </div>
  );
}
