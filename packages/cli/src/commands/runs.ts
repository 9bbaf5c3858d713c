import { existsSync } from 'node:fs';
import {
  followStored,
  GlossaryError,
  isReport,
  isTerminal,
  type JournalEntry,
  openStorage,
  openStorageReader,
  ownerOfStorage,
  type Run,
  runId,
  type Storage,
} from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { exitCodes } from '../exit-codes.ts';
import { createProgress } from '../output/progress.ts';

/** `genglossary runs list`: the runs of this folder's database, newest first. */
export async function listRuns(context: CommandContext): Promise<number> {
  await using storage = await openStorageReader({ path: existing(context) });
  const found: { readonly project: string; readonly run: Run }[] = [];
  for (const { id, name } of await storage.projects.list()) {
    for (const run of await storage.runs.list(id)) found.push({ project: name, run });
  }
  const runs = found.toSorted((a, b) => b.run.createdAt - a.run.createdAt || (a.run.id < b.run.id ? 1 : -1));
  if (context.json) {
    print(context, 'runs', { runs: runs.map(({ project, run }) => ({ project, ...shown(run) })) });
    return exitCodes.success;
  }
  for (const { project, run } of runs) context.io.stdout.write(`${line(run)}  ${project}\n`);
  if (runs.length === 0) context.io.stderr.write(`${context.words.noRuns}\n`);
  return exitCodes.success;
}

/** `genglossary runs show`: one run with its totals, its failure and the items that failed. */
export async function showRun(id: string, context: CommandContext): Promise<number> {
  await using storage = await openStorageReader({ path: existing(context) });
  const run = await find(storage, id);
  if (context.json) {
    print(context, 'run', { run: shown(run) });
    return exitCodes.success;
  }
  const { io, words } = context;
  const { counts, failure, failedItems, resumes } = run;
  io.stdout.write(`${line(run)}\n`);
  io.stdout.write(`${words.runCounts(counts)}\n`);
  if (resumes !== undefined) io.stdout.write(`${words.resumes} ${resumes}\n`);
  if (failure !== undefined) io.stdout.write(`${failure.message} (${failure.code})\n`);
  for (const { step, item, message, code } of failedItems) {
    io.stdout.write(`  ${words.steps[step as keyof typeof words.steps] ?? step} ${item}: ${message} (${code})\n`);
  }
  return exitCodes.success;
}

/** `genglossary runs logs`: what a run told, from its first event that is kept. */
export async function logRun(id: string, context: CommandContext): Promise<number> {
  await using storage = await openStorageReader({ path: existing(context) });
  const run = await find(storage, id);
  const entries: JournalEntry[] = [];
  for (let after = 0; after < run.lastSeq; ) {
    const page = await storage.journals.page(run.id, { after, limit: 200 });
    const last = page?.entries.at(-1);
    if (page === undefined || last === undefined) break;
    entries.push(...page.entries);
    after = last.seq;
  }
  const missing = run.firstSeq - 1;
  if (context.json) {
    print(context, 'log', { run: shown(run), missing, entries });
    return exitCodes.success;
  }
  if (missing > 0) context.io.stderr.write(`${context.words.eventsGone(missing)}\n`);
  for (const { seq, at, event } of entries) {
    const { type, ...facts } = event;
    const details = Object.entries(facts).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    context.io.stdout.write(`${[seq, new Date(at).toISOString(), type, ...details].join(' ')}\n`);
  }
  return exitCodes.success;
}

/** `genglossary runs watch`: follows a run live, whoever works on it, and ends with it. The exit code is the run's. */
export async function watchRun(id: string, context: CommandContext): Promise<number> {
  const { io, words } = context;
  await using storage = await openStorageReader({ path: existing(context) });
  const { id: run } = await find(storage, id);
  const progress = createProgress(context.progress, io, words);
  try {
    for await (const followed of followStored(storage, run, { signal: io.signal })) {
      if (followed.type === 'truncated') io.stderr.write(`${words.eventsGone(followed.to - followed.from + 1)}\n`);
      if (followed.type === 'status-unsaved') io.stderr.write(`${words.notSavedYet}\n`);
      if (followed.type !== 'page') continue;
      for (const { event } of followed.entries) if (isReport(event)) progress.report(event);
    }
  } finally {
    progress.close();
  }
  return tellEnd(await find(storage, run), context);
}

/** `genglossary runs cancel`: asks the process that works on the run to stop; one that nobody works on is over at once. */
export async function cancelRun(id: string, context: CommandContext): Promise<number> {
  const path = existing(context);
  let run: Run;
  {
    await using storage = await openStorageReader({ path });
    run = await find(storage, id);
  }
  if (!isTerminal(run.status)) run = await stop(path, run, context);
  if (context.json) print(context, 'run', { run: shown(run) });
  else context.io.stdout.write(`${line(run)}\n`);
  return exitCodes.success;
}

async function stop(path: string, run: Run, { io }: CommandContext): Promise<Run> {
  try {
    await using storage = await openStorage({ path });
    // We have the database to ourselves: whoever worked on the run is dead.
    await storage.runs.releaseOrphans({ isSoleOwner: true });
    await storage.runs.cancel(run.id);
    return await find(storage, run.id);
  } catch (error) {
    const owner = await ownerOfStorage({ path });
    if (!GlossaryError.is(error, 'storage/in-use') || owner === undefined) throw error;
    // Its first interrupt makes it save what is finished and stop.
    process.kill(owner.pid, 'SIGINT');
  }
  await using storage = await openStorageReader({ path });
  for await (const followed of followStored(storage, run.id, { after: run.lastSeq, signal: io.signal })) {
    if (followed.type === 'status-unsaved') break;
  }
  return await find(storage, run.id);
}

function tellEnd(run: Run, context: CommandContext): number {
  if (context.json) print(context, 'run', { run: shown(run) });
  else context.io.stdout.write(`${line(run)}\n`);
  switch (run.status) {
    case 'completed':
      return exitCodes.success;
    case 'cancelled':
      return exitCodes.interrupted;
    case 'partial':
    case 'failed':
    case 'pending':
    case 'running':
    case 'cancelling':
      return exitCodes.failed;
    default:
      return run.status satisfies never;
  }
}

/** The run of that id; `latest` is the one that was made last. @throws `run/not-found` */
export async function find(storage: Storage, id: string): Promise<Run> {
  if (id !== 'latest') {
    const run = await storage.runs.find(runId(id));
    if (run !== undefined) return run;
    throw unknownRun(id);
  }
  const newest: Run[] = [];
  for (const project of await storage.projects.list())
    newest.push(...(await storage.runs.list(project.id, { limit: 1 })));
  const [latest] = newest.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  if (latest === undefined) throw unknownRun(id);
  return latest;
}

function unknownRun(id: string): GlossaryError<'run/not-found'> {
  return new GlossaryError('run/not-found', `There is no run ${id}.`, { details: { runId: id } });
}

function existing({ io }: CommandContext): string {
  const path = databasePath(io);
  if (existsSync(path)) return path;
  throw unknownRun('latest');
}

function line({ id, status, createdAt, startedAt, finishedAt }: Run): string {
  const seconds =
    startedAt === undefined || finishedAt === undefined ? '' : ` ${((finishedAt - startedAt) / 1000).toFixed(1)} s`;
  return `${id}  ${status.padEnd(10)} ${new Date(createdAt).toISOString()}${seconds}`;
}

/** A run as programs read it: what was asked for is a document of its own, not a text. */
function shown({ input, ...run }: Run) {
  return { ...run, input: JSON.parse(input) as unknown };
}

function print({ io, version }: CommandContext, kind: string, fields: object): void {
  io.stdout.write(`${JSON.stringify({ schema: `genglossary.${kind}/1`, version, ok: true, ...fields })}\n`);
}
