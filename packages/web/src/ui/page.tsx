import { type ReactNode, useEffect } from 'react';
import { useWords } from '../words/words.tsx';

/** The frame of a page: its one heading, what can be done with the whole, its content. */
export function Page({
  title,
  documentTitle = title,
  lead,
  actions,
  full = false,
  children,
}: {
  readonly title: ReactNode;
  /** Of the window. */
  readonly documentTitle?: ReactNode;
  readonly lead?: string;
  readonly actions?: ReactNode;
  /** Fills the window; its panes scroll, not the page. */
  readonly full?: boolean;
  readonly children: ReactNode;
}) {
  const words = useWords();
  useEffect(() => {
    if (typeof documentTitle === 'string') document.title = words.pageTitle(documentTitle);
  }, [documentTitle, words]);
  return (
    <div className={full ? 'page page-full' : 'page'}>
      <header className="page-head">
        <h1>{title}</h1>
        {actions}
      </header>
      {lead !== undefined && <p className="page-lead">{lead}</p>}
      {children}
    </div>
  );
}
