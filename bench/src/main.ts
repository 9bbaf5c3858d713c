/**
 * `pnpm bench [FOLDER] [--megabytes N]`: the built-in engine on the documents of a folder (the examples unless told).
 * `pnpm bench server [FOLDER] [--only PARTS]`: the server. `pnpm bench runs`: the run system. `pnpm bench models`: the path to language models.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchEngine } from './engine.ts';
import { benchModels } from './models.ts';
import { benchRuns } from './runs/bench-runs.ts';

const { values, positionals } = parseArgs({
  options: { megabytes: { type: 'string', default: '12' }, only: { type: 'string' } },
  allowPositionals: true,
});
const [what] = positionals;
if (what === 'runs') await benchRuns();
else if (what === 'server') {
  const { benchServer } = await import('./server/bench-server.ts');
  await benchServer(
    resolve(positionals[1] ?? join(import.meta.dirname, '../../examples/lighthouse-handbook')),
    values.only?.split(','),
  );
} else if (what === 'models') await benchModels();
else {
  const source = resolve(what ?? join(import.meta.dirname, '../../examples/lighthouse-handbook'));
  await benchEngine(source, Number(values.megabytes) * 1e6);
}
