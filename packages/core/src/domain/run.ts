import type { ProjectId, RunId } from './ids.ts';
import type { EntryName } from './version.ts';

/**
 * The states of a run.
 *
 * - `pending`: waits for a free place; nobody works on it.
 * - `running`: one attempt in one process works on it and renews its lease.
 * - `cancelling`: a person cancelled it; the attempt has not yet written its last word.
 * - `completed`, `partial` (some items failed), `failed`, `cancelled`: terminal, the row never changes again.
 */
export const runStatuses = ['pending', 'running', 'cancelling', 'completed', 'partial', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof runStatuses)[number];

export const activeStatuses = ['pending', 'running', 'cancelling'] as const satisfies readonly RunStatus[];
export const terminalStatuses = ['completed', 'partial', 'failed', 'cancelled'] as const satisfies readonly RunStatus[];
export type TerminalStatus = (typeof terminalStatuses)[number];

export function isTerminal(status: RunStatus): status is TerminalStatus {
  return terminalStatuses.some((one) => one === status);
}

/** Items (documents, entries, batches) of a run's last attempt. */
export interface RunCounts {
  /** Made by this run. */
  readonly done: number;
  /** Given up after their retries. */
  readonly failed: number;
  /** Found as checkpoints of an earlier attempt or run. */
  readonly reused: number;
}

/** What a run spent on language models, over all its attempts. */
export interface RunUsage {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars of the calls with a known price; `unpricedCalls` are not in it. */
  readonly cost: number;
  readonly unpricedCalls: number;
}

export const noUsage: RunUsage = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpricedCalls: 0 };

/** The most that a run may spend; at any of these it ends `partial` with everything kept. */
export interface RunBudget {
  readonly calls?: number;
  /** Input and output tokens together. */
  readonly tokens?: number;
  /** US dollars. */
  readonly cost?: number;
}

/** What a run would spend, told before it starts and without a call. Unknown is `unknown`, never 0. */
export interface RunEstimate {
  readonly calls: number | 'unknown';
  readonly tokens: number | 'unknown';
  /** US dollars, from and to. */
  readonly cost: { readonly from: number; readonly to: number } | 'unknown';
}

/** What a run made of the entries that people saw before it. */
export interface RunOutcome {
  /** In the glossary now. */
  readonly entries: number;
  readonly added: number;
  /** With another name, definition, or accepted relation. */
  readonly changed: number;
  readonly removed: number;
  /** The first of what came in, in the order of the glossary; nothing where a version before this one ran. */
  readonly addedNames: readonly EntryName[];
  /** The first of what left. */
  readonly removedNames: readonly EntryName[];
}

/** Why a run or an item failed, in words that hold no path and no key. */
export interface RunFailure {
  /** A code of the closed list, or `unexpected`. */
  readonly code: string;
  readonly message: string;
  /** Of that code. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An item that was given up after its retries. */
export interface FailedItem extends RunFailure {
  readonly step: string;
  readonly item: string;
  /** How often it was tried, from 1. */
  readonly tries: number;
}

/** Which part of the pipeline a run executes: all of it, or as far as the list of terms, which alone is swapped in. */
export const runScopes = ['full', 'extract'] as const;
export type RunScope = (typeof runScopes)[number];

/** One execution of a scope of the pipeline for one project: the row of the database as it was at one moment. */
export interface Run {
  readonly id: RunId;
  readonly projectId: ProjectId;
  readonly scope: RunScope;
  readonly status: RunStatus;
  /**
   * Which life of the run this is, from 1; 0 while it never ran. Every write of an attempt names it (it is the fence):
   * a process that lost the run writes nothing more.
   */
  readonly attempt: number;
  /** What was asked for, as JSON. */
  readonly input: string;
  /** The run that this one goes on with. */
  readonly resumes?: RunId;
  readonly budget?: RunBudget;
  readonly counts: RunCounts;
  readonly usage: RunUsage;
  readonly failedItems: readonly FailedItem[];
  readonly failure?: RunFailure;
  /** Milliseconds since 1970 (UTC); for people, never for order. */
  readonly createdAt: number;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** Number of the first event that is kept: 1 until retention took some away. */
  readonly firstSeq: number;
  /** Number of the last event. */
  readonly lastSeq: number;
}
