import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';

const bin = resolve(import.meta.dirname, '../bin/genglossary.mjs');

describe('a build that is stopped', () => {
  it('by Ctrl-C ends with 130, says how to go on, and is finished by runs resume', async () => {
    await using folder = await temporaryFolder();
    writeManual(folder.path);
    const { code, stderr } = await interrupted(folder.path, 'SIGINT');
    expect(code).toBe(130);
    expect(stderr).toContain('genglossary runs resume');
    const [stopped] = await listed(folder.path);
    expect(stopped?.status).toBe('cancelled');

    const resumed = await runCli(['runs', 'resume', '--json'], { cwd: folder.path });
    expect(resumed.code).toBe(0);
    expect(JSON.parse(resumed.stdout)).toMatchObject({ ok: true, summary: { documents: DOCUMENTS } });
    const [last, first] = await listed(folder.path);
    expect(last).toMatchObject({ status: 'completed', resumes: first?.id });
    const counts = last?.counts ?? { done: 0, reused: 0 };
    expect(counts.done + counts.reused).toBe(DOCUMENTS);
    expect(counts.reused).toBeGreaterThan(0);
    const nothing = await runCli(['runs', 'resume', '--json'], { cwd: folder.path });
    expect([nothing.code, JSON.parse(nothing.stderr)]).toMatchObject([2, { code: 'run/nothing-to-resume' }]);
  });

  it('by SIGTERM ends with 143', async () => {
    await using folder = await temporaryFolder();
    writeManual(folder.path);
    expect((await interrupted(folder.path, 'SIGTERM')).code).toBe(143);
    expect((await listed(folder.path))[0]?.status).toBe('cancelled');
  });

  it('by kill -9 is finished by the next build, in the same run', async () => {
    await using folder = await temporaryFolder();
    writeManual(folder.path);
    await interrupted(folder.path, 'SIGKILL');
    expect((await listed(folder.path))[0]?.status).toBe('running');
    expect((await runCli(['build', 'docs', '-q'], { cwd: folder.path })).code).toBe(0);
    const runs = await listed(folder.path);
    expect(runs).toMatchObject([{ status: 'completed', attempt: 2 }]);
  });

  it('can be watched, read and cancelled by other processes while it works', async () => {
    await using folder = await temporaryFolder();
    // It goes on while three other processes start.
    writeManual(folder.path, 6 * DOCUMENTS);
    const build = startBuild(folder.path);
    await build.untilWorking;
    const other = await runCli(['build', 'docs', '--json'], { cwd: folder.path });
    expect(JSON.parse(other.stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({ code: 'storage/in-use' });
    const watching = runCli(['runs', 'watch', '--json'], { cwd: folder.path });
    const logs = await runCli(['runs', 'logs'], { cwd: folder.path });
    expect(logs.stdout).toMatch(/^1 \S+ run-queued/u);
    const cancelled = await runCli(['runs', 'cancel', '--json'], { cwd: folder.path });
    expect(cancelled.stderr).toBe('');
    expect(JSON.parse(cancelled.stdout)).toMatchObject({ run: { status: 'cancelled' } });
    expect((await watching).code).toBe(130);
    expect((await build.ended).code).toBe(130);
  });
});

describe('genglossary runs', () => {
  it('shows a finished run, and says that there is none of another name', async () => {
    await using folder = await temporaryFolder();
    mkdirSync(join(folder.path, 'docs'));
    writeFileSync(join(folder.path, 'docs', 'a.md'), '# Tide gate\n\nA tide gate is a door in a sea wall.\n');
    const none = await runCli(['runs', 'list'], { cwd: folder.path });
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('run/not-found')]);
    await runCli(['build', 'docs', '-q'], { cwd: folder.path });
    const shown = await runCli(['runs', 'show'], { cwd: folder.path });
    expect(shown.stdout).toMatch(/completed[\s\S]*1 made · 0 found again · 0 failed/u);
    const watched = await runCli(['runs', 'watch'], { cwd: folder.path });
    expect([watched.code, watched.stdout]).toEqual([0, expect.stringContaining('completed')]);
    expect((await runCli(['runs', 'show', 'nobody'], { cwd: folder.path })).code).toBe(2);
    const japanese = await runCli(['--locale', 'ja', 'runs', 'show'], { cwd: folder.path });
    expect(japanese.stdout).toContain('作成 1 件');
  });

  it('says of a run that failed why it did, and what to do about it', async () => {
    await using folder = await temporaryFolder();
    mkdirSync(join(folder.path, 'docs'));
    writeFileSync(join(folder.path, 'docs', 'a.md'), '# Tide gate\n\nA tide gate is a door in a sea wall.\n');
    const nobody = ['--model', 'openai-compatible/nobody', '--base-url', 'http://127.0.0.1:9/v1'];
    expect((await runCli(['build', 'docs', '-q', ...nobody], { cwd: folder.path })).code).toBe(3);
    for (const command of ['show', 'watch']) {
      const told = await runCli(['runs', command], { cwd: folder.path });
      expect(told.stdout).toMatch(/failed[\s\S]*\(llm\/unreachable\)\n$/u);
      expect(told.stderr).toContain('Start the server, or check its address');
      const quiet = await runCli(['runs', command, '-q'], { cwd: folder.path });
      expect([quiet.stdout, quiet.stderr]).toEqual([told.stdout, expect.not.stringContaining('Start the server')]);
    }
  });
});

const DOCUMENTS = 240;

/** Enough documents that a build takes a moment. */
function writeManual(path: string, documents = DOCUMENTS): void {
  mkdirSync(join(path, 'docs'));
  for (let index = 0; index < documents; index += 1) {
    const paragraphs = Array.from(
      { length: 60 },
      (_, line) =>
        `The tide gate number ${index} closes before high water ${line}, and the keeper oils its brass hinge.`,
    );
    writeFileSync(join(path, 'docs', `${index}.md`), `# Gate ${index}\n\n${paragraphs.join('\n\n')}\n`);
  }
}

interface Listed {
  readonly id: string;
  readonly status: string;
  readonly attempt: number;
  readonly resumes?: string;
  readonly counts: { readonly done: number; readonly reused: number };
}

async function listed(cwd: string): Promise<readonly Listed[]> {
  const { stdout } = await runCli(['runs', 'list', '--json'], { cwd });
  return (JSON.parse(stdout) as { readonly runs: readonly Listed[] }).runs;
}

/** Starts a build and stops it when a quarter of the documents is analysed and kept. */
async function interrupted(cwd: string, signal: NodeJS.Signals) {
  const build = startBuild(cwd);
  await build.untilWorking;
  build.child.kill(signal);
  return build.ended;
}

function startBuild(cwd: string): {
  readonly child: ChildProcess;
  readonly untilWorking: Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
} {
  const argv = [bin, 'build', 'docs', '--threads', '1', '--progress', 'json'];
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const working = Promise.withResolvers<void>();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (new RegExp(`"step":"analyse","done":${DOCUMENTS / 4},`, 'u').test(stderr)) working.resolve();
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((resolved) => {
    child.on('close', (code) => {
      working.resolve();
      resolved({ code, stderr });
    });
  });
  return { child, untilWorking: working.promise, ended };
}
