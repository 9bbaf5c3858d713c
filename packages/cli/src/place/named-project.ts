import { GlossaryError } from '@genglossary/core';
import type { NamedProject } from './place.ts';

/** The project of that name, or the only one. @throws `glossary/none` · `config/invalid` where there are several */
export async function namedProject(
  place: { projects(): Promise<readonly NamedProject[]> } | undefined,
  name: string | undefined,
): Promise<NamedProject> {
  const projects = ((await place?.projects()) ?? []).filter((one) => name === undefined || one.name === name);
  if (projects.length > 1) {
    const problem = `There are several glossaries: name one with --project (${projects.map((one) => one.name).join(', ')}).`;
    throw new GlossaryError('config/invalid', problem, { details: { problem } });
  }
  if (projects[0] !== undefined) return projects[0];
  throw new GlossaryError('glossary/none', 'There is no glossary here yet.', { details: { project: name ?? '' } });
}
