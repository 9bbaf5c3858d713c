/**
 * `pnpm start [folder]`: builds the packages (cached), makes the glossary of the folder, or of the example documents,
 * into a folder of its own below `./glossary`, and then serves the web app on what it made, until it is interrupted.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `GenGlossary needs Node 24.15 or newer; this is ${process.version}. Run: npx -y -p node@24 -p pnpm@12 pnpm start`,
  );
  process.exit(2);
}

const given = process.argv.slice(2);
const isJapanese = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
  .toLowerCase()
  .startsWith('ja');
/** The commands that follow choose their language for themselves; these few words are said before they are built. */
const said = (english, japanese) => (isJapanese ? japanese : english);

if (given.includes('--help') || given.includes('-h')) {
  console.log(`pnpm start [folder] [options]

Makes the glossary of a folder of documents (of the examples, where none is named) into ./glossary/<name of the folder>,
and serves the web app on it. Ctrl-C ends it. Options are those of: pnpm genglossary build --help`);
  process.exit(0);
}

console.error(said('Building the packages …', 'パッケージを準備しています…'));
const built = spawnSync('pnpm', ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
  shell: process.platform === 'win32',
});
if (built.status !== 0) {
  console.error(`${built.stdout}${built.stderr}`);
  process.exit(built.status ?? 1);
}

// pnpm runs scripts at the root of the workspace; the folder is meant from where the person stands.
process.chdir(process.env.INIT_CWD ?? process.cwd());
const [folder, ...options] = given[0] !== undefined && !given[0].startsWith('-') ? given : [undefined, ...given];
const folders = folder === undefined ? exampleFolders() : [folder];
const name = folder === undefined ? 'examples' : basename(resolve(folder));
// Any other folder is called by its own name.
const called = folder === undefined ? ['--project', name] : [];
const isToldWhere = options.some((option) => /^(?:-o|--output)/u.test(option));
const output = isToldWhere ? [] : ['--output', join('glossary', name)];
const { main } = await import('../packages/cli/dist/main.js');
process.exitCode = await main(['build', ...folders, ...called, ...output, ...options]);
if (process.exitCode === 0) {
  console.error(
    said(
      'In this checkout, the command genglossary is: pnpm genglossary',
      'このフォルダーでは genglossary の代わりに pnpm genglossary を使います',
    ),
  );
  process.exitCode = await main(['serve']);
}

/** Each example is a folder of documents; the page that explains them is not one. */
function exampleFolders() {
  const examples = join(root, 'examples');
  return readdirSync(examples, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(process.cwd(), join(examples, entry.name)))
    .toSorted();
}
