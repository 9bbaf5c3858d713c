import type { ConceptId } from '@genglossary/core/domain';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { EntrySummary } from '../../data/shapes.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/words.tsx';

const rowHeight = 62;

/** Headwords with the beginning of what they mean; as long as it needs to be. */
export function EntryList({
  entries,
  selected,
  onSelect,
}: {
  readonly entries: readonly EntrySummary[];
  readonly selected: ConceptId | undefined;
  readonly onSelect: (id: ConceptId) => void;
}) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const at = entries.findIndex(({ id }) => id === selected);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <div
      ref={scroller}
      className="entry-list"
      role="listbox"
      aria-label={words.entries.list}
      aria-activedescendant={at < 0 ? undefined : option(at)}
      tabIndex={0}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        const next = entries[at + step];
        if (step === 0 || next === undefined) return;
        event.preventDefault();
        onSelect(next.id);
      }}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          return (
            entry !== undefined && (
              // The list has the keys: arrows, J and K.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={entry.id}
                id={option(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                aria-posinset={index + 1}
                aria-setsize={entries.length}
                className="entry-option"
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => onSelect(entry.id)}
              >
                <span className="entry-term" lang={entry.language}>
                  {entry.term}
                </span>
                <span className="entry-marks">
                  {entry.isEdited && <Icon name="check" />}
                  {entry.openIssues > 0 && <Icon name="issues" />}
                  <span className="numbers">{words.number(entry.occurrences)}</span>
                </span>
                <span className="entry-summary" lang={entry.definition === undefined ? undefined : entry.language}>
                  {entry.definition ?? words.entries.kinds.unexplained}
                </span>
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

const option = (index: number) => `entry-${index}`;
