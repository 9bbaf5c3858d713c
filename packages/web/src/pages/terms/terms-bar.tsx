import type { ReactNode } from 'react';
import { KeyOf } from '../../keyboard/keys.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import type { Verdict } from './use-decisions.ts';

/** What can be done with the terms that are chosen, and how many they are. */
export function TermsBar({
  selected,
  found,
  onSay,
  onMerge,
  onAll,
  onClear,
  children,
}: {
  /** How many terms are chosen. */
  readonly selected: number;
  /** How many terms the filter finds. */
  readonly found: number;
  readonly onSay: (verdict: Verdict) => void;
  readonly onMerge: () => void;
  readonly onAll: () => void;
  readonly onClear: () => void;
  /** What is done with the list. */
  readonly children: ReactNode;
}) {
  const words = useWords();
  return (
    <div className="terms-bar">
      <Button size="small" onClick={() => onSay('required')}>
        {words.terms.require} <KeyOf command="terms.require" />
      </Button>
      <Button size="small" onClick={() => onSay('excluded')}>
        {words.terms.exclude} <KeyOf command="terms.exclude" />
      </Button>
      <Button size="small" onClick={() => onSay('open')}>
        {words.terms.candidate} <KeyOf command="terms.candidate" />
      </Button>
      <Button size="small" onClick={onMerge}>
        {words.terms.merge} <KeyOf command="terms.merge" />
      </Button>
      {children}
      {selected > 0 ? (
        <>
          <strong className="numbers">{words.terms.selected(selected)}</strong>
          <Button kind="quiet" size="small" onClick={onClear}>
            {words.terms.clearSelection}
          </Button>
        </>
      ) : (
        // Not counted yet: its place is kept.
        <Button kind="quiet" size="small" className={found === 0 ? 'terms-uncounted' : ''} onClick={onAll}>
          {words.terms.selectAll(found)}
        </Button>
      )}
    </div>
  );
}
