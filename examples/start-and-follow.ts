/**
 * Builds the glossary of a project, shows what happens, and prints the entries.
 *
 *     node examples/start-and-follow.ts <project id>
 */
import { createClient, isGenGlossaryError, type ProjectId, type RunHandle } from '@genglossary/client';

const projectId = process.argv[2] as ProjectId;
await using glossary = createClient();

const run = await startOrJoin();
for await (const event of run.events()) {
  if (event.type === 'step-progress') console.error(`${event.step} ${event.done}/${event.total}`);
  if (event.type === 'document-skipped') console.error(`not read: ${event.name} (${event.reason})`);
  if (event.type === 'run-end') console.error(`${event.status} after ${event.counts.done} new items`);
}
const { status } = await run.done();
if (status === 'failed') process.exitCode = 1;
for await (const entry of glossary.entries.list(projectId)) {
  console.log(`${entry.term}: ${entry.definition ?? `used ${entry.occurrences} times, never explained`}`);
}

/** One run at a time: where the project has one already, that is the one to watch. */
async function startOrJoin(): Promise<RunHandle> {
  try {
    return await glossary.runs.start(projectId);
  } catch (error) {
    if (!isGenGlossaryError(error, 'run/already-active')) throw error;
    return (await glossary.runs.current(projectId)) ?? glossary.runs.start(projectId);
  }
}
