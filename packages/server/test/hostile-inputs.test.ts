import { once } from 'node:events';
import { startFakeModel } from '@genglossary/core/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { call, codeOf, healthy, open, post, socketUrl } from './raw-requests.ts';

/** Reduced in the quick suite; `GENGLOSSARY_HOSTILE_COUNT` sets the full one. */
const MESSAGES = Number(process.env['GENGLOSSARY_HOSTILE_COUNT'] ?? 1000);
/** A message takes a few milliseconds, and many more on a machine that does other work. */
const MESSAGE_MS = 100;
const MINUTE = 60_000;

describe('whatever is sent', () => {
  it(
    `${MESSAGES} malformed messages over a socket and as many requests end in coded refusals, not in a crash`,
    async () => {
      await using server = await open();
      const socket = new WebSocket(socketUrl(server));
      const problems: string[] = [];
      socket.on('error', ({ message }) => problems.push(message));
      await once(socket, 'open');
      const answers: string[] = [];
      socket.on('message', (data: Buffer) => {
        const answer = data.toString();
        // Asked whether it is still there, as happens where the machine is busy with something else for long.
        if (answer === 'PING') socket.send('PONG');
        else answers.push(answer);
      });
      const junk = fc.oneof(
        fc.string(),
        fc.json(),
        fc
          .record(
            {
              id: fc.oneof(fc.integer(), fc.constant(null), fc.string()),
              method: fc.constantFrom('query', 'mutation', 'subscription', 'subscription.stop', 'other'),
              params: fc.record(
                {
                  path: fc.constantFrom('runs.get', 'runs.events', 'projects.create', '__proto__', 'constructor', ''),
                  input: fc.anything({ withNullPrototype: true }),
                  lastEventId: fc.oneof(fc.string(), fc.integer()),
                },
                { requiredKeys: [] },
              ),
            },
            { requiredKeys: [] },
          )
          .map((one) => JSON.stringify(one)),
      );
      await fc.assert(
        fc.asyncProperty(junk, async (text) => {
          socket.send(text);
          const { status } = await post(server, '/trpc/projects.create', text);
          expect(status, text).toBeGreaterThanOrEqual(400);
          expect(status, text).toBeLessThan(500);
        }),
        { numRuns: MESSAGES },
      );
      await healthy(server);
      // Whoever sends nonsense is told so, and keeps the connection.
      expect([problems, socket.readyState]).toEqual([[], WebSocket.OPEN]);
      socket.terminate();
      expect(answers.length).toBeGreaterThan(MESSAGES / 2);
      expect(answers.filter((one) => one.includes('"server/unexpected"'))).toEqual([]);
      for (const answer of answers) expect(answer).toBe(JSON.stringify(JSON.parse(answer)));
    },
    MINUTE + MESSAGES * MESSAGE_MS,
  );

  it('keys of prototypes change nothing, wherever a call takes names', async () => {
    await using server = await open();
    const evil = '"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}';
    const created = await post(server, '/trpc/projects.create', `{"name":"A",${evil}}`);
    expect(created.status).toBe(200);
    const { id } = (created.body as { result: { data: { id: string } } }).result.data;
    const bodies = [
      [
        'imports.plan',
        `{"projectId":"${id}","fileName":"a.csv","content":"__proto__,constructor,term\\n1,2,c\\n","mapping":{"__proto__":"note","constructor":"definition"}}`,
      ],
      ['imports.plan', `{"projectId":"${id}","fileName":"a.json","content":"{\\"__proto__\\":{\\"isAdmin\\":true}}"}`],
      ['settings.update', `{"projectId":"${id}","ifVersion":"x","change":{${evil}}}`],
      [
        'documents.upload',
        `{"projectId":"${id}","files":[{"name":"__proto__.md","content":"constructor __proto__"}],${evil}}`,
      ],
      ['entries.add', `{"projectId":"${id}","term":"__proto__",${evil}}`],
      ['termLists.add', `{"projectId":"${id}","list":"__proto__","rules":[{"pattern":"constructor"}]}`],
      ['__proto__.constructor', '{}'],
      ['projects.constructor', '{}'],
    ] as const;
    for (const [path, body] of bodies) {
      const { status } = await post(server, `/trpc/${path}`, body);
      expect([200, 400, 404, 409], `${path} ${status}`).toContain(status);
    }
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
    expect(Reflect.get(Object, 'isAdmin')).toBeUndefined();
    await healthy(server);
  });

  it('names with tricks of paths and of Unicode are rejected one by one, and the good one goes in', async () => {
    await using server = await open();
    const created = await post(server, '/trpc/projects.create', JSON.stringify({ name: 'Names' }));
    const { id } = (created.body as { result: { data: { id: string } } }).result.data;
    const bad = [
      '../a.md',
      '/etc/a.md',
      'a/../../b.md',
      'C:\\a.md',
      '\\\\host\\a.md',
      'a\0.md',
      'a\n.md',
      'CON.md',
      'a\u202Emd.exe',
      '.git/config.md',
      '\uD800.md',
      `${'a'.repeat(5000)}.md`,

      'good.MD ',
    ];
    const files = [...bad, 'good.md'].map((name) => ({ name, content: 'words' }));
    const { status, body } = await post(server, '/trpc/documents.upload', JSON.stringify({ projectId: id, files }));
    if (status !== 200) {
      // A name above the length that the door takes refuses the whole call, before anything is stored.
      expect([status, codeOf(body)]).toEqual([400, 'request/invalid']);
      const shorter = files.filter(({ name }) => name.length < 4000);
      const again = await post(server, '/trpc/documents.upload', JSON.stringify({ projectId: id, files: shorter }));
      expect(again.status).toBe(200);
    }
    const list = await call(
      server,
      `/trpc/documents.list?input=${encodeURIComponent(JSON.stringify({ projectId: id }))}`,
      {},
    );
    const { items } = (list.body as { result: { data: { items: { name: string }[] } } }).result.data;
    expect(items.map(({ name }) => name)).toEqual(['good.md']);
  });

  it('names that people would take for one another are one name', async () => {
    await using server = await open();
    const create = (name: string) => post(server, '/trpc/projects.create', JSON.stringify({ name }));
    const created = await create('Caf\u00e9 Quay');
    const { id } = (created.body as { result: { data: { id: string } } }).result.data;
    for (const same of ['Cafe\u0301 Quay', 'CAF\u00c9 QUAY', '\uff23\uff41\uff46\u00e9 Quay', ' Caf\u00e9 Quay ']) {
      expect([same, codeOf((await create(same)).body)]).toEqual([same, 'project/name-taken']);
    }
    for (const bad of [
      'Quay\u200b',
      '\u202eyauQ',
      'Qu\ufeffay',
      '\u2066Quay',
      'Qu\u00aday',
      '\ud800',
      '\u0000',
      '\u2028',
    ]) {
      expect([bad, codeOf((await create(bad)).body)]).toEqual([bad, 'project/invalid-name']);
    }
    const names = ['caf\u00e9.md', 'cafe\u0301.md', 'CAF\u00c9.md', '\uff43\uff41\uff46\u00e9.md'];
    const files = names.map((name) => ({ name, content: 'words' }));
    const { body } = await post(server, '/trpc/documents.upload', JSON.stringify({ projectId: id, files }));
    const { outcomes } = (body as { result: { data: { value: { outcomes: { outcome: string; reason?: string }[] } } } })
      .result.data.value;
    expect(outcomes.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'added',
      'name-taken',
      'name-taken',
      'name-taken',
    ]);
  });

  it('addresses that no model lives at are refused wherever one can be given, and never called', async () => {
    await using model = await startFakeModel();
    await using server = await open();
    const refusals = [
      ['http://169.254.169.254/latest/meta-data', 'llm/refused-address'],
      ['http://2852039166/', 'llm/refused-address'],
      ['http://0251.0376.0251.0376/', 'llm/refused-address'],
      ['http://0xa9fea9fe/v1', 'llm/refused-address'],
      ['http://[::ffff:169.254.169.254]/v1', 'llm/refused-address'],
      ['http://[64:ff9b::a9fe:a9fe]/', 'llm/refused-address'],
      ['http://[fe80::1]/v1', 'llm/refused-address'],
      ['http://[fd00:ec2::254]/', 'llm/refused-address'],
      ['http://100.100.100.200/', 'llm/refused-address'],
      ['http://0.0.0.0:11434/', 'llm/refused-address'],
      ['http://224.0.0.1/', 'llm/refused-address'],
      ['file:///etc/passwd', 'config/invalid'],
      ['gopher://127.0.0.1:6379/_INFO', 'config/invalid'],
      ['data:text/plain,x', 'config/invalid'],
      ['http://user:password@127.0.0.1/v1', 'config/invalid'],
      ['http://127.0.0.1/v1?token=x', 'config/invalid'],
      ['not an address', 'config/invalid'],
    ] as const;
    const settings = await call(server, '/trpc/settings.get', {});
    const { version } = (settings.body as { result: { data: { version: string } } }).result.data;
    for (const [baseUrl, code] of refusals) {
      const languageModel = { provider: 'openai-compatible', model: 'm', baseUrl };
      const list = await post(server, '/trpc/languageModels.list', JSON.stringify(languageModel));
      const change = JSON.stringify({ ifVersion: version, change: { languageModel } });
      const kept = await post(server, '/trpc/settings.update', change);
      const tested = await post(server, '/trpc/languageModels.test', JSON.stringify(languageModel));
      const report = (tested.body as { result: { data: { ok: boolean; code?: string } } }).result.data;
      expect([baseUrl, codeOf(list.body), codeOf(kept.body), report.ok, report.code]).toEqual([
        baseUrl,
        code,
        code,
        false,
        code,
      ]);
    }
    // Where a server that was allowed sends on to one that is not, nobody follows.
    model.behave({ kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data' });
    const redirecting = { provider: 'openai-compatible', model: 'some-model', baseUrl: model.baseUrl('openai') };
    const tested = await post(server, '/trpc/languageModels.test', JSON.stringify(redirecting));
    expect(tested.body).toMatchObject({ result: { data: { ok: false } } });
    // A run is told so too.
    const { id } = await server.core.storage.projects.ensure('Addresses');
    const languageModel = { settings: { ...redirecting, baseUrl: 'http://169.254.169.254/v1' }, steps: ['define'] };
    const order = { projectId: id, key: 'a key of its own', options: { languageModel } };
    await post(
      server,
      '/trpc/documents.upload',
      JSON.stringify({ projectId: id, files: [{ name: 'a.md', content: 'A.' }] }),
    );
    const started = await post(server, '/trpc/runs.start', JSON.stringify(order));
    const run = (started.body as { result: { data: { id: never } } }).result.data;
    expect((await server.core.runs.settled(run.id)).failure?.code).toBe('llm/refused-address');
  });
});
