import type { ProjectSummary } from '@genglossary/core/domain';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { invalid } from '../invalid.ts';
import { openKeeper } from '../place/keeper.ts';
import { namedProject } from '../place/named-project.ts';
import type { NamedProject } from '../place/place.ts';

export interface DeleteOptions {
  /** All that nothing was ever put into. */
  readonly empty?: true;
}

/** `genglossary projects list`: what each glossary of this place holds. */
export async function listProjects(context: CommandContext): Promise<number> {
  await using keeper = await openKeeper(context, { makes: false });
  const projects = (await keeper?.summaries()) ?? [];
  if (context.json) {
    const facts = projects.map(({ id, name, documents, entries, lastRun }) => ({
      id,
      name,
      documents,
      entries,
      ...(lastRun === undefined ? {} : { lastRun: { id: lastRun.id, status: lastRun.status } }),
    }));
    print(context, { projects: facts });
    return exitCodes.success;
  }
  for (const project of projects) context.io.stdout.write(`${context.words.projectLine(project)}\n`);
  if (projects.length === 0) context.io.stderr.write(`${context.words.noGlossary}\n`);
  return exitCodes.success;
}

/** `genglossary projects delete`: into the bin, where it can be had back for thirty days. */
export async function deleteProjects(
  names: readonly string[],
  { empty }: DeleteOptions,
  context: CommandContext,
): Promise<number> {
  if (names.length === 0 && empty !== true) throw invalid('Name a project, or say --empty.');
  await using keeper = await openKeeper(context, { makes: false });
  // All names are looked up before anything is done.
  const named: NamedProject[] = [];
  for (const name of names) named.push(await namedProject(keeper, name));
  const wanted = new Map(named.map((one) => [one.id, one]));
  if (empty === true) {
    for (const one of (await keeper?.summaries()) ?? []) if (isEmpty(one)) wanted.set(one.id, one);
  }
  for (const { id } of wanted.values()) await keeper?.trash(id);
  tell([...wanted.values()], context, context.words.projectDeleted);
  if (wanted.size === 0) context.io.stderr.write(`${context.words.noEmptyProject}\n`);
  return exitCodes.success;
}

/** `genglossary projects restore`: out of the bin. */
export async function restoreProject(name: string, context: CommandContext): Promise<number> {
  await using keeper = await openKeeper(context, { makes: false });
  const trashed = (await keeper?.trashed()) ?? [];
  // Of several of that name the one that was deleted last.
  const project = trashed.find((one) => one.name === name);
  if (project === undefined) {
    const others = trashed.map((one) => one.name).join(', ');
    throw invalid(others === '' ? 'The bin is empty.' : `There is no glossary “${name}” in the bin: ${others}.`);
  }
  await keeper?.bringBack(project.id);
  tell([project], context, context.words.restored);
  return exitCodes.success;
}

/** Such as one of a path that was mistyped. */
function isEmpty({ documents, entries, activeRun, lastRun }: ProjectSummary): boolean {
  return documents + entries === 0 && activeRun === undefined && lastRun === undefined;
}

function tell(projects: readonly NamedProject[], context: CommandContext, line: (name: string) => string): void {
  if (context.json) print(context, { projects: projects.map(({ id, name }) => ({ id, name })) });
  else for (const { name } of projects) context.io.stdout.write(`${line(name)}\n`);
}

function print({ io, version }: CommandContext, facts: object): void {
  io.stdout.write(`${JSON.stringify({ schema: 'genglossary.projects/1', version, ok: true, ...facts })}\n`);
}
