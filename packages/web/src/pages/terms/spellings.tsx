import type { ConceptId, ProjectId, VariantGroup, VariantTerm } from '@genglossary/core/domain';
import { useState } from 'react';
import { Failure, Loaded } from '../../data/loaded.tsx';
import { useAction, useUndo } from '../../data/actions.ts';
import { useVariants } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

const touched = ['entry', 'term', 'term-list', 'settled'] as const;

/** What is done with words that may be one. */
type Answer = 'admitted' | 'forbidden' | 'apart';

/** How many words may be spellings of one; a press shows them. Nothing where there are none. */
export function Spellings({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const { data } = useVariants(project);
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen && (data ?? []).length === 0) return null;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{words.terms.spellings(data?.length ?? 0)}</Button>
      <Dialog
        title={words.terms.spellingsTitle}
        description={words.terms.spellingsHint}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        wide
      >
        <Groups project={project} />
        <div className="row row-end">
          <Button onClick={() => setIsOpen(false)}>{words.actions.close}</Button>
        </div>
      </Dialog>
    </>
  );
}

function Groups({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const variants = useVariants(project);
  return (
    <Loaded answer={variants}>
      {(groups) =>
        groups.length === 0 ? (
          <EmptyState title={words.terms.noSpellings} tone="ok" />
        ) : (
          <ul className="spellings" aria-label={words.terms.spellingsTitle}>
            {groups.map((group) => (
              <Group key={group.id} project={project} group={group} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Group({ project, group }: { readonly project: ProjectId; readonly group: VariantGroup }) {
  const words = useWords();
  const { id, terms, language } = group;
  const [chosen, setChosen] = useState<ConceptId>();
  const preferred = terms.find((term) => term.id === chosen) ?? terms[0];
  const undo = useUndo(project, touched);
  const answer = useAction(
    project,
    touched,
    async (api, { given, into }: { readonly given: Answer; readonly into: VariantTerm }) => {
      const others = terms.filter((term) => term !== into);
      const from = others.map((term) => term.id);
      const token =
        given === 'apart'
          ? (await api.terms.dismissVariants(project, [id])).undo
          : await api.terms.merge(project, { into: into.id, from, status: given });
      // Told here: what is answered leaves the list, and this with it.
      notify({
        message: words.terms.spellingSaid[given](into.term, words.list(others.map(({ term }) => term))),
        undo: { label: words.actions.undo, run: () => undo(token) },
      });
    },
    { showsFailure: true },
  );
  if (preferred === undefined) return null;
  const others = words.list(terms.filter((term) => term !== preferred).map(({ term }) => term));
  const say = (given: Answer) => answer.mutate({ given, into: preferred });
  return (
    <li className="spelling">
      <fieldset className="spelling-names">
        <legend className="visually-hidden">{words.terms.preferred}</legend>
        {terms.map((term) => (
          <label key={term.id} className="check">
            <input
              type="radio"
              name={`spelling-${id}`}
              checked={term.id === preferred.id}
              onChange={() => setChosen(term.id)}
            />
            <span>
              <span lang={language} className="term-name">
                {term.term}
              </span>{' '}
              <span className="muted numbers">
                {words.entries.occurrencesCount(term.frequency, term.documentFrequency)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="row">
        <Button
          size="small"
          busy={answer.isPending}
          aria-label={words.terms.spellingJoin(preferred.term, others)}
          onClick={() => say('admitted')}
        >
          {words.terms.join}
        </Button>
        <Button
          size="small"
          busy={answer.isPending}
          aria-label={words.terms.spellingForbid(preferred.term, others)}
          onClick={() => say('forbidden')}
        >
          {words.terms.forbidOthers}
        </Button>
        <Button
          kind="quiet"
          size="small"
          busy={answer.isPending}
          aria-label={words.terms.spellingApart(preferred.term, others)}
          onClick={() => say('apart')}
        >
          {words.terms.notTheSame}
        </Button>
      </div>
      {answer.error !== null && <Failure error={answer.error} />}
    </li>
  );
}
