import type { StepName } from '@genglossary/core/domain';
import type { RunMessage } from '../../data/run-view.ts';
import type { Words } from '../../words/en.ts';

export interface LogLine {
  readonly seq: number;
  /** Milliseconds since 1970; unknown for what is not an event. */
  readonly at: number | undefined;
  readonly text: string;
  readonly level: 'item' | 'info' | 'problem';
}

/** A line with the step that it belongs to. */
export type SteppedLine = LogLine & { readonly step: StepName | undefined };

/** An event of a run in one line of words. */
export function logLine(message: RunMessage, words: Words): LogLine {
  const { seq } = message;
  const line = (text: string, level: LogLine['level'] = 'info'): LogLine => ({
    seq,
    at: 'at' in message ? message.at : undefined,
    text,
    level,
  });
  const { events, steps, made, status } = words.runs;
  switch (message.type) {
    case 'run-queued':
      return line(message.resumes === undefined ? events.queued : events.resumes);
    case 'run-start':
      return line(events.start(message.attempt));
    case 'step-start':
      return line(events.stepStart(steps[message.step]));
    case 'step-progress': {
      const reused = message.outcome === 'reused' ? ` (${events.reused})` : '';
      return line(events.item(steps[message.step], `${message.item}${reused}`), 'item');
    }
    case 'step-end':
      return line(events.stepEnd(steps[message.step], made[message.step](message.count)));
    case 'document-skipped':
      return line(events.skipped(message.name, events.skipReason(message.reason, message.detail)), 'problem');
    case 'item-failed':
      return line(events.itemFailed(message.item, words.errors.tell(message.failure)), 'problem');
    case 'glossary-unchanged':
      return line(events.unchanged);
    case 'log':
      return line(message.message, message.level === 'info' ? 'info' : 'problem');
    case 'events-skipped':
      return line(events.eventsSkipped(message.count));
    case 'events-truncated':
      return line(events.eventsSkipped(message.to - message.from + 1));
    case 'run-cancel':
      return line(events.cancel);
    case 'run-interrupted':
      return line(events.interrupted[message.reason], 'problem');
    case 'run-end': {
      const end = events.end(status[message.status]);
      return line(
        message.failure === undefined ? end : `${end} · ${words.errors.tell(message.failure)}`,
        message.failure === undefined ? 'info' : 'problem',
      );
    }
    case 'status-unsaved':
      return line(words.runs.unsaved, 'problem');
    default:
      message satisfies never;
      return line('');
  }
}
