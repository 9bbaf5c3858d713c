import type { ReportEvent } from '@genglossary/core/domain';
import { createLogUpdate } from 'log-update';
import type { Io } from '../io.ts';
import type { Words } from '../words/en.ts';

export const progressModes = ['auto', 'tty', 'plain', 'json', 'none'] as const;
export type ProgressMode = (typeof progressModes)[number];

/** Shows the events of an execution on stderr; `close` leaves the terminal as a person expects to find it. */
export interface Progress {
  readonly report: (event: ReportEvent) => void;
  readonly close: () => void;
}

/** A live region in a terminal, plain lines in a pipe, one JSON document a line for programs, or nothing. */
export function createProgress(mode: ProgressMode, io: Io, words: Words): Progress {
  switch (mode) {
    case 'none':
      return { report: () => undefined, close: () => undefined };
    case 'json':
      return { report: (event) => io.stderr.write(`${JSON.stringify(event)}\n`), close: () => undefined };
    case 'plain':
      return plainProgress(io, words);
    case 'tty':
      return liveProgress(io, words);
    case 'auto':
      return createProgress(io.stderr.isTTY === true ? 'tty' : 'plain', io, words);
    default:
      return mode satisfies never;
  }
}

/** One line per stage, and one for each further tenth of a stage that goes through many items. */
function plainProgress(io: Io, words: Words): Progress {
  let tenth = 0;
  return {
    report(event) {
      switch (event.type) {
        case 'step-start':
          tenth = 0;
          break;
        case 'step-progress': {
          const reached = Math.floor((event.done / Math.max(1, event.total)) * 10);
          if (reached > tenth && reached < 10 && event.total >= 100) {
            tenth = reached;
            io.stderr.write(`${words.steps[event.step]} ${event.done}/${event.total}\n`);
          }
          break;
        }
        case 'step-end':
          io.stderr.write(`${words.steps[event.step]} ${words.counted[event.step](event.count)}\n`);
          break;
        case 'item-failed':
        case 'glossary-unchanged':
        case 'log':
          io.stderr.write(`${sentence(event, words)}\n`);
          break;
        case 'document-skipped':
          // All of them are listed at the end.
          break;
        default:
          event satisfies never;
      }
    },
    close: () => undefined,
  };
}

const BAR_WIDTH = 20;
/** At most ten redraws a second. */
const REDRAW_EVERY_MS = 100;

function liveProgress(io: Io, words: Words): Progress {
  // The stream of a terminal is a WriteStream; tests hand in one of their own.
  const region = createLogUpdate(io.stderr as NodeJS.WriteStream, { showCursor: true });
  const finished: string[] = [];
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (line?: string) => region([...finished, ...(line === undefined ? [] : [line])].join('\n'));
  return {
    report(event) {
      switch (event.type) {
        case 'step-start':
          draw(` ${words.steps[event.step]} …`);
          break;
        case 'step-progress': {
          const now = performance.now();
          if (now - drawnAt < REDRAW_EVERY_MS) return;
          drawnAt = now;
          const name = words.steps[event.step];
          draw(` ${name} ${bar(event.done, event.total)} ${event.done}/${event.total}  ${clip(event.item, io)}`);
          break;
        }
        case 'step-end':
          finished.push(` ${words.steps[event.step]} ✓  ${words.counted[event.step](event.count)}`);
          draw();
          break;
        case 'item-failed':
        case 'glossary-unchanged':
        case 'log':
          finished.push(` ${sentence(event, words)}`);
          draw();
          break;
        case 'document-skipped':
          break;
        default:
          event satisfies never;
      }
    },
    close: () => region.done(),
  };
}

function bar(done: number, total: number): string {
  const filled = Math.round((done / Math.max(1, total)) * BAR_WIDTH);
  return '━'.repeat(filled) + '─'.repeat(BAR_WIDTH - filled);
}

/** The item's end is what tells (a file's own name), so the beginning goes first. */
function clip(item: string, io: Io): string {
  const room = Math.max(8, Math.floor(((io.stderr.columns ?? 80) - BAR_WIDTH - 30) / 2));
  return item.length <= room ? item : `…${item.slice(-room)}`;
}

function sentence(
  event: Extract<ReportEvent, { type: 'item-failed' | 'glossary-unchanged' | 'log' }>,
  words: Words,
): string {
  if (event.type === 'glossary-unchanged') return words.unchanged;
  return event.type === 'log' ? event.message : `✗ ${event.item}: ${words.failure(event.failure)}`;
}
