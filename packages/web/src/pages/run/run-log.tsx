import type { StepName } from '@genglossary/core/domain';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RunMessage } from '../../data/run-view.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { fold } from '../../search/fold.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';
import type { Words } from '../../words/en.ts';
import { type LogLine, logLine, type SteppedLine } from './log-line.ts';
import type { RunSearch } from './run-search.ts';
import { stepsOfLines } from './step-of-line.ts';

const levels = ['all', 'notable', 'problems'] as const;
type Level = (typeof levels)[number];

const lineHeight = 24;

/** Everything the run told, from its first line; it follows the end until the reader scrolls up. */
export function RunLog({
  log,
  name,
  isOver,
  search: { step, line },
  onSearch,
}: {
  readonly log: readonly RunMessage[];
  readonly name: string;
  /** Nothing more comes: there is nothing to hold up. */
  readonly isOver: boolean;
  readonly search: RunSearch;
  readonly onSearch: (search: RunSearch) => void;
}) {
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [level, setLevel] = useState<Level>('all');
  const [isFollowing, setIsFollowing] = useState(line === undefined);
  const [seen, setSeen] = useState(0);

  /** What was there when the reader asked for quiet; everything, where nobody did. */
  const [held, setHeld] = useState<number>();
  const lines = useMemo(() => steppedLines(log.slice(0, held ?? log.length), words), [log, held, words]);
  const canPause = !isOver || held !== undefined;
  const pause = () => setHeld(held === undefined ? log.length : undefined);
  const shown = useMemo(() => filtered(lines, { query, level, step }), [lines, query, level, step]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
  });
  // The line that one came for is shown once, as soon as it is there; what is read then stays.
  const came = useRef<number>(undefined);
  const place = line === undefined ? -1 : shown.findIndex(({ seq }) => seq === line);
  useEffect(() => {
    if (place < 0 || came.current === line) return;
    came.current = line;
    setIsFollowing(false);
    virtual.scrollToIndex(place, { align: 'center' });
  }, [place, line, virtual]);
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
          {step !== undefined && (
            <Button onClick={() => onSearch({ step: undefined })}>{words.runs.allSteps(words.runs.steps[step])}</Button>
          )}
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
            const one = shown[index];
            return (
              one !== undefined && (
                <div
                  key={index}
                  className={`log-line log-${one.level}`}
                  aria-current={one.seq === line || undefined}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <a
                    className="log-seq"
                    href={addressOf(one.seq, step)}
                    aria-label={words.runs.lineLink(one.seq)}
                    onClick={(event) => {
                      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                      event.preventDefault();
                      came.current = one.seq;
                      onSearch({ line: one.seq });
                    }}
                  >
                    {one.seq}
                  </a>
                  <time>{one.at === undefined ? '' : timeOf(one.at)}</time>
                  <span className="log-text">{one.text}</span>
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

function steppedLines(log: readonly RunMessage[], words: Words): readonly SteppedLine[] {
  const steps = stepsOfLines(log);
  return log.map((message, index) => ({ ...logLine(message, words), step: steps[index] }));
}

function filtered(
  lines: readonly SteppedLine[],
  { query, level, step }: { readonly query: string; readonly level: Level; readonly step: StepName | undefined },
) {
  const wanted = fold(query.trim());
  return lines.filter(
    (line) =>
      (step === undefined || line.step === step) &&
      (level === 'all' || (level === 'notable' ? line.level !== 'item' : line.level === 'problem')) &&
      (wanted === '' || fold(line.text).includes(wanted)),
  );
}

/** Of a line, as it is shown now. */
function addressOf(seq: number, step: StepName | undefined): string {
  return `?${new URLSearchParams({ ...(step === undefined ? {} : { step }), line: String(seq) })}`;
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
