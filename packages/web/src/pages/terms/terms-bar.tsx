import type { ReactNode } from 'react';
import { KeyOf } from '../../keyboard/keys.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import type { Verdict } from './use-decisions.ts';
import type { TermSelection } from './use-term-selection.ts';

/** What can be done with the terms that are chosen, and how many they are. */
export function TermsBar({
  selection,
  found,
  onSay,
  onMerge,
  children,
}: {
  readonly selection: Pick<TermSelection, 'count' | 'all' | 'clear'>;
  /** How many terms the filter finds. */
  readonly found: number;
  readonly onSay: (verdict: Verdict) => void;
  readonly onMerge: () => void;
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
      {selection.count > 0 ? (
        <>
          <strong className="numbers">{words.terms.selected(selection.count)}</strong>
          <Button kind="quiet" size="small" onClick={selection.clear}>
            {words.terms.clearSelection}
          </Button>
        </>
      ) : (
        <Button kind="quiet" size="small" onClick={selection.all}>
          {words.terms.selectAll(found)}
        </Button>
      )}
    </div>
  );
}
