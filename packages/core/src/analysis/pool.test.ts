import { expect, test } from 'vitest';
import { openAnalysisPool } from './pool.ts';

const worker = { base: '../pipeline/document-worker', importer: import.meta.url };
const job = { format: 'text', text: 'Een vuurtoren is een toren met een licht.', language: 'nl' };
const asked = { name: 'a text', signal: new AbortController().signal };

test('a pool that rested does the next job as before', async () => {
  await using pool = openAnalysisPool<typeof job, { readonly language: string }>(worker, { threads: 1 });
  const before = await pool.run(job, asked);
  await pool.rest();
  await expect(pool.run(job, asked)).resolves.toEqual(before);
});

test('a job at work is not ended by a rest', async () => {
  await using pool = openAnalysisPool<typeof job, { readonly language: string }>(worker, { threads: 1 });
  const running = pool.run(job, asked);
  await pool.rest();
  await expect(running).resolves.toMatchObject({ language: 'nl' });
});
