import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Split } from './split.tsx';
import './list-detail.css';

/** A list, and beside it the one of its rows that is in hand. */
export function ListDetail({
  name,
  listShare,
  narrow,
  list,
  detail,
}: {
  /** Under which the width is kept in this browser. */
  readonly name: string;
  /** In percent. */
  readonly listShare: number;
  /** What a window without room for both shows. */
  readonly narrow: 'list' | 'detail' | 'both';
  readonly list: ReactNode;
  readonly detail: ReactNode;
}) {
  const words = useWords();
  return (
    <div className={`list-detail list-detail-${narrow}`}>
      <Split name={name} dividerLabel={words.shell.resize} initial={listShare} first={list} second={detail} />
    </div>
  );
}

/** Back from a row to its list, where the window has no room for both. */
export function BackToList({ label, onBack }: { readonly label: string; readonly onBack: () => void }) {
  return (
    <Button kind="quiet" size="small" className="back-to-list" icon={<Icon name="back" />} onClick={onBack}>
      {label}
    </Button>
  );
}
