/**
 * Builds the glossary of one folder with a fresh database, all four formats, in a process of its own, and prints
 * `{ seconds, peakMegabytes, entries }` as JSON. Called by `main.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exporters, openCore, writeExports } from '@genglossary/core';

const [folder = '.'] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'genglossary-bench-'));
try {
  const started = performance.now();
  await using core = await openCore({ databasePath: join(scratch, 'genglossary.db') });
  const { glossary } = await core.build(
    { project: 'bench', paths: [folder] },
    { signal: new AbortController().signal, report: () => undefined },
  );
  await writeExports(glossary, { directory: join(scratch, 'out'), formats: Object.values(exporters) });
  const seconds = (performance.now() - started) / 1000;
  const peakMegabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
  console.log(JSON.stringify({ seconds, peakMegabytes, entries: glossary.concepts.length }));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
