import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';
import { startServer } from './start-server.ts';

const PIER = '# Pier\n\nA pier is a platform on piles that reaches into the water. Each pier has a number.\n';
const TABLE = 'Term,Definition,Remarks\npier,A long thing.,x\ncapstan,A drum that winds a rope.,\n,Nobody.,\n';

const TERMBASE = `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="1">
  <langSet xml:lang="de"><tig><term>Poller</term></tig></langSet>
  <langSet xml:lang="en"><descrip type="definition">A post on a quay.</descrip>
    <termSec><term>bollard</term><termNote type="partOfSpeech">noun</termNote></termSec>
  </langSet>
</termEntry></body></text></martif>
`;

/** Milliseconds: each command is a process of its own, which takes seconds to start where others work beside it. */
const PATIENCE = 300_000;

interface Told {
  readonly applied: boolean;
  readonly plan: { readonly counts: Readonly<Record<string, number>>; readonly rows: readonly { term: string }[] };
  readonly result?: { readonly created: readonly string[]; readonly updated: readonly string[] };
  readonly undo?: { readonly token: string };
}
const told = (text: string) => JSON.parse(text.trim().split('\n').at(-1) ?? '') as Told;

function termsOf(file: string): readonly string[] {
  return (JSON.parse(file) as { entries: readonly { term: string }[] }).entries.map(({ term }) => term);
}

async function withGlossary(): Promise<AsyncDisposable & { readonly path: string }> {
  const folder = await temporaryFolder();
  mkdirSync(join(folder.path, 'docs'));
  writeFileSync(join(folder.path, 'docs', 'pier.md'), PIER);
  writeFileSync(join(folder.path, 'terms.csv'), TABLE);
  return folder;
}

describe.each(['the database of the folder', 'a server'])('genglossary import into %s', (place) => {
  it(
    'shows what a file would do and writes nothing; with --apply it does that, and the same file then changes nothing',
    async () => {
      await using folder = await withGlossary();
      await using server = place === 'a server' ? await startServer(join(folder.path, 'docs')) : undefined;
      const environment = server === undefined ? {} : { GENGLOSSARY_URL: server.url };
      const cli = (...argv: readonly string[]) => runCli(argv, { cwd: folder.path, environment });
      expect((await cli('build', 'docs', '--require', 'pier', '-q')).code).toBe(0);
      const before = await cli('export', '--format', 'json');

      const plan = await cli('import', 'terms.csv');
      expect(plan.code, plan.stderr).toBe(0);
      expect(plan.stdout).toMatch(/^ +2 {2}changed {2}pier: A long thing\.$/mu);
      expect(plan.stdout).toMatch(/^ +3 {2}new {6}capstan: A drum that winds a rope\.$/mu);
      expect(plan.stdout).toMatch(/^ +4 {2}skipped .*no term/mu);
      expect(plan.stdout).toMatch(/^1 new · 1 changed · 0 the same · 0 conflicts · 1 skipped$/mu);
      expect(plan.stderr).toContain('genglossary import "terms.csv" --apply');
      expect((await cli('export', '--format', 'json')).stdout).toBe(before.stdout);

      const applied = told((await cli('import', 'terms.csv', '--apply', '--json')).stdout);
      expect(applied).toMatchObject({ applied: true, undo: { token: expect.any(String) } });
      expect([applied.result?.created.length, applied.result?.updated.length]).toEqual([1, 1]);
      expect((await cli('show', 'capstan')).stdout).toContain('A drum that winds a rope.');

      // The same changes nothing when it comes again, and a person's words stay unless somebody says otherwise.
      writeFileSync(join(folder.path, 'terms.csv'), TABLE.replace('A long thing.', 'A short thing.'));
      const kept = told((await cli('import', 'terms.csv', '--apply', '--json')).stdout);
      expect(kept.plan.counts).toMatchObject({ create: 0, update: 0, same: 1, conflict: 1, skipped: 1 });
      expect(kept.result?.updated).toEqual([]);
      await cli('import', 'terms.csv', '--apply', '--on-conflict', 'replace');
      expect((await cli('show', 'pier')).stdout).toContain('A short thing.');
    },
    PATIENCE,
  );
});

describe('genglossary import', () => {
  it(
    'takes the JSON export of another folder, and columns that are named',
    async () => {
      await using folder = await withGlossary();
      await using other = await withGlossary();
      const [here, there] = [folder, other].map(
        ({ path }) =>
          (...argv: readonly string[]) =>
            runCli(argv, { cwd: path }),
      );
      await here?.('build', 'docs', '--require', 'pier', '-q');
      await there?.('build', 'docs', '--require', 'piles', '-q');
      const named = await there?.('import', 'terms.csv', '--column', 'Remarks=note', '--apply');
      expect(named?.code, named?.stderr).toBe(0);
      const path = join(folder.path, 'theirs.json');
      await there?.('export', '--format', 'json', '-o', path);
      const result = told((await here?.('import', 'theirs.json', '--apply', '--json'))?.stdout ?? '');
      expect(result.result?.created).not.toEqual([]);
      expect(termsOf((await here?.('export', '--format', 'json'))?.stdout ?? '')).toEqual(
        expect.arrayContaining([...termsOf(readFileSync(path, 'utf8'))]),
      );
    },
    PATIENCE,
  );

  it(
    'reads tables of other languages, and says which columns it does not read and what differs',
    async () => {
      await using folder = await withGlossary();
      const cli = (...argv: readonly string[]) => runCli(argv, { cwd: folder.path });
      await cli('build', 'docs', '--require', 'pier', '-q');
      const table = 'Begriff;Erklärung;Farbe\nPoller;Ein Pfahl für Leinen.;rot\n';
      writeFileSync(join(folder.path, 'terms.csv'), table);
      const plan = await cli('import', 'terms.csv', '--apply');
      expect(plan.stdout).toContain('1 entry added');
      expect(plan.stderr).toContain('Not read: "Farbe".');
      expect(plan.stderr).toContain('--column "Farbe=note"');
      expect((await cli('show', 'Poller')).stdout).toContain('Ein Pfahl für Leinen.');
      const programs = await cli('import', 'terms.csv', '--json');
      expect(JSON.parse(programs.stdout)).toMatchObject({ unreadColumns: ['Farbe'] });
      expect((await cli('import', 'terms.csv', '--column', 'Farbe=')).stderr).not.toContain('Not read');

      writeFileSync(join(folder.path, 'terms.csv'), table.replace('Leinen', 'Schiffe'));
      const differing = await cli('import', 'terms.csv');
      expect(differing.stdout).toContain('1 conflict');
      expect(differing.stderr).toContain('--on-conflict replace');
      const japanese = await cli('import', 'terms.csv', '--locale', 'ja');
      expect(japanese.stdout).toContain('今の定義は人が書いたものです');
    },
    PATIENCE,
  );

  it(
    'takes a termbase, names what it does not take of it, and gives back the same one',
    async () => {
      await using folder = await withGlossary();
      const cli = (...argv: readonly string[]) => runCli(argv, { cwd: folder.path });
      await cli('build', 'docs', '--require', 'pier', '-q');
      const write = (name: string, content: string) => writeFileSync(join(folder.path, name), content);
      write('theirs.tbx', TERMBASE);
      const plan = await cli('import', 'theirs.tbx');
      expect(plan.stdout).toMatch(/^ +1 {2}new {6}bollard: A post on a quay\.$/mu);
      expect(plan.stderr).toContain('Not taken from the file: 1 name in de, partOfSpeech (1)\n');
      expect((await cli('import', 'theirs.tbx', '--locale', 'ja')).stderr).toContain(
        'de の名前 1 件、partOfSpeech（1）',
      );
      expect((await cli('import', 'theirs.tbx', '--apply')).stdout).toContain('1 entry added');
      const exported = await cli('export', '--format', 'tbx', '-o', 'ours.tbx');
      expect(exported.code, exported.stderr).toBe(0);
      const own = await cli('import', 'ours.tbx');
      expect(own.stdout).toMatch(/^0 new · 0 changed · \d+ the same · 0 conflicts · 0 skipped$/mu);
      expect(own.stderr).toBe('Not taken from the file: crossReference (proposed) (2)\n');
      // What the command wrote it may write again.
      expect((await cli('export', '--format', 'tbx', '-o', 'ours.tbx')).code).toBe(0);
      write('broken.tbx', TERMBASE.replace('</termSec>', '</term>'));
      const broken = await cli('import', 'broken.tbx');
      expect([broken.code, broken.stderr]).toEqual([
        3,
        expect.stringMatching(/line 5, column \d+\).*import\/invalid/su),
      ]);
    },
    PATIENCE,
  );

  it(
    'refuses by code what it cannot do',
    async () => {
      await using folder = await withGlossary();
      const refusal = async (...argv: readonly string[]) => {
        const { code, stderr } = await runCli(['import', ...argv, '--json'], { cwd: folder.path });
        return [code, (JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as { code: string }).code];
      };
      expect(await refusal('terms.csv')).toEqual([3, 'glossary/none']);
      expect(await refusal('nothing.csv')).toEqual([2, 'document/not-found']);
      const { code, stderr } = await runCli(['import', 'terms.csv', '--column', 'Term=colour'], { cwd: folder.path });
      expect([code, stderr]).toEqual([2, expect.stringContaining('HEADER=FIELD')]);
    },
    PATIENCE,
  );
});
