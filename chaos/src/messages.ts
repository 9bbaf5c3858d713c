import type { PointName } from './point-names.ts';

/** What a victim is told when it is started. */
export interface VictimOrders {
  readonly location: { readonly path: string } | { readonly url: string };
  readonly modelUrl: string;
  /** Projects that always have a run, one each. */
  readonly projects: readonly string[];
  /** Items of each run. */
  readonly items: number;
  /** Starts new runs for projects that have none. */
  readonly startsRuns: boolean;
  /** Ends its own process with SIGKILL when it reaches the point for the n-th time. */
  readonly dieAt?: { readonly point: PointName; readonly count: number };
  /** Where its followers go on from: run and number of the last event that arrived. */
  readonly cursors: Readonly<Record<string, number>>;
  readonly leaseMs?: number;
}

/** What a victim tells, one JSON document a line. */
export type VictimMessage =
  | { readonly t: 'executing'; readonly run: string; readonly attempt: number; readonly sinceFirstLineMs: number }
  | {
      readonly t: 'events';
      readonly run: string;
      readonly entries: readonly (readonly [seq: number, type: string, status?: string])[];
    }
  | { readonly t: 'followed'; readonly run: string; readonly status: string }
  | { readonly t: 'refused'; readonly code: string }
  | { readonly t: 'loop'; readonly longestMs: number }
  | { readonly t: 'ready'; readonly sinceFirstLineMs: number };
