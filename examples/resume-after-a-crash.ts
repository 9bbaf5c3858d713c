/**
 * Follows a run and remembers in a file how far it got. Kill it whenever you like and start it again: no event comes
 * twice, and none is missing.
 *
 *     node examples/resume-after-a-crash.ts <run id> [file]
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createClient, type RunId } from '@genglossary/client';

const [id, file = 'events.log'] = process.argv.slice(2);
await using glossary = createClient();

const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
// The last line may be half-written: only whole ones count.
const last = lines.slice(0, -1).at(-1);
const after = last === undefined ? 0 : Number(last.split(' ')[0]);
for await (const event of glossary.runs.open(id as RunId).events({ after })) {
  appendFileSync(file, `${event.seq} ${event.type}\n`);
}
console.log((await glossary.runs.get(id as RunId)).status);
