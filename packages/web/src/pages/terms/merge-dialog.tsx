import type { ConceptId, ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { Failure } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import { questions } from '../../data/questions.ts';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** Makes terms one entry: asks which name stands for all; the others become names beside it. */
export function MergeDialog({
  project,
  terms,
  onClose,
  onMerged,
}: {
  readonly project: ProjectId;
  /** Chosen in the list; nothing is asked while there are none. */
  readonly terms: readonly WorkbenchTerm[];
  readonly onClose: () => void;
  readonly onMerged: (into: ConceptId) => void;
}) {
  const words = useWords();
  return (
    <Dialog
      title={words.terms.mergeTitle}
      description={words.terms.mergeHint}
      open={terms.length > 0}
      onClose={onClose}
    >
      <Question key={terms.map(({ id }) => id).join()} {...{ project, terms, onClose, onMerged }} />
    </Dialog>
  );
}

function Question({ project, terms, onClose, onMerged }: Parameters<typeof MergeDialog>[0]) {
  const words = useWords();
  const [others, setOthers] = useState<readonly WorkbenchTerm[]>([]);
  const all = [...terms, ...others];
  const [preferred, setPreferred] = useState(() => bestOf(terms)?.id);
  const undo = useUndo(project, ['entry', 'term', 'term-list']);
  const merge = useAction(
    project,
    ['entry', 'term', 'term-list'],
    (api, into: ConceptId) =>
      api.terms.merge(project, { into, from: all.map(({ id }) => id).filter((id) => id !== into) }),
    { showsFailure: true },
  );
  const into = all.find(({ id }) => id === preferred) ?? all[0];
  const send = () => {
    if (into === undefined || all.length < 2) return;
    merge.mutate(into.id, {
      onSuccess(token) {
        notify({
          message: words.terms.merged(into.term, all.length - 1),
          undo: { label: words.actions.undo, run: () => undo(token) },
        });
        onMerged(into.id);
      },
    });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset className="merge-names">
        <legend>{words.terms.preferred}</legend>
        {all.map((term) => (
          <label key={term.id} className="check">
            <input
              type="radio"
              name="preferred"
              checked={term.id === into?.id}
              onChange={() => setPreferred(term.id)}
            />
            <span lang={term.language}>
              {term.term}{' '}
              <span className="muted numbers">
                {words.entries.occurrencesCount(term.frequency, term.documentFrequency)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <FindTerm
        project={project}
        without={new Set(all.map(({ id }) => id))}
        onFound={(term) => {
          setOthers([...others, term]);
          // What stands in the glossary goes on standing for both; else the word that was looked for.
          if (all.length === 1) setPreferred(all.some(isEntry) && !isEntry(term) ? all[0]?.id : term.id);
        }}
      />
      {merge.error !== null && <Failure error={merge.error} />}
      <div className="row row-end">
        <Button onClick={onClose}>{words.actions.cancel}</Button>
        <Button kind="primary" type="submit" busy={merge.isPending} disabled={all.length < 2}>
          {words.terms.mergeDo(all.length)}
        </Button>
      </div>
    </form>
  );
}

const mostFound = 6;

/** Another term to merge with, found by its name. */
function FindTerm({
  project,
  without,
  onFound,
}: {
  readonly project: ProjectId;
  readonly without: ReadonlySet<ConceptId>;
  readonly onFound: (term: WorkbenchTerm) => void;
}) {
  const words = useWords();
  const api = useApi();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({ ...questions.termsNamed(api, project, asked, mostFound), enabled: asked !== '' });
  const offered = asked === '' ? [] : (found.data ?? []).filter(({ id }) => !without.has(id));
  return (
    <div className="stack-tight">
      <TextField
        label={words.terms.mergeWith}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row" role="status">
        {offered.map((term) => (
          <Button
            key={term.id}
            size="small"
            onClick={() => {
              onFound(term);
              setText('');
            }}
          >
            <span lang={term.language}>{term.term}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}

/** An entry goes before a candidate, the better one before the other. */
function bestOf(terms: readonly WorkbenchTerm[]): WorkbenchTerm | undefined {
  return terms.toSorted((a, b) => Number(isEntry(b)) - Number(isEntry(a)) || a.rank - b.rank)[0];
}

function isEntry({ id, entry }: WorkbenchTerm): boolean {
  return entry?.id === id;
}
