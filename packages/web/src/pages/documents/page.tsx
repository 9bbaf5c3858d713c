import type { DocumentId, ProjectId } from '@genglossary/core/domain';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAddress, useLateAddress } from '../../data/address.ts';
import { Loaded } from '../../data/loaded.tsx';
import { refresh, useAction, useUndo } from '../../data/actions.ts';
import { useDocuments, useInsights, useProject, useRemovalImpact } from '../../data/queries.ts';
import type { StoredDocument } from '../../data/shapes.ts';
import { type Coverage, shareOf } from '../insights/measures.ts';
import { useStartRun } from '../../runs/use-start-run.ts';
import { fold } from '../../search/fold.ts';
import { pageOf } from '../../shell/project-pages.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ListPane } from '../../ui/list-pane.tsx';
import { Page } from '../../ui/page.tsx';
import { rowsOf } from '../../ui/rows.ts';
import { readSort, type Sort, sortText } from '../../ui/sort-button.tsx';
import { notify } from '../../ui/toast.tsx';
import { useCurrentRow } from '../../ui/use-current-row.ts';
import { type Column, VirtualTable } from '../../ui/virtual-table.tsx';
import { DropVeil } from '../../upload/drop-veil.tsx';
import { RefusedFiles } from '../../upload/refused-files.tsx';
import { UploadPanel } from '../../upload/upload-panel.tsx';
import type { UploadState } from '../../upload/uploads.tsx';
import { keepWaiting } from '../../upload/waiting-files.ts';
import type { Words } from '../../words/en.ts';
import { useWords } from '../../words/words.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { documentsSearch, type DocumentsSearch } from './documents-search.ts';
import './page.css';

const byPath: Sort = { by: 'path', descending: false };

/** What the glossary is made from; the way in for files, and the way on to a glossary. */
export function DocumentsPage({ project, search }: { readonly project: ProjectId; readonly search: DocumentsSearch }) {
  const words = useWords();
  const documents = useDocuments(project);
  const queries = useQueryClient();
  const run = useStartRun(project);
  const summary = useProject(project);
  const [isAdding, setIsAdding] = useState(false);
  const isEmpty = documents.data?.length === 0;

  const onSent = async ({ added, updated }: UploadState) => {
    await refresh(queries, project, ['document']);
    setIsAdding(false);
    if (added + updated > 0) notify({ message: words.drop.sent(added, updated) });
    // The first documents of a project are there to be made into a glossary; later ones may be gathered first.
    if (isEmpty && added > 0) await run.start();
  };
  const panel = (
    <UploadPanel
      project={project}
      sendLabel={isEmpty ? words.drop.sendAndBuild : words.drop.send}
      onSent={(state) => void onSent(state)}
    />
  );
  const changed = summary.data?.changedDocuments ?? 0;
  const isMade = changed === 0 && (summary.data?.entries ?? 0) > 0;
  // Said at the foot of the page.
  const isBeingMade = summary.data?.activeRun !== undefined;
  return (
    <Page
      full={!isEmpty}
      title={words.documents.title}
      {...(isEmpty ? { lead: words.documents.emptyDetail } : {})}
      actions={
        !isEmpty && (
          <div className="row">
            <Button onClick={() => setIsAdding(true)}>{words.documents.add}</Button>
            <Button
              kind={isMade || isBeingMade ? 'plain' : 'primary'}
              busy={run.isBusy}
              onClick={() => void run.start()}
            >
              {isMade ? words.documents.again : words.documents.build(summary.data?.entries === 0 ? 0 : changed)}
            </Button>
          </div>
        )
      }
    >
      <RefusedFiles project={project} />
      <Loaded answer={documents}>
        {(list) => (list.length === 0 ? panel : <DocumentTable {...{ project, search, documents: list }} />)}
      </Loaded>
      {!isEmpty && !isAdding && (
        <DropVeil
          says={words.drop.over}
          onDrop={({ files }) => {
            keepWaiting(project, files);
            setIsAdding(true);
          }}
        />
      )}
      <Dialog title={words.documents.add} open={isAdding && !isEmpty} onClose={() => setIsAdding(false)} wide>
        {panel}
      </Dialog>
    </Page>
  );
}

function DocumentTable({
  project,
  search,
  documents,
}: {
  readonly project: ProjectId;
  readonly search: DocumentsSearch;
  readonly documents: readonly StoredDocument[];
}) {
  const words = useWords();
  const navigate = useNavigate();
  const change = useAddress(documentsSearch);
  const [q, setQ] = useLateAddress(search.q ?? '', (typed) => change({ q: typed || undefined }));
  const sort = useMemo(() => readSort(search.sort) ?? byPath, [search.sort]);
  const [current, setCurrent] = useState<string>();
  const [doomed, setDoomed] = useState<StoredDocument>();
  const rows = useMemo(() => rowsOf(sorted(filtered(documents, q), sort), ({ id }) => id), [documents, q, sort]);
  const open = ({ id }: StoredDocument) =>
    void navigate({ to: '/p/$projectId/documents/$documentId', params: { projectId: project, documentId: id } });
  const { index, go } = useCurrentRow(rows, {
    current,
    onCurrent: ({ id }) => setCurrent(id),
    onOpen: open,
    startsEmpty: true,
  });

  const counted = useInsights(project).data?.documents;
  const columns = useMemo(() => {
    const coverage = new Map((counted ?? []).map((one) => [one.id, one]));
    return documentColumns(words, project, { coverage, onRemove: setDoomed });
  }, [words, project, counted]);
  return (
    <>
      <ListPane
        className="documents-list"
        label={words.documents.title}
        filterLabel={words.documents.filter}
        query={q}
        onQuery={setQ}
        shown={rows.count}
        total={documents.length}
        noMatch={words.documents.noMatch(q)}
        onClear={() => setQ('')}
      >
        <VirtualTable
          label={words.documents.title}
          columns={columns}
          rows={rows}
          sort={sort}
          onSort={(next) => change({ sort: sortText(next) })}
          at={index}
          onGo={go}
          onOpen={open}
        />
      </ListPane>
      <RemoveDialog project={project} document={doomed} onClose={() => setDoomed(undefined)} />
    </>
  );
}

function documentColumns(
  words: Words,
  project: ProjectId,
  {
    coverage,
    onRemove,
  }: {
    /** Of what the glossary was made from. */
    readonly coverage: ReadonlyMap<DocumentId, Coverage>;
    readonly onRemove: (document: StoredDocument) => void;
  },
): readonly Column<StoredDocument>[] {
  return [
    {
      key: 'path',
      label: words.documents.path,
      width: 'minmax(160px, 4fr)',
      isCut: true,
      sortable: true,
      cell: (row) => (
        <AppLink href={`${pageOf(project, 'documents')}/${encodeURIComponent(row.id)}`}>{row.name}</AppLink>
      ),
    },
    {
      key: 'state',
      label: words.documents.state,
      width: 'minmax(136px, 1fr)',
      spare: 0,
      sortable: true,
      cell: ({ state }) => (
        <Chip tone={state === 'built' ? 'neutral' : 'warn'}>
          {words.documents.states[state === 'built' ? 'read' : state]}
        </Chip>
      ),
    },
    {
      key: 'mentions',
      label: words.documents.mentions,
      width: '110px',
      align: 'end',
      spare: 2,
      cell: ({ id }) => {
        const found = coverage.get(id);
        return found === undefined ? '' : words.number(found.mentions);
      },
    },
    {
      key: 'explained',
      label: words.documents.explained,
      width: '110px',
      align: 'end',
      spare: 1,
      cell: ({ id }) => {
        const found = coverage.get(id);
        return found === undefined || found.mentions === 0 ? '' : words.percent(shareOf(found));
      },
    },
    {
      key: 'format',
      label: words.documents.format,
      width: '144px',
      spare: 4,
      cell: ({ format }) => words.documents.formats[format] ?? format,
    },
    {
      key: 'encoding',
      label: words.documents.encoding,
      width: '132px',
      spare: 5,
      // The bytes of a Word document are no text.
      cell: ({ encoding, format }) => (format === 'docx' ? '' : encoding),
    },
    {
      key: 'length',
      label: words.documents.length,
      width: '110px',
      align: 'end',
      sortable: true,
      spare: 3,
      cell: ({ length }) => words.number(length),
    },
    {
      key: 'remove',
      label: '',
      width: '92px',
      align: 'end',
      cell: (row) => (
        <Button
          kind="quiet"
          size="small"
          aria-label={`${words.documents.remove}: ${row.name}`}
          onClick={() => onRemove(row)}
        >
          {words.documents.remove}
        </Button>
      ),
    },
  ];
}

function RemoveDialog({
  project,
  document,
  onClose,
}: {
  readonly project: ProjectId;
  readonly document: StoredDocument | undefined;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const undo = useUndo(project, ['document']);
  const { data: impact } = useRemovalImpact(project, document?.id);
  const remove = useAction(project, ['document'], (api, one: StoredDocument) =>
    api.documents.remove(project, [one.id]),
  );
  return (
    <Dialog
      title={words.documents.removeTitle(document?.name ?? '')}
      description={
        impact === undefined
          ? words.documents.removeDetail
          : words.documents.removeImpact(impact.entries, impact.entirely)
      }
      open={document !== undefined}
      onClose={onClose}
    >
      <div className="row row-end">
        <Button onClick={onClose}>{words.actions.cancel}</Button>
        <Button
          kind="danger"
          busy={remove.isPending}
          onClick={() =>
            document &&
            remove.mutate(document, {
              onSuccess(token) {
                onClose();
                notify({
                  message: words.documents.removed(document.name),
                  undo: { label: words.actions.undo, run: () => undo(token) },
                });
              },
            })
          }
        >
          {words.documents.remove}
        </Button>
      </div>
    </Dialog>
  );
}

function filtered(documents: readonly StoredDocument[], query: string): readonly StoredDocument[] {
  const wanted = fold(query.trim());
  return wanted === '' ? documents : documents.filter(({ name }) => fold(name).includes(wanted));
}

function sorted(documents: readonly StoredDocument[], { by, descending }: Sort): readonly StoredDocument[] {
  // They come in the order of their names.
  if (by !== 'length' && by !== 'state') return descending ? documents.toReversed() : documents;
  const value = (row: StoredDocument) => (by === 'length' ? row.length : row.state);
  const rows = documents.toSorted((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
  return descending ? rows.toReversed() : rows;
}
