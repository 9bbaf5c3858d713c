import Database from 'better-sqlite3';

/** What an independent look at the database found wrong; it uses nothing of the product but its tables. */
export interface Findings {
  readonly gaps: number;
  readonly wrongEnds: number;
  readonly wrongTransitions: number;
  readonly active: number;
  readonly integrity: string;
  readonly runs: number;
  readonly events: number;
  /** Runs whose journal retention has taken. */
  readonly pruned: number;
  readonly byStatus: Readonly<Record<string, number>>;
}

const LEGAL = new Set([
  ' pending',
  'pending running',
  'pending cancelled',
  'pending failed',
  'running running',
  'running pending',
  'running cancelling',
  'pending cancelling',
  'cancelling cancelled',
  'running completed',
  'running partial',
  'running failed',
  'running cancelled',
  'cancelling completed',
  'cancelling partial',
  'cancelling failed',
]);
const TERMINAL = new Set(['completed', 'partial', 'failed', 'cancelled']);

export function auditFile(path: string): Findings {
  const db = new Database(path, { readonly: true });
  try {
    const runs = db.prepare('select id, status, first_seq, last_seq from run').all() as {
      id: string;
      status: string;
      first_seq: number;
      last_seq: number;
    }[];
    let [gaps, wrongEnds, wrongTransitions, active, events, pruned] = [0, 0, 0, 0, 0, 0];
    const byStatus: Record<string, number> = {};
    for (const { id, status, first_seq, last_seq } of runs) {
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      const rows = db.prepare('select seq, event from run_event where run_id = ? order by seq').all(id) as {
        seq: number;
        event: string;
      }[];
      events += rows.length;
      // Retention takes the whole journal of a run that is over, and says so in its row.
      const isPruned = first_seq === last_seq + 1 && TERMINAL.has(status) && rows.length === 0;
      if (isPruned) pruned += 1;
      if (!isPruned && (rows.length !== last_seq || rows.some(({ seq }, index) => seq !== index + 1))) gaps += 1;
      const ends = rows.map(({ event }) => JSON.parse(event) as { type: string; status?: string });
      const told = ends.filter(({ type }) => type === 'run-end');
      const isRight = TERMINAL.has(status)
        ? told.length === 1 && told[0]?.status === status && ends.at(-1)?.type === 'run-end'
        : told.length === 0;
      if (!isRight && !isPruned) wrongEnds += 1;
      if (!TERMINAL.has(status)) active += 1;
      const moves = db
        .prepare('select from_status, to_status, attempt from run_transition where run_id = ? order by position')
        .all(id) as { from_status: string | null; to_status: string; attempt: number }[];
      const isLegal = moves.every(
        ({ from_status: from, to_status: to, attempt }, index) =>
          LEGAL.has(`${from ?? ''} ${to}`) && attempt >= (moves[index - 1]?.attempt ?? 0),
      );
      if (!isLegal || moves.at(-1)?.to_status !== status) wrongTransitions += 1;
    }
    const integrity = String(db.pragma('integrity_check', { simple: true }));
    return { gaps, wrongEnds, wrongTransitions, active, integrity, runs: runs.length, events, pruned, byStatus };
  } finally {
    db.close();
  }
}
