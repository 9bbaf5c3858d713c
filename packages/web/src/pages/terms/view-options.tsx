import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { prefer, type TermColumn, termColumnNames, usePreferences } from '../../preferences/store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';
import { forgetView, saveView, useSavedViews } from './saved-views.ts';
import type { TermsSearch } from './terms-search.ts';

/** Which columns the workbench shows, and what it showed before under a name. */
export function ViewOptions({
  project,
  search,
  hasCategories,
}: {
  readonly project: ProjectId;
  readonly search: TermsSearch;
  readonly hasCategories: boolean;
}) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Button kind="quiet" size="small" onClick={() => setIsOpen(true)}>
        {words.terms.view}
      </Button>
      <Dialog title={words.terms.viewTitle} open={isOpen} onClose={close}>
        <Columns hasCategories={hasCategories} />
        <Views project={project} search={search} onChoose={close} />
        <div className="row row-end">
          <Button onClick={close}>{words.actions.close}</Button>
        </div>
      </Dialog>
    </>
  );
}

function Columns({ hasCategories }: { readonly hasCategories: boolean }) {
  const words = useWords();
  const { hiddenTermColumns } = usePreferences();
  const names: Readonly<Record<TermColumn, string>> = {
    category: words.categories.category,
    kind: words.terms.kind,
    count: words.terms.count,
    documents: words.terms.documents,
    score: words.terms.score,
  };
  return (
    <fieldset className="view-columns">
      <legend>{words.terms.columns}</legend>
      {termColumnNames
        .filter((name) => hasCategories || name !== 'category')
        .map((name) => (
          <Checkbox
            key={name}
            label={names[name]}
            checked={!hiddenTermColumns.includes(name)}
            onChange={({ target }) =>
              prefer({
                hiddenTermColumns: target.checked
                  ? hiddenTermColumns.filter((one) => one !== name)
                  : [...hiddenTermColumns, name],
              })
            }
          />
        ))}
    </fieldset>
  );
}

function Views({
  project,
  search,
  onChoose,
}: {
  readonly project: ProjectId;
  readonly search: TermsSearch;
  readonly onChoose: () => void;
}) {
  const words = useWords();
  const views = useSavedViews(project);
  const [name, setName] = useState('');
  return (
    <section className="stack-tight" aria-labelledby="saved-views">
      <h3 id="saved-views">{words.terms.savedViews}</h3>
      <p className="muted">{words.terms.saveViewHint}</p>
      {views.length > 0 && (
        <ul className="saved-views">
          {views.map((view) => (
            <li key={view.name} className="row">
              <Link to="/p/$projectId/terms" params={{ projectId: project }} search={view.search} onClick={onChoose}>
                {view.name}
              </Link>
              <Button
                kind="quiet"
                size="small"
                aria-label={words.terms.forgetView(view.name)}
                onClick={() => forgetView(project, view.name)}
              >
                {words.documents.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="category-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          saveView(project, { name: name.trim(), search });
          setName('');
        }}
      >
        <TextField
          label={words.terms.saveView}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{words.terms.saveViewDo}</Button>
      </form>
    </section>
  );
}
