import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@genglossary/client';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';
import { startServer } from './start-server.ts';

const PIER = '# Pier\n\nA pier is a platform on piles that reaches into the water. Each pier has a number.\n';

/** Milliseconds: each command is a process of its own, which takes seconds to start where others work beside it. */
const PATIENCE = 300_000;

describe('genglossary projects', () => {
  it(
    'lists what a folder has, puts a glossary into the bin and takes it out again',
    async () => {
      await using folder = await temporaryFolder();
      const cli = (...argv: string[]) => runCli(argv, { cwd: folder.path });
      mkdirSync(join(folder.path, 'docs'));
      writeFileSync(join(folder.path, 'docs', 'pier.md'), PIER);
      expect((await cli('build', 'docs', '--require', 'pier', '-q')).code).toBe(0);

      expect((await cli('projects', 'list')).stdout).toMatch(/^docs {2}1 document · \d+ entr/u);
      const deleted = await cli('projects', 'delete', 'docs');
      expect(deleted.code, deleted.stderr).toBe(0);
      expect(deleted.stdout).toContain('genglossary projects restore "docs"');
      expect((await cli('projects', 'list')).stdout).toBe('');
      const mistyped = await cli('projects', 'restore', 'dock');
      expect([mistyped.code, mistyped.stderr]).toEqual([2, expect.stringContaining('“dock” in the bin: docs.')]);
      expect((await cli('projects', 'restore', 'docs')).code).toBe(0);
      expect((await cli('projects', 'restore', 'docs')).stderr).toContain('The bin is empty.');
      for (const command of [['show', 'pier'], ['export'], ['backup']]) {
        const { code, stderr } = await cli(...command, '--project', 'dock');
        expect([code, stderr]).toEqual([2, expect.stringContaining('There is no glossary “dock” here: docs.')]);
      }
      expect((await cli('projects', 'list')).stdout).toMatch(/^docs /u);
      // Neither a name that there is not, nor no name at all, deletes anything.
      expect((await cli('projects', 'delete', 'docs', 'quay')).code).not.toBe(0);
      expect((await cli('projects', 'delete')).code).toBe(2);
      expect((await cli('projects', 'list')).stdout).toMatch(/^docs /u);
    },
    PATIENCE,
  );

  it(
    'deletes all that are empty, and nothing else, also behind a server',
    async () => {
      await using folder = await temporaryFolder();
      mkdirSync(join(folder.path, 'docs'));
      writeFileSync(join(folder.path, 'docs', 'pier.md'), PIER);
      await using server = await startServer(join(folder.path, 'docs'));
      await using client = createClient({ url: server.url });
      const used = await client.projects.create({ name: 'Used' });
      await client.documents.upload(used.id, [{ name: 'pier.md', content: PIER }]);
      await client.projects.create({ name: 'mistyped' });
      await client.projects.create({ name: 'never used' });

      const environment = { GENGLOSSARY_URL: server.url };
      const deleted = await runCli(['projects', 'delete', '--empty', '--json'], { cwd: folder.path, environment });
      expect(deleted.code, deleted.stderr).toBe(0);
      const { projects } = JSON.parse(deleted.stdout) as { readonly projects: readonly { readonly name: string }[] };
      expect(projects.map(({ name }) => name)).toEqual(['mistyped', 'never used']);
      expect((await client.projects.list()).map(({ name }) => name)).toContain('Used');
    },
    PATIENCE,
  );
});
