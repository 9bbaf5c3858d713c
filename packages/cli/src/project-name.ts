import { existsSync } from 'node:fs';
import { basename, isAbsolute, relative, sep } from 'node:path';
import type { Place } from './place/place.ts';

/**
 * What the glossary of some paths is called: below the folder a person works in as they say it (`docs`, `a/docs`), else
 * by the folder's own name. The first name is the one to use; each of the others says more of where the folder is, for
 * when the name before it belongs to another folder.
 *
 * @param paths absolute
 */
export function projectNames(paths: readonly string[], cwd: string): readonly string[] {
  const own = (path: string) => {
    const inside = relative(cwd, path);
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? basename(path) || path : inside;
  };
  const named = (nameOf: (path: string) => string) => paths.map(nameOf).toSorted().join(' + ');
  const deepest = Math.max(1, ...paths.map((path) => path.split(sep).length - 1));
  const tails = Array.from({ length: deepest }, (_, more) => named((path) => tailOf(path, more + 1)));
  return [...new Set([named(own), ...tails.slice(1)])].map((name) => name.replaceAll(sep, '/'));
}

/** The first of the names that is free or already belongs to these paths. */
export async function freeProjectName(
  names: readonly string[],
  { paths, place }: { readonly paths: readonly string[]; readonly place: Pick<Place, 'projects' | 'runs'> | undefined },
): Promise<string> {
  const projects = (await place?.projects()) ?? [];
  for (const name of names) {
    const project = projects.find((one) => one.name === name);
    if (project === undefined || place === undefined) return name;
    const made = (await place.runs(project.id)).flatMap(({ input }) => pathsOf(input) ?? []);
    // A folder that is no longer where it was may be this one, moved.
    const isOthers = made[0]?.every((path) => !paths.includes(path) && existsSync(path)) ?? false;
    if (!isOthers) return name;
  }
  return names.at(-1) ?? '';
}

/** What a run of the command line read; a run that was started in the app names no paths. */
function pathsOf(input: string | undefined): readonly (readonly string[])[] | undefined {
  if (input === undefined) return undefined;
  const read: unknown = JSON.parse(input);
  if (typeof read !== 'object' || read === null || !('paths' in read) || !Array.isArray(read.paths)) return undefined;
  return [read.paths.filter((path) => typeof path === 'string')];
}

/** The last parts of a path; all of it where it has no more. */
function tailOf(path: string, parts: number): string {
  const segments = path.split(sep).filter((segment) => segment !== '');
  return parts >= segments.length ? path : segments.slice(-parts).join(sep);
}
