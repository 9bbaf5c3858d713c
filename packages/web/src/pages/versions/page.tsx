import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';
import { Failure, Loaded } from '../../data/loaded.tsx';
import { useAction } from '../../data/actions.ts';
import { useDiff, useOpenChanges, useProject, useVersions } from '../../data/queries.ts';
import type { GlossaryDiff, VersionRef } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { ChangedWords } from './changed-words.tsx';
import { Changes } from './changes.tsx';
import './page.css';

/** What was published, and what has become of it since. */
export function VersionsPage({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const versions = useVersions(project);
  const { data } = useProject(project);
  const [isPublishing, setIsPublishing] = useState(false);
  const newest = useRef<HTMLLIElement>(null);
  const button = (data?.entries ?? 0) > 0 && (
    <Button kind="primary" onClick={() => setIsPublishing(true)}>
      {words.versions.publish}
    </Button>
  );
  return (
    <Page title={words.versions.title} actions={(versions.data?.length ?? 0) > 0 && button}>
      <Loaded answer={versions}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={words.versions.empty} detail={words.versions.emptyDetail}>
              {button}
            </EmptyState>
          ) : (
            <>
              <ol className="runs">
                {list.map(({ number, name, note, publishedAt, entries }, index) => (
                  <li key={number} className="version-line" {...(index === 0 ? { ref: newest, tabIndex: -1 } : {})}>
                    <strong>{words.versions.version(number)}</strong>
                    {/* One that nobody named has its number alone. */}
                    <span>{note ?? (name === `Version ${number}` ? '' : name)}</span>
                    <span className="muted numbers">{words.entries.count(entries)}</span>
                    <span className="muted">{words.date(publishedAt)}</span>
                  </li>
                ))}
              </ol>
              <Compare project={project} numbers={list.map(({ number }) => number)} />
            </>
          )
        }
      </Loaded>
      <PublishDialog
        project={project}
        open={isPublishing}
        onClose={() => setIsPublishing(false)}
        resultFocus={newest}
      />
    </Page>
  );
}

function PublishDialog({
  project,
  open,
  onClose,
  resultFocus,
}: {
  readonly project: ProjectId;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly resultFocus: RefObject<HTMLElement | null>;
}) {
  const words = useWords();
  const [note, setNote] = useState('');
  const publish = useAction(
    project,
    ['version'],
    (api, text: string) => api.versions.publish(project, text.trim() === '' ? {} : { note: text.trim() }),
    { showsFailure: true },
  );
  const send = () =>
    publish.mutate(note, {
      onSuccess({ number }) {
        onClose();
        setNote('');
        notify({ message: words.versions.published(number) });
      },
    });
  return (
    <Dialog
      title={words.versions.publish}
      description={words.versions.emptyDetail}
      open={open}
      onClose={onClose}
      resultFocus={resultFocus}
    >
      <TextArea label={words.versions.note} value={note} onChange={(event) => setNote(event.target.value)} />
      {publish.error !== null && <Failure error={publish.error} />}
      <div className="row row-end">
        <Button onClick={onClose}>{words.actions.cancel}</Button>
        <Button kind="primary" busy={publish.isPending} onClick={send}>
          {words.versions.publish}
        </Button>
      </div>
    </Dialog>
  );
}

function Compare({ project, numbers }: { readonly project: ProjectId; readonly numbers: readonly number[] }) {
  const words = useWords();
  const [from, setFrom] = useState<number>(numbers[0] ?? 1);
  const [to, setTo] = useState<VersionRef>('current');
  return (
    <section className="stack" aria-labelledby="compare">
      <h2 id="compare">{words.versions.compare}</h2>
      <div className="row">
        <SelectField label={words.versions.from} value={from} onChange={(event) => setFrom(Number(event.target.value))}>
          {numbers.map((number) => (
            <option key={number} value={number}>
              {words.versions.version(number)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={words.versions.to}
          value={to}
          onChange={(event) => setTo(event.target.value === 'current' ? 'current' : Number(event.target.value))}
        >
          <option value="current">{words.versions.now}</option>
          {numbers.map((number) => (
            <option key={number} value={number}>
              {words.versions.version(number)}
            </option>
          ))}
        </SelectField>
      </div>
      {to === 'current' ? (
        <SinceVersion project={project} version={from} />
      ) : (
        <BetweenVersions project={project} from={from} to={to} />
      )}
    </section>
  );
}

function SinceVersion({ project, version }: { readonly project: ProjectId; readonly version: number }) {
  const changes = useOpenChanges(project, version);
  return (
    <Loaded answer={changes}>
      {(found) => <Changes key={version} project={project} version={version} changes={found} />}
    </Loaded>
  );
}

function BetweenVersions({
  project,
  ...range
}: {
  readonly project: ProjectId;
  readonly from: number;
  readonly to: number;
}) {
  const diff = useDiff(project, range);
  return <Loaded answer={diff}>{(found) => <Diff project={project} diff={found} />}</Loaded>;
}

function Diff({
  project,
  diff: { added, removed, changed },
}: {
  readonly project: ProjectId;
  readonly diff: GlossaryDiff;
}) {
  const words = useWords();
  if (added.length + removed.length + changed.length === 0) return <p className="muted">{words.versions.same}</p>;
  return (
    <>
      <p role="status" className="numbers">
        {words.versions.summary(changed.length, added.length, removed.length)}
      </p>
      <ul className="diff">
        {changed.map((change) => (
          <li key={change.id}>
            <div className="row">
              <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ entry: change.id }}>
                {change.term}
              </Link>
              <Chip tone="accent">{words.versions.changed}</Chip>
              {change.formerTerm !== undefined && <del>{change.formerTerm}</del>}
            </div>
            <ChangedWords change={change} />
          </li>
        ))}
        {added.map(({ id, term }) => (
          <li key={id} className="row">
            <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ entry: id }}>
              {term}
            </Link>
            <Chip tone="ok">{words.versions.added}</Chip>
          </li>
        ))}
        {removed.map(({ id, term }) => (
          <li key={id} className="row">
            {term} <Chip tone="bad">{words.versions.removed}</Chip>
          </li>
        ))}
      </ul>
    </>
  );
}
