/**
 * `pnpm start [folder]`: builds the packages (cached), makes the glossary of the folder, or of the example documents,
 * into `./glossary`, and then serves the web app on what it made, until it is interrupted.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `GenGlossary needs Node 24.15 or newer; this is ${process.version}. Run: npx -y -p node@24 -p pnpm@12 pnpm start`,
  );
  process.exit(2);
}

const built = spawnSync('pnpm', ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  shell: process.platform === 'win32',
});
if (built.status !== 0) process.exit(built.status ?? 1);

// pnpm runs scripts at the root of the workspace; the folder is meant from where the person stands.
process.chdir(process.env.INIT_CWD ?? process.cwd());
const [folder, ...rest] = process.argv.slice(2);
const folders = folder === undefined ? exampleFolders() : [folder];
const { main } = await import('../packages/cli/dist/main.js');
process.exitCode = await main(['build', ...folders, ...rest]);
if (process.exitCode === 0) process.exitCode = await main(['serve']);

/** Each example is a folder of documents; the page that explains them is not one. */
function exampleFolders() {
  const examples = join(root, 'examples');
  return readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(process.cwd(), join(examples, entry.name)))
    .toSorted();
}
