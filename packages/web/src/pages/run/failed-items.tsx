import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { RunView } from '../../data/run-view.ts';
import { fold } from '../../search/fold.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';

/** Above so many a person has to be able to look for one. */
const manyItems = 5;

/** What was given up, and why: by cause, by name, and as a bundle to send to somebody. */
export function FailedItems({ project, items }: { readonly project: ProjectId; readonly items: RunView['failed'] }) {
  const words = useWords();
  const [query, setQuery] = useState('');
  const [code, setCode] = useState('');
  const codes = useMemo(() => [...Map.groupBy(items, ({ failure }) => failure.code)], [items]);
  const wanted = fold(query.trim());
  const shown = items.filter(
    ({ item, failure }) =>
      (code === '' || failure.code === code) &&
      (wanted === '' || fold(`${item} ${words.errors.tell(failure)}`).includes(wanted)),
  );
  const copy = async () => {
    await copyText(JSON.stringify(shown, undefined, 2));
    notify({ message: words.actions.copied });
  };
  return (
    <section className="panel failed-items" aria-labelledby="failed-items">
      <div className="spread">
        <h2 id="failed-items">{words.runs.failedItems}</h2>
        <div className="row">
          {items.length > manyItems && (
            <>
              <SelectField
                label={words.runs.cause}
                hideLabel
                value={code}
                onChange={(event) => setCode(event.target.value)}
              >
                <option value="">{words.runs.allCauses(items.length)}</option>
                {codes.map(([name, same]) => (
                  <option key={name} value={name}>
                    {name} ({words.number(same.length)})
                  </option>
                ))}
              </SelectField>
              <TextField
                type="search"
                label={words.runs.filterFailed}
                hideLabel
                placeholder={words.runs.filterFailed}
                value={query}
                onChange={(event) => setQuery(event.target.value)}
              />
            </>
          )}
          <Button size="small" onClick={() => void copy()}>
            {words.runs.copyFailed}
          </Button>
        </div>
      </div>
      <ul>
        {shown.map(({ item, step, failure, tries }) => (
          <li key={`${step}${item}`}>
            <strong>{item}</strong> <span className="muted">{words.runs.steps[step]}</span>{' '}
            {step !== 'load' && step !== 'analyse' && (
              <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ q: item }}>
                {words.runs.findEntry}
              </Link>
            )}
            <p>
              {words.errors.tell(failure)} <code>{failure.code}</code>{' '}
              <span className="muted">{words.runs.tries(tries)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
