/** How a program of yours is tested without a server: the client is the real one, its answers are a script. */
import type { GlossaryClient } from '@genglossary/client';
import { createScriptedClient } from '@genglossary/client/testing';

/** The program under test. */
async function namesOfProjects(glossary: GlossaryClient): Promise<readonly string[]> {
  return (await glossary.projects.trashed()).map(({ name }) => name);
}

const glossary = createScriptedClient({
  projects: { trashed: [{ id: 'p' as never, name: 'Old handbook', trashedAt: '2026-01-01T00:00:00.000Z' }] },
});
const names = await namesOfProjects(glossary);
const asked = glossary.calls.map(({ path }) => path);
console.log(names.join() === 'Old handbook' && asked.join() === 'projects.trashed' ? 'passed' : 'failed');
