import { memo, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Button } from './button.tsx';
import { SelectField, TextField } from './field.tsx';
import { EmptyState } from './states.tsx';
import { useLatest } from './use-latest.ts';
import { useWords } from '../words/words.tsx';
import './list-pane.css';

interface ListPaneProps {
  readonly label: string;
  /** What stands in the field while it is empty. */
  readonly filterLabel: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Other choices beside the field. */
  readonly choices?: ReactNode;
  readonly shown: number;
  readonly total: number;
  /** What is said where nothing matches; the filter can be cleared there. */
  readonly noMatch: string;
  readonly noMatchDetail?: string | undefined;
  /** What else can be done there. */
  readonly noMatchAction?: ReactNode;
  /** Nothing where nothing is filtered: the list itself is empty. */
  readonly onClear: (() => void) | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A list with its filter: a field, choices, how many are left. Where none is, all of that stays. */
export function ListPane(props: ListPaneProps) {
  const words = useWords();
  const {
    label,
    filterLabel,
    query,
    onQuery,
    choices,
    shown,
    total,
    noMatch,
    noMatchDetail,
    noMatchAction,
    onClear,
    children,
  } = props;
  const typed = useTyped(query, onQuery);
  return (
    <section className={`list-pane ${props.className ?? ''}`} aria-label={label}>
      <div className="list-filter">
        <SearchField label={filterLabel} {...typed} />
        {choices}
        <p className="list-count muted numbers" role="status" data-most={words.entries.shown(total, total)}>
          <span>{words.entries.shown(shown, total)}</span>
        </p>
      </div>
      {shown > 0 ? (
        children
      ) : (
        <EmptyState title={noMatch} detail={noMatchDetail} {...(onClear === undefined ? { tone: 'ok' as const } : {})}>
          {onClear !== undefined && <Button onClick={onClear}>{words.actions.clearFilter}</Button>}
          {noMatchAction}
        </EmptyState>
      )}
    </section>
  );
}

/** What is typed stands at once, and the field itself is not drawn anew by it; what it is told to follows as fast as it can. */
const SearchField = memo(function SearchField({
  label,
  first,
  field,
  onType,
}: {
  readonly label: string;
  /** What stands in it before anything is typed. */
  readonly first: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onType: (text: string) => void;
}) {
  return (
    <TextField
      ref={field}
      type="search"
      label={label}
      hideLabel
      placeholder={label}
      // Parts of words are no mistakes, and what was looked for once need not be offered again.
      spellCheck={false}
      autoComplete="off"
      defaultValue={first}
      onChange={({ target: { value } }) => onType(value)}
    />
  );
});

/** Keeps what stands in a field as it is typed, ahead of what follows from it; what somebody else changes goes into the field. */
function useTyped(query: string, onQuery: (query: string) => void) {
  const field = useRef<HTMLInputElement>(null);
  const first = useRef(query);
  /** Told, and not yet heard back: who types fast is ahead of the answer. */
  const told = useRef<string[]>([]);
  useEffect(() => {
    const echo = told.current.lastIndexOf(query);
    told.current = told.current.slice(echo + 1);
    // Somebody else changed it: a cleared filter, another address.
    if (echo < 0) {
      told.current = [];
      if (field.current !== null && field.current.value !== query) field.current.value = query;
    }
  }, [query]);
  const onType = useLatest((text: string) => {
    told.current.push(text);
    onQuery(text);
  });
  return { field, first: first.current, onType };
}

/** One choice of a filter. */
export function FilterChoice<Value extends string>({
  label,
  value,
  values,
  nameOf,
  onChoose,
}: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <SelectField
      label={label}
      hideLabel
      value={value}
      onChange={(event) => {
        const chosen = values.find((one) => one === event.target.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {values.map((one) => (
        <option key={one} value={one}>
          {nameOf(one)}
        </option>
      ))}
    </SelectField>
  );
}
