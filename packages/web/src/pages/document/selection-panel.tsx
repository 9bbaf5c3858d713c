import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { type RefObject, useRef, useState } from 'react';
import type { Document, EntryPlace } from '../../data/shapes.ts';
import { NamePreview } from '../../documents/name-preview.tsx';
import type { SelectedName } from '../../documents/selected-name.ts';
import { KeyOf } from '../../keyboard/keys.tsx';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import { DecideWords } from './decide-words.tsx';
import { NameOfEntry } from './name-of-entry.tsx';
import type { NameStatus } from './use-shown-name.ts';
import { blocks, fieldsOfSelection } from './use-selected-words.ts';

interface SelectionPanelProps {
  readonly project: ProjectId;
  readonly document: Document;
  readonly selected: SelectedName;
  readonly places: readonly EntryPlace[];
  /** Where they are selected, and where one goes on reading. */
  readonly pane: RefObject<HTMLElement | null>;
}

/** What can be done with the words that are selected: a term, never one, or a name of an entry that is there. */
export function SelectionPanel({ project, selected, ...where }: SelectionPanelProps) {
  const words = useWords();
  return (
    <section className={`panel stack ${fieldsOfSelection}`} aria-label={words.document.addSelection}>
      {selected.kind === 'clause' ? (
        <>
          <p>{words.document.selection(selected.text)}</p>
          <p className="muted">{words.document.clause}</p>
        </>
      ) : (
        <>
          <p>{words.document.selection(selected.name)}</p>
          <DecideWords project={project} term={selected.name} hasKeys />
          <NameDecision project={project} name={selected.name} {...where} />
          {/* It comes late and is of any length: below what is pressed, which stays where it is. */}
          <p role="status" className="muted numbers selection-found">
            <NamePreview project={project} term={selected.name} />
          </p>
        </>
      )}
    </section>
  );
}

function NameDecision({
  project,
  document,
  name,
  places,
  pane,
}: Omit<SelectionPanelProps, 'selected'> & { readonly name: string }) {
  const words = useWords();
  const [asked, setAsked] = useState<{ readonly status: NameStatus; readonly near: ReadonlySet<ConceptId> }>();
  const range = useRef<Range>(undefined);
  const ask = (status: NameStatus) => {
    const selection = getSelection();
    range.current = selection?.rangeCount === 0 ? undefined : selection?.getRangeAt(0).cloneRange();
    setAsked({ status, near: entriesNear(range.current, places) });
  };
  /** The view stays where it is; what was selected is so again, unless it has become a name. */
  const close = (isNamed: boolean) => {
    setAsked(undefined);
    pane.current?.focus({ preventScroll: true });
    getSelection()?.removeAllRanges();
    if (!isNamed && range.current !== undefined) getSelection()?.addRange(range.current);
  };
  useShortcuts('document', [
    { command: 'document.alias', run: () => ask('admitted') },
    { command: 'document.forbid', run: () => ask('forbidden') },
  ]);
  return asked === undefined ? (
    <div className="row">
      <Button size="small" onClick={() => ask('admitted')}>
        {words.document.alias} <KeyOf command="document.alias" />
      </Button>
      <Button size="small" onClick={() => ask('forbidden')}>
        {words.document.forbid} <KeyOf command="document.forbid" />
      </Button>
    </div>
  ) : (
    <NameOfEntry project={project} document={document} name={name} {...asked} onClose={close} />
  );
}

/** Entries that are marked in the paragraph of a selection. */
function entriesNear(range: Range | undefined, places: readonly EntryPlace[]): ReadonlySet<ConceptId> {
  const node = range?.startContainer;
  const block = (node instanceof Element ? node : node?.parentElement)?.closest(blocks);
  const starts = new Set(
    [...(block?.querySelectorAll('a.hl') ?? [])].map((link) =>
      Number(new URLSearchParams(link.getAttribute('href') ?? '').get('at')),
    ),
  );
  return new Set(places.flatMap(({ entry, range: { start } }) => (starts.has(start) ? [entry] : [])));
}
