import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@genglossary/client';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';
import { startServer } from './start-server.ts';

const BUOY = '# Buoy\n\nA buoy is a float that marks a channel. Each buoy has a light. The buoy is red.\n';
const SLACK = '# Slack water\n\nSlack water is the time when the tide does not run. Slack water is short.\n';
/** 荷役とは、港で荷を積み下ろしする作業のことである。荷役の計画は前日に決める。 In Shift_JIS: the bytes have to arrive as they are. */
const HARBOUR_IN_SHIFT_JIS = Buffer.from(
  '89d796f082c682cd81418d6082c589d782f090cf82dd89ba82eb82b582b782e98dec8bc682cc82b182c682c582a082e98142' +
    '89d796f082cc8c7689e682cd914f93fa82c98c8882df82e98142',
  'hex',
);

function writeDocuments(folder: string): void {
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'docs', 'a.md'), BUOY);
  writeFileSync(join(folder, 'docs', 'b.md'), SLACK);
  writeFileSync(join(folder, 'docs', 'c.txt'), HARBOUR_IN_SHIFT_JIS);
  writeFileSync(join(folder, 'docs', '.env.md'), 'A secret.\n');
}

const lastLine = (text: string): unknown => JSON.parse(text.trim().split('\n').at(-1) ?? '');

describe('commands with --url', () => {
  it('build on the server what they build here: same files, same bytes, same report', async () => {
    await using here = await temporaryFolder();
    await using there = await temporaryFolder();
    await using served = await temporaryFolder();
    writeDocuments(here.path);
    writeDocuments(there.path);
    const formats = ['--format', 'markdown,json,csv,html,tbx', '--json'];
    const local = await runCli(['build', 'docs', ...formats], { cwd: here.path });
    expect([local.code, local.stderr]).toEqual([0, expect.any(String)]);
    await using server = await startServer(served.path);
    const remote = await runCli(['build', 'docs', ...formats, '--url', server.url], { cwd: there.path });
    expect(remote.code, remote.stderr).toBe(0);
    expect(lastLine(remote.stdout)).toEqual(lastLine(local.stdout));
    for (const file of ['glossary.md', 'glossary.json', 'glossary.csv', 'glossary.html', 'glossary.tbx']) {
      const [one, other] = [here, there].map(({ path }) => readFileSync(join(path, 'glossary', file), 'utf8'));
      expect(other, file).toBe(one);
    }
  });

  it('make the documents of the project those of the folder, and build again after a change', async () => {
    await using folder = await temporaryFolder();
    await using served = await temporaryFolder();
    writeDocuments(folder.path);
    await using server = await startServer(served.path);
    const environment = { GENGLOSSARY_URL: server.url };
    expect((await runCli(['build', 'docs', '-q'], { cwd: folder.path, environment })).code).toBe(0);
    rmSync(join(folder.path, 'docs', 'b.md'));
    const again = await runCli(['build', 'docs', '--json'], { cwd: folder.path, environment });
    expect(lastLine(again.stdout)).toMatchObject({ summary: { documents: 2 } });
    await using client = createClient({ url: server.url });
    const [project] = await client.projects.list();
    expect(project).toMatchObject({ name: 'docs', documents: 2 });
  });

  it('ask no language model that only the settings of the server name', async () => {
    await using folder = await temporaryFolder();
    await using served = await temporaryFolder();
    writeDocuments(folder.path);
    await using server = await startServer(served.path);
    await using client = createClient({ url: server.url });
    const { version } = await client.settings.get();
    const languageModel = { provider: 'ollama', model: 'harbour', baseUrl: 'http://127.0.0.1:9' } as const;
    await client.settings.update({ ifVersion: version, change: { languageModel } });
    const built = await runCli(['build', 'docs', '--json', '--url', server.url], { cwd: folder.path });
    expect(built.code, built.stderr).toBe(0);
    const [project] = await client.projects.list();
    const [run] = project === undefined ? [] : await client.runs.list(project.id);
    expect(run).toMatchObject({ status: 'completed', settings: { models: {} } });
  });

  it('show, export and list what the server has', async () => {
    await using folder = await temporaryFolder();
    await using served = await temporaryFolder();
    writeDocuments(folder.path);
    await using server = await startServer(served.path);
    const at = { cwd: folder.path, environment: { GENGLOSSARY_URL: server.url } };
    expect((await runCli(['build', 'docs', '-q'], at)).code).toBe(0);
    const shown = await runCli(['show', 'Buoys'], at);
    expect(shown.stdout).toContain('A buoy is a float that marks a channel.\n  Evidence: a.md:3:1');
    const exported = await runCli(['export', '--format', 'json'], at);
    expect(exported.stdout).toBe(readFileSync(join(folder.path, 'glossary', 'glossary.json'), 'utf8'));
    const some = ['--states', 'defined', '--order', 'occurrences', '--min-confidence', '0.1', '--locale', 'ja'];
    const ofServer = await runCli(['export', ...some], at);
    const ofDatabase = await runCli(['export', ...some], { cwd: served.path });
    expect(ofServer.stdout).toContain('## <a id="出現回数の多い順"></a>出現回数の多い順');
    expect([ofDatabase.code, ofDatabase.stdout]).toEqual([0, ofServer.stdout]);
    await using client = createClient({ url: server.url });
    const [project] = await client.projects.list();
    if (project === undefined) throw new Error('There is no project.');
    const [first] = (await client.entries.page(project.id, { limit: 1 })).items;
    const { value: category } = await client.categories.create(project.id, { name: 'Sea marks' });
    await client.terms.categorise(project.id, { ids: first === undefined ? [] : [first.id] }, category.id);
    const marks = await exportedEntries(at, '--category', 'sea marks');
    expect(marks.map(({ term, category: name }) => [term, name])).toEqual([[first?.term, 'Sea marks']]);
    expect(await exportedEntries({ cwd: served.path }, '--category', 'sea marks')).toEqual(marks);
    const [all, others] = [await exportedEntries(at), await exportedEntries(at, '--uncategorised')];
    expect(others.map(({ term }) => term)).toEqual(all.flatMap(({ term }) => (term === first?.term ? [] : [term])));
    expect(await exportedEntries(at, '--category', 'Sea marks', '--uncategorised')).toEqual(all);
    const misspelt = await runCli(['export', '--category', 'Seamark', '--json'], at);
    expect([misspelt.code, lastLine(misspelt.stderr)]).toEqual([
      2,
      expect.objectContaining({ code: 'category/not-found' }),
    ]);
    expect((await runCli(['export', '--issues'], at)).stdout).not.toBe('');
    const refused = await runCli(['export', '--published', '7', '--json'], at);
    expect([refused.code, lastLine(refused.stderr)]).toEqual([
      expect.any(Number),
      expect.objectContaining({ code: 'storage/not-found' }),
    ]);
    const runs = lastLine((await runCli(['runs', 'list', '--json'], at)).stdout) as { runs: { status: string }[] };
    expect(runs.runs.map(({ status }) => status)).toEqual(['completed']);
    const log = lastLine((await runCli(['runs', 'logs', '--json'], at)).stdout) as { entries: { seq: number }[] };
    expect(log.entries.map(({ seq }) => seq)).toEqual(log.entries.map((_entry, index) => index + 1));
    expect((await runCli(['runs', 'watch', '-q'], at)).code).toBe(0);
    const over = await runCli(['runs', 'cancel', '--json'], at);
    expect(lastLine(over.stdout)).toMatchObject({ run: { status: 'completed' } });
  });

  it('say what a server refuses, and that there is none, in the words of every other failure', async () => {
    await using folder = await temporaryFolder();
    await using served = await temporaryFolder();
    await using server = await startServer(served.path, { GENGLOSSARY_TOKEN: 'a token of the harbour' });
    const at = { cwd: folder.path };
    const refused = await runCli(['runs', 'list', '--json', '--url', server.url], at);
    expect([refused.code, lastLine(refused.stderr)]).toEqual([
      2,
      expect.objectContaining({ code: 'request/unauthorized', hint: expect.stringContaining('GENGLOSSARY_TOKEN') }),
    ]);
    const environment = { GENGLOSSARY_TOKEN: 'a token of the harbour' };
    expect((await runCli(['runs', 'list', '--url', server.url], { ...at, environment })).code).toBe(0);
    const unknown = await runCli(['show', 'buoy', '--json', '--url', server.url], { ...at, environment });
    expect([unknown.code, lastLine(unknown.stderr)]).toEqual([2, expect.objectContaining({ code: 'term/not-found' })]);
    await server.end();
    const nobody = await runCli(['show', 'buoy', '--json', '--url', server.url], { ...at, environment });
    expect([nobody.code, lastLine(nobody.stderr)]).toEqual([
      3,
      expect.objectContaining({ code: 'client/unreachable', retryable: true }),
    ]);
  });

  it('build by the server that has the database of the folder open', async () => {
    await using folder = await temporaryFolder();
    writeDocuments(folder.path);
    await using server = await startServer(folder.path);
    const built = await runCli(['build', 'docs'], { cwd: folder.path });
    expect([built.code, built.stderr]).toEqual([0, expect.stringContaining(`Server ${server.url}`)]);
    expect(await server.end()).toBe(0);
    const alone = await runCli(['build', 'docs'], { cwd: folder.path });
    expect([alone.code, alone.stderr]).toEqual([0, expect.stringContaining('Database .genglossary')]);
  });
});

async function exportedEntries(
  place: Parameters<typeof runCli>[1],
  ...options: readonly string[]
): Promise<readonly { readonly term: string; readonly category?: string }[]> {
  const { code, stdout, stderr } = await runCli(['export', '--format', 'json', ...options], place);
  expect([code, stderr]).toEqual([0, '']);
  return (JSON.parse(stdout) as { readonly entries: { readonly term: string; readonly category?: string }[] }).entries;
}
