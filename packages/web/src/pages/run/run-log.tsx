import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RunMessage } from '../../data/run-view.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { fold } from '../../search/fold.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';
import { type LogLine, logLine } from './log-line.ts';

const levels = ['all', 'notable', 'problems'] as const;
type Level = (typeof levels)[number];

const lineHeight = 24;

/** Everything the run told, from its first line; it follows the end until the reader scrolls up. */
export function RunLog({
  log,
  name,
  isOver,
}: {
  readonly log: readonly RunMessage[];
  readonly name: string;
  /** Nothing more comes: there is nothing to hold up. */
  readonly isOver: boolean;
}) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [level, setLevel] = useState<Level>('all');
  const [isFollowing, setIsFollowing] = useState(true);
  const [seen, setSeen] = useState(0);

  /** What was there when the reader asked for quiet; everything, where nobody did. */
  const [held, setHeld] = useState<number>();
  const lines = useMemo(
    () => log.slice(0, held ?? log.length).map((message) => logLine(message, words)),
    [log, held, words],
  );
  const canPause = !isOver || held !== undefined;
  const pause = () => setHeld(held === undefined ? log.length : undefined);
  const shown = useMemo(() => filtered(lines, { query, level }), [lines, query, level]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  useEffect(() => {
    if (isFollowing && shown.length > 0) virtual.scrollToIndex(shown.length - 1, { align: 'end' });
  }, [isFollowing, shown.length, virtual]);
  const follow = (next: boolean) => {
    setIsFollowing(next);
    setSeen(shown.length);
  };
  useShortcuts('log', [
    { command: 'log.follow', run: () => follow(true) },
    ...(canPause ? [{ command: 'log.pause' as const, run: pause }] : []),
    {
      command: 'log.problems',
      run: () => setLevel(level === 'problems' ? 'all' : 'problems'),
    },
    {
      command: 'log.filter',
      run: () => document.querySelector<HTMLInputElement>('[type=search]')?.focus(),
    },
  ]);
  return (
    <section className="log" aria-labelledby="log">
      <div className="spread log-head">
        <h2 id="log">{words.runs.log}</h2>
        <div className="row">
          <p className="muted numbers">{words.runs.logShown(shown.length, lines.length)}</p>
          <SelectField
            label={words.runs.log}
            hideLabel
            value={level}
            onChange={(event) => setLevel(event.target.value as Level)}
          >
            {levels.map((one) => (
              <option key={one} value={one}>
                {words.runs.levels[one]}
              </option>
            ))}
          </SelectField>
          <TextField
            type="search"
            label={words.runs.logFilter}
            hideLabel
            placeholder={words.runs.logFilter}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          {canPause && (
            <Button aria-pressed={held !== undefined} onClick={pause}>
              {held === undefined ? words.runs.pause : words.runs.goOnWith(log.length - held)}
            </Button>
          )}
          <Button onClick={() => saveFile(`${name}.log`, { mediaType: 'text/plain', content: textOf(shown) })}>
            {words.runs.downloadLog}
          </Button>
        </div>
      </div>
      {/* A region that scrolls is reached by the keyboard. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={scroller}
        className="log-lines"
        role="log"
        aria-live="off"
        aria-label={words.runs.log}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          const isAtEnd = scrollHeight - scrollTop - clientHeight < lineHeight;
          if (isAtEnd !== isFollowing) follow(isAtEnd);
        }}
      >
        {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
        {shown.length === 0 && <p className="muted">{words.runs.logEmpty}</p>}
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = shown[index];
            return (
              line !== undefined && (
                <div
                  key={index}
                  className={`log-line log-${line.level}`}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <span className="log-seq">{line.seq}</span>
                  <time>{line.at === undefined ? '' : timeOf(line.at)}</time>
                  <span className="log-text">{line.text}</span>
                </div>
              )
            );
          })}
        </div>
      </div>
      {!isFollowing && (
        <Button className="log-jump" size="small" onClick={() => follow(true)}>
          {words.runs.jump(Math.max(0, shown.length - seen))}
        </Button>
      )}
    </section>
  );
}

function filtered(lines: readonly LogLine[], { query, level }: { readonly query: string; readonly level: Level }) {
  const wanted = fold(query.trim());
  return lines.filter(
    (line) =>
      (level === 'all' || (level === 'notable' ? line.level !== 'item' : line.level === 'problem')) &&
      (wanted === '' || fold(line.text).includes(wanted)),
  );
}

function textOf(lines: readonly LogLine[]): string {
  return lines
    .map(({ seq, at, text }) => `${seq}\t${at === undefined ? '' : new Date(at).toISOString()}\t${text}\n`)
    .join('');
}

function timeOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
