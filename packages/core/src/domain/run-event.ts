import type { RunId } from './ids.ts';
import type { RunCounts, RunFailure, RunScope, RunUsage, TerminalStatus } from './run.ts';
import type { StepEvent, StepName } from './step-event.ts';

/** How an attempt ended before its run did. */
export type Interruption = 'shutdown' | 'crash' | 'lease-lost';

/** What a step can tell. */
export type ReportEvent =
  | StepEvent
  /** A file that was found and not read, and why. */
  | { readonly type: 'document-skipped'; readonly name: string; readonly reason: string; readonly detail?: string }
  /** An item was given up after its retries; the others go on. */
  | {
      readonly type: 'item-failed';
      readonly step: StepName;
      readonly item: string;
      readonly failure: RunFailure;
      readonly tries: number;
    }
  /** Nothing that the glossary depends on has changed since it was built: it stays, and the steps after this do nothing. */
  | { readonly type: 'glossary-unchanged' }
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly message: string };

/** What a run tells, noun first. `run-queued` is the first event of every run, `run-end` the last. */
export type RunEvent =
  | { readonly type: 'run-queued'; readonly scope: RunScope; readonly resumes?: RunId }
  | { readonly type: 'run-start'; readonly attempt: number }
  | ReportEvent
  /** A step told more than people can read: so many events of progress or log were left out here. */
  | { readonly type: 'events-skipped'; readonly count: number }
  | { readonly type: 'run-cancel' }
  | { readonly type: 'run-interrupted'; readonly attempt: number; readonly reason: Interruption }
  | {
      readonly type: 'run-end';
      /** As it is stored. */
      readonly status: TerminalStatus;
      /** Milliseconds since 1970 (UTC). */
      readonly finishedAt: number;
      readonly counts: RunCounts;
      readonly usage: RunUsage;
      readonly failure?: RunFailure;
    };

/** One event of a run's journal. */
export interface JournalEntry {
  /** 1, 2, 3 … within the run, without gaps. */
  readonly seq: number;
  /** Milliseconds since 1970 (UTC); for people, never for order. */
  readonly at: number;
  readonly event: RunEvent;
}
