import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, isGenGlossaryError } from '@genglossary/client';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';
import { startServer } from './start-server.ts';

describe('genglossary serve', () => {
  it('serves what build made, refuses nobody on this machine, and ends with 0', async () => {
    await using folder = await temporaryFolder();
    mkdirSync(join(folder.path, 'docs'));
    writeFileSync(
      join(folder.path, 'docs', 'a.md'),
      '# Buoy\n\nA buoy is a float that marks a channel. Each buoy has a light. The buoy is red.\n',
    );
    expect((await runCli(['build', 'docs', '-q'], { cwd: folder.path })).code).toBe(0);
    const server = await startServer(folder.path);
    await using client = createClient({ url: server.url });
    const [project] = await client.projects.list();
    expect(project).toMatchObject({ name: 'docs', documents: 1 });
    const { content } = await client.exports.create(project?.id ?? fail(), { format: 'markdown' });
    expect(content).toContain('A buoy is a float that marks a channel.');
    const exported = await runCli(['export', '--project', 'docs', '--format', 'markdown'], { cwd: folder.path });
    expect([exported.code, exported.stdout]).toEqual([0, content]);
    const page = await fetch(server.url);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");

    expect(await server.end('SIGTERM')).toBe(0);
    expect((await runCli(['build', 'docs', '-q'], { cwd: folder.path })).code).toBe(0);
  });

  it('says where the app is when a server has the folder already, and refuses only another address', async () => {
    await using folder = await temporaryFolder();
    const server = await startServer(folder.path);
    const again = await runCli(['serve'], { cwd: folder.path });
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining(server.url)]);
    const elsewhere = await runCli(['serve', '--port', '0'], { cwd: folder.path });
    expect([elsewhere.code, elsewhere.stderr]).toEqual([3, expect.stringContaining('storage/in-use')]);
    await using other = await temporaryFolder();
    const taken = await runCli(['serve', '--port', new URL(server.url).port], { cwd: other.path });
    expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('choose another port (--port')]);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('takes variables that are set to nothing for ones that are not set', async () => {
    await using folder = await temporaryFolder();
    const server = await startServer(folder.path, { GENGLOSSARY_TOKEN: '', GENGLOSSARY_LOG: '' });
    await using client = createClient({ url: server.url });
    await expect(client.projects.list()).resolves.toEqual([]);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('asks for its token where one is set', async () => {
    await using folder = await temporaryFolder();
    const server = await startServer(folder.path, { GENGLOSSARY_TOKEN: 'a token of the harbour' });
    await using stranger = createClient({ url: server.url });
    const refused: unknown = await stranger.projects.list().catch((error: unknown) => error);
    expect(isGenGlossaryError(refused, 'request/unauthorized')).toBe(true);
    await using client = createClient({ url: server.url, token: 'a token of the harbour' });
    await expect(client.projects.list()).resolves.toEqual([]);
    const project = await client.projects.create({ name: 'Harbour' });
    for await (const change of client.projects.changes(project.id, { after: 0 })) {
      expect(change.seq).toBe(1);
      break;
    }
    expect(await server.end('SIGINT')).toBe(0);
  });

  it('does not listen where others can reach it without a token', async () => {
    await using folder = await temporaryFolder();
    const { code, stderr } = await runCli(['serve', '--host', '0.0.0.0', '--port', '0'], { cwd: folder.path });
    expect([code, stderr]).toEqual([2, expect.stringContaining('set a token')]);
  });
});

function fail(): never {
  throw new Error('There is no project.');
}
