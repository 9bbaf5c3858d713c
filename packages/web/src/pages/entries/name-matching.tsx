import type { Designation, NameMatching, ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useApi } from '../../data/api.ts';
import { questions } from '../../data/questions.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, SelectField, TextField } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';
import { boundaries, boundaryOf, formsText, hasCase, readForms, tellMatching, withBoundary } from './matching.ts';

interface NameMatchingFieldsProps {
  readonly project: ProjectId;
  readonly entry: Pick<EntryDetail, 'id' | 'language'>;
  readonly name: Designation;
  readonly isBusy: boolean;
  readonly onSave: (matching: NameMatching) => void;
}

/** How a name is looked for; what that would find is counted as one chooses. */
export function NameMatchingFields({ project, entry, name, isBusy, onSave }: NameMatchingFieldsProps) {
  const words = useWords();
  const { text, matching: kept = {} } = name;
  const [matching, setMatching] = useState<NameMatching>(kept);
  const [forms, setForms] = useState(formsText(kept));
  const wanted = readForms(matching, forms);
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(kept);
  const [isOpen, setIsOpen] = useState(false);
  const told = tellMatching(kept, words);
  const save = () => {
    if (isChanged) onSave(wanted);
  };
  return (
    <details className="name-matching" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary aria-label={words.entries.matchingOf(text)}>
        {words.entries.matching}
        {told !== '' && <span className="muted"> · {told}</span>}
      </summary>
      <div className="stack-tight">
        {hasCase(text) && (
          <Checkbox
            label={words.entries.caseSensitive(text)}
            checked={matching.isCaseSensitive === true}
            onChange={({ target }) => setMatching(withFlag(matching, 'isCaseSensitive', target.checked))}
          />
        )}
        <Checkbox
          label={words.entries.uninflected}
          checked={matching.isUninflected === true}
          onChange={({ target }) => setMatching(withFlag(matching, 'isUninflected', target.checked))}
        />
        <SelectField
          label={words.entries.boundary}
          value={boundaryOf(matching)}
          onChange={({ target }) => setMatching(withBoundary(matching, target.value))}
        >
          {boundaries.map((one) => (
            <option key={one} value={one}>
              {words.entries.boundaries[one]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={words.entries.furtherForms}
          hint={words.entries.furtherFormsHint}
          lang={entry.language}
          value={forms}
          autoComplete="off"
          onChange={({ target }) => setForms(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
            // The form around it adds names.
            event.preventDefault();
            save();
          }}
        />
        <p role="status" className="numbers">
          {isOpen && <Count project={project} entry={entry} text={text} matching={wanted} />}
        </p>
        {isChanged && (
          <div className="row">
            <Button kind="primary" size="small" busy={isBusy} onClick={save}>
              {words.actions.save}
            </Button>
            <Button
              kind="quiet"
              size="small"
              onClick={() => {
                setMatching(kept);
                setForms(formsText(kept));
              }}
            >
              {words.actions.cancel}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

function Count({
  project,
  entry: { id, language },
  text,
  matching,
}: {
  readonly project: ProjectId;
  readonly entry: Pick<EntryDetail, 'id' | 'language'>;
  readonly text: string;
  readonly matching: NameMatching;
}) {
  const words = useWords();
  const asked = useDeferredValue(matching);
  const { data, isFetching } = useQuery({
    ...questions.nameMatches(useApi(), project, { term: text, language, entry: id, matching: asked }),
    placeholderData: (before) => before,
  });
  if (data === undefined) return words.shell.loading;
  return (
    <span className={isFetching ? 'muted' : undefined}>{words.terms.found(data.occurrences, data.documents)}</span>
  );
}

function withFlag(matching: NameMatching, flag: 'isCaseSensitive' | 'isUninflected', isSet: boolean): NameMatching {
  const { [flag]: _before, ...rest } = matching;
  return isSet ? { ...rest, [flag]: true } : rest;
}
