import { GlossaryError } from '@genglossary/core';
import { invalid } from '../invalid.ts';
import type { NamedProject } from './place.ts';

/**
 * The project of that name, or the only one.
 * @throws `config/invalid` where there are several, or none of that name but others · `glossary/none` where there is none
 */
export async function namedProject(
  place: { projects(): Promise<readonly NamedProject[]> } | undefined,
  name: string | undefined,
): Promise<NamedProject> {
  const all = (await place?.projects()) ?? [];
  const found = name === undefined ? all : all.filter((one) => one.name === name);
  if (found.length > 1) throw invalid(`There are several glossaries: name one with --project (${listed(found)}).`);
  if (found[0] !== undefined) return found[0];
  // Who mistyped a name is not told to make a glossary that is there.
  if (name !== undefined && all.length > 0) throw invalid(`There is no glossary “${name}” here: ${listed(all)}.`);
  throw new GlossaryError('glossary/none', 'There is no glossary here yet.', { details: { project: name ?? '' } });
}

function listed(projects: readonly NamedProject[]): string {
  return projects.map(({ name }) => name).join(', ');
}
