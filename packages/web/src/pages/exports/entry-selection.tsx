import { entryStates, type ProjectId } from '@genglossary/core/domain';
import { useCategories, useVersions } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, SelectField } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';
import { confidenceChoices, evidenceChoices, exportOrders, type ExportsSearch } from './exports-search.ts';

/** The address with nothing left out. */
export const allEntries: ExportsSearch = {
  version: undefined,
  states: undefined,
  category: undefined,
  uncategorised: undefined,
  confidence: undefined,
  evidence: undefined,
  order: undefined,
};

interface EntrySelectionProps {
  readonly project: ProjectId;
  readonly search: ExportsSearch;
  readonly change: (next: ExportsSearch) => void;
}

/** Which entries go out, of which version, in which order. */
export function EntrySelection({ project, search, change }: EntrySelectionProps) {
  const words = useWords();
  const { data: published = [] } = useVersions(project);
  const states = search.states ?? entryStates;
  const isNarrowed = Object.keys(allEntries).some((name) => search[name as keyof ExportsSearch] !== undefined);
  return (
    <fieldset className="which-entries">
      <legend>{words.exports.which}</legend>
      {published.length > 0 && (
        <SelectField
          label={words.exports.version}
          value={search.version ?? ''}
          onChange={({ target: { value } }) => change({ version: value === '' ? undefined : Number(value) })}
        >
          <option value="">{words.exports.now}</option>
          {published.map(({ number, entries }) => (
            <option key={number} value={number}>
              {words.exports.published(number, entries)}
            </option>
          ))}
        </SelectField>
      )}
      <div role="group" aria-label={words.exports.state}>
        <span className="field-label">{words.exports.state}</span>
        {entryStates.map((state) => (
          <Checkbox
            key={state}
            label={words.exports.states[state]}
            checked={states.includes(state)}
            // An export of nothing is none: the last one stays.
            disabled={states.length === 1 && states.includes(state)}
            onChange={({ target: { checked } }) => {
              const next = entryStates.filter((one) => (one === state ? checked : states.includes(one)));
              change({ states: next.length === entryStates.length ? undefined : next });
            }}
          />
        ))}
      </div>
      <CategoryField {...{ project, search, change }} />
      <SelectField
        label={words.exports.confidence}
        value={search.confidence ?? ''}
        onChange={({ target: { value } }) => change({ confidence: confidenceChoices.find((one) => one === value) })}
      >
        <option value="">{words.exports.any}</option>
        {confidenceChoices.map((least) => (
          <option key={least} value={least}>
            {words.exports.confidences[least]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.exports.evidence}
        value={search.evidence ?? ''}
        onChange={({ target: { value } }) => change({ evidence: evidenceChoices.find((one) => one === value) })}
      >
        <option value="">{words.exports.any}</option>
        {evidenceChoices.map((choice) => (
          <option key={choice} value={choice}>
            {words.exports.evidences[choice]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.exports.order}
        value={search.order ?? 'name'}
        onChange={({ target: { value } }) =>
          change({ order: value === 'name' ? undefined : exportOrders.find((one) => one === value) })
        }
      >
        {exportOrders.map((order) => (
          <option key={order} value={order}>
            {words.exports.orders[order]}
          </option>
        ))}
      </SelectField>
      {isNarrowed && (
        <div>
          <Button onClick={() => change(allEntries)}>{words.exports.clear}</Button>
        </div>
      )}
    </fieldset>
  );
}

/** Of one category, of none, or of any. Categories of an older version may be called otherwise now. */
function CategoryField({ project, search: { category, uncategorised, version }, change }: EntrySelectionProps) {
  const words = useWords();
  const { data: categories = [] } = useCategories(project);
  const names = new Set([...categories.map(({ name }) => name), ...(category === undefined ? [] : [category])]);
  if (names.size === 0 && version === undefined && uncategorised !== true) return null;
  const none = 'none';
  return (
    <SelectField
      label={words.categories.category}
      value={uncategorised === true ? none : category === undefined ? '' : valueOf(category)}
      onChange={({ target: { value } }) =>
        change({
          uncategorised: value === none ? true : undefined,
          category: [...names].find((name) => valueOf(name) === value),
        })
      }
    >
      <option value="">{words.categories.all}</option>
      {[...names].map((name) => (
        <option key={name} value={valueOf(name)}>
          {name}
        </option>
      ))}
      <option value={none}>{words.categories.none}</option>
    </SelectField>
  );
}

/** A category may be called as a choice is. */
function valueOf(name: string): string {
  return `=${name}`;
}
