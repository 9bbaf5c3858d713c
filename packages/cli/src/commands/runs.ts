import { GlossaryError, isReport, isTerminal, runId } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { createProgress } from '../output/progress.ts';
import { openPlace, openWorkingServer } from '../place/open-place.ts';
import type { Place, RunFacts, Told } from '../place/place.ts';

/** `genglossary runs list`: the runs of this folder's database or of a server, newest first. */
export async function listRuns(context: CommandContext): Promise<number> {
  await using place = await existing(context);
  const found: { readonly project: string; readonly run: RunFacts }[] = [];
  for (const { id, name } of await place.projects()) {
    for (const run of await place.runs(id)) found.push({ project: name, run });
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
  await using place = await existing(context);
  const run = await find(place, id);
  if (context.json) {
    print(context, 'run', { run: shown(run) });
    return exitCodes.success;
  }
  const { io, words } = context;
  const { counts, failedItems, resumes } = run;
  io.stdout.write(`${line(run)}\n`);
  io.stdout.write(`${words.runCounts(counts)}\n`);
  if (resumes !== undefined) io.stdout.write(`${words.resumes} ${resumes}\n`);
  tellFailure(run, context);
  for (const { step, item, ...why } of failedItems) {
    const stepName = words.steps[step as keyof typeof words.steps] ?? step;
    io.stdout.write(`  ${stepName} ${item}: ${words.failure(why)} (${why.code})\n`);
  }
  return exitCodes.success;
}

/** `genglossary runs logs`: what a run told, from its first event that is kept. */
export async function logRun(id: string, context: CommandContext): Promise<number> {
  await using place = await existing(context);
  const run = await find(place, id);
  const entries: Extract<Told, { readonly type: 'event' }>[] = [];
  if (run.lastSeq > 0) {
    for await (const told of place.follow(run.id, { signal: context.io.signal })) {
      if (told.type !== 'event') continue;
      entries.push(told);
      if (told.seq >= run.lastSeq) break;
    }
  }
  const missing = run.firstSeq - 1;
  if (context.json) {
    print(context, 'log', {
      run: shown(run),
      missing,
      entries: entries.map(({ seq, at, event }) => ({ seq, at, event })),
    });
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

/** `genglossary runs watch`: follows a run, whichever process works on it, until it is over. */
export async function watchRun(id: string, context: CommandContext): Promise<number> {
  const { io, words } = context;
  await using place = await existing(context);
  const { id: run } = await find(place, id);
  const progress = createProgress(context.progress, io, words);
  try {
    for await (const told of place.follow(run, { signal: io.signal })) {
      if (told.type === 'truncated') io.stderr.write(`${words.eventsGone(told.to - told.from + 1)}\n`);
      if (told.type === 'status-unsaved') io.stderr.write(`${words.notSavedYet}\n`);
      if (told.type === 'event' && isReport(told.event)) progress.report(told.event);
    }
  } finally {
    progress.close();
  }
  return tellEnd(await find(place, run), context);
}

/** `genglossary runs cancel`: asks the process that works on the run to stop; one that nobody works on is over at once. */
export async function cancelRun(id: string, context: CommandContext): Promise<number> {
  // A server is asked in its own words; an interrupt would end it.
  await using place = (await openWorkingServer(context)) ?? (await existing(context));
  const run = await place.cancel(await find(place, id), { signal: context.io.signal });
  if (context.json) print(context, 'run', { run: shown(run) });
  else context.io.stdout.write(`${line(run)}\n`);
  return exitCodes.success;
}

function tellEnd(run: RunFacts, context: CommandContext): number {
  if (context.json) print(context, 'run', { run: shown(run) });
  else {
    context.io.stdout.write(`${line(run)}\n`);
    tellFailure(run, context);
  }
  if (!isTerminal(run.status)) return exitCodes.failed;
  if (run.status === 'cancelled') return exitCodes.interrupted;
  return run.status === 'completed' ? exitCodes.success : exitCodes.failed;
}

/** Why a run failed, and what to do about it. */
function tellFailure({ failure }: RunFacts, { io, words, quiet }: CommandContext): void {
  if (failure === undefined) return;
  io.stdout.write(`${words.failure(failure)} (${failure.code})\n`);
  const hints: Readonly<Record<string, string>> = words.hints;
  const hint = hints[failure.code] ?? '';
  if (hint !== '' && !quiet) io.stderr.write(`${hint}\n`);
}

/** The run of that id; `latest` is the one that was made last. @throws `run/not-found` */
export async function find(place: Place, id: string): Promise<RunFacts> {
  if (id !== 'latest') return place.run(runId(id));
  const newest: RunFacts[] = [];
  for (const project of await place.projects()) newest.push(...(await place.runs(project.id, { limit: 1 })));
  const [latest] = newest.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  if (latest === undefined) throw noRun();
  return latest;
}

/** Where `latest` names nothing. */
export function noRun(): GlossaryError<'run/not-found'> {
  return new GlossaryError('run/not-found', 'There is no run latest.', { details: { runId: 'latest' } });
}

async function existing(context: CommandContext): Promise<Place> {
  const place = await openPlace(context);
  if (place === undefined) throw noRun();
  return place;
}

function line({ id, status, createdAt, startedAt, finishedAt }: RunFacts): string {
  const seconds =
    startedAt === undefined || finishedAt === undefined ? '' : ` ${((finishedAt - startedAt) / 1000).toFixed(1)} s`;
  return `${id}  ${status.padEnd(10)} ${new Date(createdAt).toISOString()}${seconds}`;
}

/** A run as programs read it: what was asked for is a document of its own, not a text. */
function shown({ input, ...run }: RunFacts) {
  return input === undefined ? run : { ...run, input: JSON.parse(input) as unknown };
}

function print({ io, version }: CommandContext, kind: string, fields: object): void {
  io.stdout.write(`${JSON.stringify({ schema: `genglossary.${kind}/1`, version, ok: true, ...fields })}\n`);
}
