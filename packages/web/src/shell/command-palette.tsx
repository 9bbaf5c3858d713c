import { useNavigate } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { bestFirst } from '../search/best-first.ts';
import { bestRank, fold } from '../search/fold.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import { type PaletteItem, usePaletteItems } from './palette-items.ts';
import { usePalettePlaces } from './palette-places.ts';
import { usePaletteWork } from './palette-work.ts';
import { useOpenProject } from './project-pages.ts';

const mostPerGroup = 8;

/**
 * Finds pages, entries, candidates, documents, issues, runs and projects by what they are called, and words in the
 * documents; does what the pages do; never the only way.
 */
export function CommandPalette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog title={words.palette.title} open={open} onClose={onClose} initialFocus={field} wide>
      <Finder field={field} onClose={onClose} />
    </Dialog>
  );
}

function Finder({
  field,
  onClose,
}: {
  readonly field: React.RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const navigate = useNavigate();
  const id = useId();
  const [query, setQuery] = useState('');
  const { known, found: terms } = usePaletteItems(query);
  const [at, setAt] = useState(0);
  const project = useOpenProject();
  const isInProject = project !== undefined;
  const work = usePaletteWork(project, query.trim() !== '');
  const places = usePalettePlaces(query);
  const { shown: named, count } = useMemo(
    () => find([...known, ...terms, ...work], query, isInProject),
    [known, terms, work, query, isInProject],
  );
  const found = useMemo(() => [...named, ...places.items], [named, places.items]);
  const current = found[Math.min(at, found.length - 1)];
  const option = (index: number) => `${id}-${index}`;
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at, id]);

  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    onClose();
    if (typeof item.to === 'string') void navigate({ href: item.to });
    else item.to();
  };
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  const onChoose = useCallback((item: PaletteItem) => latest.current(item), []);
  const draw = (item: PaletteItem, index: number) => (
    <Option
      key={`${item.group}${item.name}${typeof item.to === 'string' ? item.to : ''}`}
      id={option(index)}
      item={item}
      isCurrent={item === current}
      onChoose={onChoose}
    />
  );
  return (
    <div className="stack palette">
      <input
        ref={field}
        // Sooner than the dialog gives the focus: who types on at once loses no letter.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current === undefined ? undefined : option(found.indexOf(current))}
        aria-label={words.palette.title}
        placeholder={words.palette.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else if (event.key === 'Enter') choose(current);
          else return;
          event.preventDefault();
        }}
      />
      <p className="visually-hidden" role="status">
        {places.isLooking ? '' : words.palette.found(count + places.total)}
      </p>
      <div id={`${id}-list`} className="palette-list" role="listbox" aria-label={words.palette.title}>
        {named.map(draw)}
        {places.items.length > 0 && (
          <div role="group" aria-labelledby={`${id}-places`}>
            <p id={`${id}-places`} role="presentation" className="palette-group numbers">
              {words.palette.places(places.total, places.documents)}
            </p>
            {places.items.map((item, index) => draw(item, named.length + index))}
          </div>
        )}
      </div>
      {found.length === 0 && !places.isLooking ? (
        <p className="muted">{words.palette.nothing(query)}</p>
      ) : (
        <p className="muted palette-hint">{words.palette.hint}</p>
      )}
    </div>
  );
}

const Option = memo(function Option({
  id,
  item,
  isCurrent,
  onChoose,
}: {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isCurrent: boolean;
  readonly onChoose: (item: PaletteItem) => void;
}) {
  const words = useWords();
  return (
    // Keys act in the field above, as a combobox does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className="palette-option"
      onClick={() => onChoose(item)}
    >
      <Icon name={item.icon} />
      {item.place === undefined ? (
        <>
          {item.name}
          <small>{item.group !== 'places' && words.palette[item.group]}</small>
        </>
      ) : (
        <>
          <span className="palette-place">
            {item.place.before !== '' && '…'}
            {item.place.before}
            <mark>{item.place.match}</mark>
            {item.place.after}
            {item.place.after !== '' && '…'}
          </span>
          <small>
            {item.place.documentName} · {words.placeIn(item.place.documentName, item.place.line)}
          </small>
        </>
      )}
    </div>
  );
});

/** Best answers first; of each group only so many that all groups can be seen. `count` is of all answers. */
function find(
  items: readonly PaletteItem[],
  query: string,
  isInProject: boolean,
): { readonly shown: readonly PaletteItem[]; readonly count: number } {
  const wanted = fold(query.trim());
  // What is offered before anything is typed.
  const offered: readonly PaletteItem['group'][] = isInProject ? ['actions', 'pages'] : ['projects', 'pages'];
  const answers = bestFirst(items, ({ group, folded }) =>
    wanted === '' ? (offered.includes(group) ? 0 : undefined) : bestRank(folded, wanted),
  );
  const counts = new Map<string, number>();
  const shown = answers.filter(({ group }) => {
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= mostPerGroup * (group === 'pages' ? 2 : 1);
  });
  return { shown, count: answers.length };
}
