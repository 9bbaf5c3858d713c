import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';
import { startServer } from './start-server.ts';

const PIER = '# Pier\n\nA pier is a platform on piles that reaches into the water. Each pier has a number.\n';

/** Milliseconds: each command is a process of its own, which takes seconds to start where others work beside it. */
const PATIENCE = 300_000;

function cli(argv: readonly string[], cwd: string, environment = {}) {
  return runCli(argv, { cwd, environment });
}

describe('genglossary backup and restore', () => {
  it(
    'move a glossary from a folder into another one and into a server, to the last byte of its export',
    async () => {
      await using here = await temporaryFolder();
      await using there = await temporaryFolder();
      await using served = await temporaryFolder();
      mkdirSync(join(here.path, 'docs'));
      mkdirSync(join(served.path, 'docs'));
      writeFileSync(join(here.path, 'docs', 'pier.md'), PIER);
      expect((await cli(['build', 'docs', '--require', 'pier', '-q'], here.path)).code).toBe(0);
      const whole = (await cli(['export', '--format', 'json'], here.path)).stdout;

      const backedUp = await cli(['backup'], here.path);
      expect(backedUp.code, backedUp.stderr).toBe(0);
      expect(backedUp.stdout).toContain('docs.genglossary');
      const file = join(here.path, 'docs.genglossary');
      const restored = await cli(['restore', file], there.path);
      expect(restored.code, restored.stderr).toBe(0);
      expect((await cli(['export', '--format', 'json'], there.path)).stdout).toBe(whole);
      // The same file once more: the name is taken, another one is free.
      expect((await cli(['restore', file], there.path)).code).not.toBe(0);
      expect((await cli(['restore', file, '--name', 'Again', '--json'], there.path)).stdout).toContain('"Again"');

      await using server = await startServer(join(served.path, 'docs'));
      const environment = { GENGLOSSARY_URL: server.url };
      expect((await cli(['restore', file, '--name', 'Moved'], served.path, environment)).code).toBe(0);
      const moved = await cli(['export', '--format', 'json', '--project', 'Moved'], served.path, environment);
      expect(moved.stdout).toBe(whole);
      await cli(['backup', '--project', 'Moved', '-o', 'moved.genglossary'], served.path, environment);
      expect(readFileSync(join(served.path, 'moved.genglossary')).length).toBeGreaterThan(500);
      writeFileSync(file, 'no back-up');
      const refused = await cli(['restore', file], there.path);
      expect(refused.code).not.toBe(0);
      expect(refused.stderr).toContain('backup/invalid');
    },
    PATIENCE,
  );
});
