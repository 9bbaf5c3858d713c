import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useWords } from '../../words/words.tsx';
import './type-ahead.css';

/** Of what answers, so many are shown: whoever wants another one types on. */
const mostOptions = 50;

interface TypeAheadProps<Item> {
  readonly label: string;
  /** What stands in the field while nothing is typed. */
  readonly placeholder?: string;
  /** What is offered for what was typed, the likeliest first. */
  readonly find: (query: string) => readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly draw: (item: Item) => ReactNode;
  readonly onChoose: (item: Item) => void;
  /** Lies over what is below it, and is there only while one chooses. */
  readonly isPopup?: boolean;
}

/** A field that offers what can be chosen while one types: arrows move, Enter chooses, Escape leaves. */
export function TypeAhead<Item>(props: TypeAheadProps<Item>) {
  const { label, placeholder, find, keyOf, draw, onChoose, isPopup = false } = props;
  const words = useWords();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [isOpen, setIsOpen] = useState(!isPopup);
  const all = isOpen ? find(query) : [];
  const found = all.slice(0, mostOptions);
  const current = Math.min(at, found.length - 1);
  const idOf = (index: number) => `${id}-${index}`;
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const leave = () => {
    setQuery('');
    setAt(0);
    if (isPopup) setIsOpen(false);
  };
  const choose = (item: Item | undefined) => {
    if (item === undefined) return;
    leave();
    onChoose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (isOpen) setAt(Math.max(0, Math.min(found.length - 1, current + (event.key === 'ArrowDown' ? 1 : -1))));
      else setIsOpen(true);
    } else if (event.key === 'Enter') choose(found[current]);
    else if (event.key === 'Escape' && isPopup && isOpen) leave();
    else return;
    event.preventDefault();
  };
  return (
    <div className={`type-ahead ${isPopup ? 'type-ahead-popup' : ''}`}>
      <input
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={current < 0 ? undefined : idOf(current)}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
          setIsOpen(true);
        }}
        onClick={() => setIsOpen(true)}
        onBlur={() => isPopup && leave()}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div className="type-ahead-options">
          <div id={`${id}-list`} role="listbox" aria-label={label}>
            {found.map((item, index) => (
              // Keys act in the field above.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={keyOf(item)}
                id={idOf(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                className="type-ahead-option"
                // The field keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(item)}
              >
                {draw(item)}
              </div>
            ))}
          </div>
          <p className={found.length === 0 ? 'muted' : 'visually-hidden'} role="status">
            {found.length === 0 ? words.palette.nothing(query) : words.palette.found(all.length)}
          </p>
        </div>
      )}
    </div>
  );
}
