import type { ProjectId } from '@genglossary/core/domain';
import type { ReactNode } from 'react';
import type { EntryContext } from '../data/shapes.ts';
import { pageOf } from '../shell/project-pages.ts';
import { useFollowedLinks } from '../ui/app-link.tsx';
import { typingPauseMs, useAfterPaint } from '../ui/use-after-paint.ts';
import { useDrawn } from '../ui/use-drawn.ts';
import { useWords } from '../words/words.tsx';
import './contexts.css';

/** Of another term these are drawn in the first frame, the others that a window shows in the next one, where they stand. */
const firstLines = 5;
const shownLines = 14;

/** Never wider than its part of a line (characters). */
const shortMatch = 16;

/** Every place where a term is used, the word in one column, so that the eye compares what stands around it. */
export function Contexts({
  project,
  lines,
  total,
  language,
  act,
}: {
  readonly project: ProjectId;
  readonly lines: readonly EntryContext[];
  readonly total: number;
  readonly language: string;
  /** What can be done with a place, beside it. */
  readonly act?: ((line: EntryContext) => ReactNode) | undefined;
}) {
  const words = useWords();
  // Who goes from term to term sees the lines in view of each; the others follow when one stays.
  const isBegun = useAfterPaint(lines, { isLookedAt: true }) !== lines;
  const isNew = useAfterPaint(lines, { pauseMs: typingPauseMs, isLookedAt: true }) !== lines;
  const { draw: drawn } = useDrawn();
  const follow = useFollowedLinks();
  return (
    <>
      {/* Its links have the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <ol className={`contexts ${act === undefined ? '' : 'contexts-acted'}`} onClick={follow}>
        {/* By their places in the list: other lines are other words in what is drawn already. */}
        {lines.map((one, place) => {
          const isLater = isNew && place >= (isBegun ? firstLines : shownLines);
          return (
            <li key={place} hidden={isNew && place >= shownLines}>
              {drawn(place, isLater, () => (
                <>
                  <Context project={project} one={one} language={language} />
                  {act?.(one)}
                </>
              ))}
            </li>
          );
        })}
      </ol>
      {total > lines.length && <p className="muted">{words.entries.more(total - lines.length)}</p>}
    </>
  );
}

function Context({
  project,
  one: { documentId, documentName, range, line, before, match, after },
  language,
}: {
  readonly project: ProjectId;
  readonly one: EntryContext;
  readonly language: string;
}) {
  const words = useWords();
  return (
    <a
      href={`${pageOf(project, 'documents')}/${encodeURIComponent(documentId)}?at=${range.start}&to=${range.end}`}
      className="context"
      title={words.entries.openDocumentAt(documentName, line)}
    >
      <span className="context-line" lang={language}>
        {/* A space at the end of such a line is drawn at its other end. */}
        <span className={`context-before ${/\s$/u.test(before) ? 'context-before-apart' : ''}`}>
          <bdi>{before.trimEnd()}</bdi>
        </span>
        <mark className={match.length > shortMatch ? 'context-match-long' : undefined}>{match}</mark>
        <span className="context-after">{after}</span>
      </span>
      <span className="context-place">
        {documentName}:{line}
      </span>
    </a>
  );
}
