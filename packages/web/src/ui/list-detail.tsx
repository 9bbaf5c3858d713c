import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
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
