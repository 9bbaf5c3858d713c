import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerDefinitions, quoteFirst, startFakeModel } from '@genglossary/core/testing';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from './run-cli.ts';

const KEY = 'sk-test-0123456789abcdef';
const text = 'A bollard is a post on a quay. A rope is laid around the bollard.\n';

describe('the command line with a language model', () => {
  it('builds with it, keeps its key out of everything, and asks nothing again', async () => {
    await using server = await startFakeModel({ key: KEY });
    server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'docs'));
    await writeFile(join(folder.path, 'docs', 'quay.md'), text);
    const argv = ['build', 'docs', '--require', 'bollard', '--limit', '1', '--model', 'openai-compatible/tern'];
    const options = ['--base-url', server.baseUrl('openai'), '--model-steps', 'define'];
    const debug = join(folder.path, 'exchanges');
    const environment = { OPENAI_COMPATIBLE_API_KEY: KEY, GENGLOSSARY_LOG: 'debug', GENGLOSSARY_MODEL_DEBUG: debug };
    const place = { cwd: folder.path, environment };
    const first = await runCli([...argv, ...options], place);
    expect(first.code, first.stderr).toBe(0);
    const json = await readFile(join(folder.path, 'glossary', 'glossary.json'), 'utf8');
    expect(json).toContain('"author": "language-model"');
    const exchanges = await Promise.all((await readdir(debug)).map((name) => readFile(join(debug, name), 'utf8')));
    expect(exchanges.join('\n')).toContain('A bollard is a post on a quay.');
    expect(((await stat(debug)).mode & 0o077) === 0).toBe(true);
    const asked = server.calls.length;
    expect(asked).toBeGreaterThan(0);
    const again = await runCli([...argv, ...options], place);
    expect(again.code).toBe(0);
    expect(server.calls).toHaveLength(asked);
    const database = await readFile(join(folder.path, '.genglossary', 'genglossary.db'), 'latin1');
    expect([first.stdout, first.stderr, json, database, ...exchanges].filter((one) => one.includes(KEY))).toEqual([]);
  });

  it('tells what a build would spend without a call, and keeps to a budget', async () => {
    await using server = await startFakeModel();
    server.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'docs'));
    const more = 'A cleat is a fitting that a rope is made fast to. The cleat is of brass.\n';
    await writeFile(join(folder.path, 'docs', 'quay.md'), `${text}\n${more}`);
    const argv = ['build', 'docs', '--require', 'bollard', '--require', 'cleat', '--limit', '1', '--lanes', '1'];
    const model = [
      '--model',
      'openai-compatible/tern',
      '--base-url',
      server.baseUrl('openai'),
      '--model-steps',
      'define',
    ];
    const place = { cwd: folder.path };
    const estimate = await runCli([...argv, ...model, '--estimate', '--json'], place);
    expect(estimate.code, estimate.stderr).toBe(0);
    const { data } = JSON.parse(estimate.stdout) as { data: { calls: number; tokens: number; cost: object } };
    expect(data).toMatchObject({ calls: 1, cost: { from: 0, to: 0 } });
    expect(data.tokens).toBeGreaterThan(100);
    const told = await runCli([...argv, ...model, '--estimate'], place);
    expect(told.stdout).toMatch(/^1 call · about [\d,]+ tokens · no cost\n$/u);
    expect(server.calls).toHaveLength(0);
    // Nothing was there, and nothing stays.
    expect(existsSync(join(folder.path, '.genglossary'))).toBe(false);

    const two = model.with(5, 'define,review');
    const stopped = await runCli([...argv, ...two, '--budget', '1-calls'], place);
    expect(stopped.code, stopped.stderr).toBe(5);
    expect(server.calls).toHaveLength(1);
    const wrong = await runCli([...argv, ...model, '--budget', 'a fortune'], place);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('200k-tokens');
  });

  it('has definitions written in another language, and says who could not', async () => {
    await using server = await startFakeModel();
    const said = {
      text: 'Une bitte est un poteau sur un quai.',
      quote: 'A bollard is a post on a quay.',
      passages: [1],
    };
    server.behave(() => ({ kind: 'say', text: JSON.stringify({ entries: [{ entry: 1, statements: [said] }] }) }));
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'docs'));
    await writeFile(join(folder.path, 'docs', 'quay.md'), text);
    const model = ['--model', 'openai-compatible/tern', '--base-url', server.baseUrl('openai')];
    const argv = ['build', 'docs', '--require', 'bollard', '--limit', '1', '--model-steps', 'define'];
    const built = await runCli([...argv, ...model, '--output-lang', 'FR'], { cwd: folder.path });
    expect(built.code, built.stderr).toBe(0);
    expect(server.calls.map(({ instructions }) => instructions.includes('into French'))).toContain(true);
    expect(await readFile(join(folder.path, 'glossary', 'glossary.json'), 'utf8')).toContain(said.text);
    const alone = await runCli([...argv, '--output-lang', 'fr'], { cwd: folder.path });
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('--model')]);
    const wrong = await runCli([...argv, ...model, '--output-lang', 'franz ösisch'], { cwd: folder.path });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('tag of a language')]);
  });

  it('spends no money without a limit or a yes', async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, 'docs'));
    await writeFile(join(folder.path, 'docs', 'quay.md'), text);
    const paid = ['build', 'docs', '--model', 'openai/gpt-4o-mini'];
    const refused = await runCli(paid, { cwd: folder.path, environment: { OPENAI_API_KEY: KEY } });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--budget');
  });

  it('says before anything is read that a model or a step cannot be used', async () => {
    await using folder = await temporaryFolder();
    for (const [argv, words] of [
      [['--model', 'tern'], 'provider/model'],
      [['--model', 'parrot/tern'], 'openai-compatible, ollama'],
      [['--model', 'ollama/tern', '--model-steps', 'analyse'], 'classify, define, review, refine'],
    ] as const) {
      const { code, stderr } = await runCli(['build', ...argv], { cwd: folder.path });
      expect(code).toBe(2);
      expect(stderr).toContain(words);
    }
  });

  it('tells what would be sent where, and what is wrong', async () => {
    await using server = await startFakeModel({ models: ['tern-8b'] });
    await using folder = await temporaryFolder();
    const doctor = (...argv: readonly string[]) => runCli(['doctor', ...argv], { cwd: folder.path });
    const without = await doctor();
    expect(without.stdout).toContain('nothing leaves this machine');
    const good = await doctor('--model', 'ollama/tern-8b', '--base-url', server.origin);
    expect(good.code, good.stdout).toBe(0);
    expect(good.stdout).toContain(`to ${new URL(server.origin).host}: nothing leaves this machine`);
    const wrong = await doctor('--model', 'ollama/gull', '--base-url', `${server.origin}/api/chat`);
    expect(wrong.code).toBe(3);
    expect(wrong.stdout).toContain(`This address answers: ${server.origin}`);
    const missing = await doctor('--model', 'ollama/gull', '--base-url', server.origin);
    expect(missing.stdout).toContain('Models there are: tern-8b.');
    const refused = await doctor('--model', 'ollama/gull', '--base-url', 'http://169.254.169.254');
    expect(refused.code).toBe(3);
    expect(refused.stdout).toContain('metadata');
  });
});
