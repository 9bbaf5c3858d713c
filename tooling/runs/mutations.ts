/** A fault planted against one rule: the first `find` in the file becomes `replace`, and a test that names the rule must fail. */
export interface Mutation {
  readonly rule: string;
  /** Below `packages/core/src`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const runs = 'runs';
const stores = 'storage/kysely/stores';

export const mutations: readonly Mutation[] = [
  {
    rule: 'RX1',
    file: `${runs}/execution.ts`,
    find: 'Object.freeze({\n    run: Object.freeze(run),',
    replace: '({\n    run,',
  },
  {
    rule: 'RX2',
    file: `${runs}/pipeline-executor.ts`,
    find: 'const logger = this.#tools.logger.child({ run: runId, project: projectId, attempt });',
    replace:
      'const shared = this as unknown as { first?: object };\n    const logger = this.#tools.logger.child((shared.first ??= { run: runId, project: projectId, attempt }) as never);',
  },
  { rule: 'RX3', file: `${runs}/pipeline-executor.ts`, find: 'await this.#close(execution, logger);', replace: '' },
  {
    rule: 'RX4',
    file: `${runs}/attempt-writer.ts`,
    find: 'checkpoints: this.#checkpoints.map(({ checkpoint }) => checkpoint),',
    replace: 'checkpoints: [],',
  },
  { rule: 'RX5', file: `${runs}/status-writer.ts`, find: 'await save?.(stores);', replace: '' },
  {
    rule: 'RX6',
    file: `${stores}/swap-concepts.ts`,
    find: ".where('author', '!=', 'person').execute();",
    replace: '.execute();',
  },
  {
    rule: 'RX7',
    file: 'pipeline/process-items.ts',
    find: 'if (isFinal || tried >= tries) {',
    replace: 'if (isFinal || tried >= tries) {\n          throw error;',
  },
  {
    rule: 'RM1',
    file: 'storage/kysely/migrations/2026_11_22_runs.ts',
    find: 'create unique index run_one_active',
    replace: 'create index run_one_active',
  },
  {
    rule: 'RM2',
    file: `${stores}/create-run.ts`,
    find: 'const isSameRequest =',
    replace: 'const isSameRequest = true ||',
  },
  {
    rule: 'RM3',
    file: `${stores}/run-store.ts`,
    find: "update.set({ lease_until: leaseUntil(leaseMs) }).where('status', 'in', OWNED)",
    replace: 'update.set({ first_seq: 1 })',
  },
  { rule: 'RM4', file: `${runs}/run-worker.ts`, find: 'this.#attempts.delete(id);', replace: '' },
  {
    rule: 'RM5',
    file: `${runs}/run-worker.ts`,
    find: 'for (const attempt of this.#attempts.values()) void this.#drain(attempt);',
    replace: '',
  },
  {
    rule: 'RM6',
    file: `${runs}/run-queue.ts`,
    find: 'const isLast = tries >= MOST_TRIES',
    replace: 'const isLast = tries > MOST_TRIES',
  },
  {
    rule: 'RP1',
    file: `${stores}/run-row.ts`,
    find: "return { type: 'run-end', status, finishedAt,",
    replace: "return { type: 'run-end', status, finishedAt: finishedAt + 1,",
  },
  {
    rule: 'RP2',
    file: `${runs}/retry-writes.ts`,
    find: "GlossaryError.is(error, 'storage/interrupted') ||",
    replace: 'false ||',
  },
  {
    rule: 'RP3',
    file: `${runs}/status-writer.ts`,
    find: 'const TELL_AFTER_MS = 2000;',
    replace: 'const TELL_AFTER_MS = 2_000_000;',
  },
  {
    rule: 'RP4',
    file: `${stores}/run-store.ts`,
    find: 'const usage = isGroupWritten ? undefined : rest.usage;',
    replace: 'const usage = undefined;\n        counts = { done: 0, failed: 0, reused: 0 };',
  },
  {
    rule: 'RP5',
    file: 'runtime/logger.ts',
    find: "return maskKeys(text).replace(ABSOLUTE_PATH, '…/');",
    replace: 'return text;',
  },
  { rule: 'RL0', file: 'storage/kysely/dialects/sqlite.ts', find: "database.exec('begin exclusive');", replace: '' },
  { rule: 'RL1', file: `${runs}/lease-keeper.ts`, find: 'const GIVE_UP_AT = 0.8;', replace: 'const GIVE_UP_AT = 80;' },
  {
    rule: 'RL2',
    file: `${runs}/run-worker.ts`,
    find: 'await this.#takeOver({ isSoleOwner: storage.isSoleOwner });',
    replace: '',
  },
  {
    rule: 'RL2',
    file: `${stores}/run-store.ts`,
    find: ".when('barren_attempts', '>', 0)",
    replace: ".when('barren_attempts', '>', -9)",
  },
  {
    rule: 'RL3',
    file: `${stores}/move-run.ts`,
    find: "attempt === undefined ? update : update.where('attempt', '=', attempt)",
    replace: 'update',
  },
  {
    rule: 'RL4',
    file: `${stores}/create-run.ts`,
    find: "    .where('project_id', '=', project)\n    .where('status', 'in', activeStatuses)",
    replace: "    .where('status', 'in', activeStatuses)",
  },
  {
    rule: 'RJ1',
    file: `${stores}/run-row.ts`,
    find: 'seq: first + index,',
    replace: 'seq: first + index + (index > 2 ? 1 : 0),',
  },
  {
    rule: 'RJ2',
    file: `${runs}/journal.ts`,
    find: 'cursor = last.seq;',
    replace: 'cursor = last.seq + (entries.length > 1 ? 1 : 0);',
  },
  { rule: 'RJ3', file: `${runs}/journal.ts`, find: 'this.#pages.set(page, { head, entries });', replace: '' },
  { rule: 'RJ4', file: `${runs}/journal.ts`, find: 'this.#leave(run);', replace: '' },
  { rule: 'RJ4', file: `${runs}/wakes.ts`, find: 'waiting.delete(resolve);', replace: 'return;' },
  {
    rule: 'RJ5',
    file: `${runs}/journal.ts`,
    find: 'if (isTerminal(head.status) && cursor >= head.lastSeq) return;',
    replace: 'if (told !== undefined || (isTerminal(head.status) && cursor > head.lastSeq)) return;',
  },
  { rule: 'RJ7', file: `${runs}/journal.ts`, find: 'if (cursor < head.firstSeq - 1) {', replace: 'if (cursor < -1) {' },
  {
    rule: 'RC1',
    file: `${stores}/run-store.ts`,
    find: 'row.owner === null',
    replace: "row.owner === 'nobody'",
  },
  {
    rule: 'RC2',
    file: `${runs}/pipeline-executor.ts`,
    find: 'void sleep(clock, graceMs, over.signal)',
    replace: 'void sleep(clock, graceMs * 1000, over.signal)',
  },
  {
    rule: 'RC3',
    file: `${runs}/pipeline-executor.ts`,
    find: "if (done.kind === 'returned' && stop === undefined) {",
    replace: "if (done.kind === 'returned') {",
  },
  {
    rule: 'RC4',
    file: `${runs}/lease-keeper.ts`,
    find: "if (moved.run.status === 'cancelling') controller.abort(new RunStopped('cancel'));",
    replace: '',
  },
  {
    rule: 'RR1',
    file: `${runs}/execution.ts`,
    find: 'found.has(key) ? found : makeEach(one)',
    replace: 'makeEach(one)',
  },
  { rule: 'RR2', file: `${runs}/run-manager.ts`, find: 'resumes: id,', replace: '' },
  {
    rule: 'RR3',
    file: 'core.ts',
    find: 'const payloads = await analyses.get(keys.map(stored));',
    replace: 'const payloads = keys.map(() => undefined as string | undefined);\n      void analyses;',
  },
  {
    rule: 'RB1',
    file: `${runs}/build-work.ts`,
    find: 'return { calls: 0,',
    replace: 'return { calls: 1,',
  },
  {
    rule: 'RB2',
    file: `${runs}/execution.ts`,
    find: 'return limit !== undefined && value >= limit;',
    replace: 'return limit !== undefined && value > limit;',
  },
  {
    rule: 'RB2',
    file: `${runs}/execution.ts`,
    find: 'count(made.usage);',
    replace: 'void Promise.resolve().then(() => count(made.usage));',
  },
  {
    rule: 'RB3',
    file: `${runs}/attempt-writer.ts`,
    find: 'calls: this.#calls.map(',
    replace: 'calls: [].map(',
  },
];
