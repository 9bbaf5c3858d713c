import type { IssueId } from '@genglossary/core/domain';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { IssueView } from '../../data/shapes.ts';
import { Chip } from '../../ui/chip.tsx';
import { useWords } from '../../words/words.tsx';

const rowHeight = 62;

/** Issues, each with the entry it is about. */
export function IssueList({
  issues,
  at,
  onSelect,
}: {
  readonly issues: readonly IssueView[];
  readonly at: number;
  readonly onSelect: (id: IssueId) => void;
}) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: issues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => {
    virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  return (
    <div
      ref={scroller}
      className="entry-list"
      role="listbox"
      aria-label={words.issues.title}
      aria-activedescendant={option(at)}
      tabIndex={0}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        const next = issues[at + step];
        if (step === 0 || next === undefined) return;
        event.preventDefault();
        onSelect(next.id);
      }}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const issue = issues[index];
          return (
            issue !== undefined && (
              // The list has the keys: arrows, J and K.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={issue.id}
                id={option(index)}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                aria-posinset={index + 1}
                aria-setsize={issues.length}
                className="entry-option"
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => onSelect(issue.id)}
              >
                <span className="entry-term">{issue.term}</span>
                <Chip tone="warn">{words.issues.kinds[issue.kind]}</Chip>
                <span className="entry-summary" lang="en">
                  {issue.message}
                </span>
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

const option = (index: number) => `issue-${index}`;
