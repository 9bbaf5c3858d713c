import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { createTestServer, HeldWork, type TestServer, type TestServerOptions } from '@genglossary/server/testing';
import { startFakeModel } from '@genglossary/core/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { limits } from '../src/limits.ts';

/** Reduced in the quick suite; `GENGLOSSARY_HOSTILE_COUNT` sets the full one. */
const MESSAGES = Number(process.env['GENGLOSSARY_HOSTILE_COUNT'] ?? 1000);
/** A message takes a few milliseconds, and many more on a machine that does other work. */
const MESSAGE_MS = 100;
const MINUTE = 60_000;
const TOKEN = 'the harbour master knows';

describe('strangers', () => {
  it('with another host name, another origin or no token are refused by code', async () => {
    await using server = await open({ server: { token: TOKEN } });
    const token = { authorization: `Bearer ${TOKEN}` };
    const refusals = [
      [{ host: 'evil.example', ...token }, 403, 'request/forbidden'],
      [{ host: 'localhost.evil.example', ...token }, 403, 'request/forbidden'],
      [{ origin: 'http://evil.example', ...token }, 403, 'request/forbidden'],
      [{ origin: 'null', ...token }, 403, 'request/forbidden'],
      [{}, 401, 'request/unauthorized'],
      [{ authorization: 'Basic aGFyYm91cg==' }, 401, 'request/unauthorized'],
      [{ authorization: 'Bearer wrong' }, 401, 'request/unauthorized'],
    ] as const;
    for (const [headers, status, code] of refusals) {
      const answer = await call(server, '/trpc/projects.list', headers);
      expect([answer.status, codeOf(answer.body)], JSON.stringify(headers)).toEqual([status, code]);
    }
    expect((await call(server, '/trpc/projects.list', token)).status).toBe(200);
  });

  it('cannot guess tokens: after some wrong ones even the right one waits', async () => {
    await using server = await open({ server: { token: TOKEN } });
    const codes: unknown[] = [];
    for (let guess = 0; guess < limits.failedTokensPerMinute + 3; guess += 1) {
      codes.push(codeOf((await call(server, '/version', { authorization: `Bearer guess-${guess}` })).body));
    }
    expect(new Set(codes)).toEqual(new Set(['request/unauthorized', 'request/too-many']));
    const late = await call(server, '/version', { authorization: `Bearer ${TOKEN}` });
    expect([late.status, late.headers['retry-after']]).toEqual([429, '60']);
    await healthy(server);
  });

  it('of another origin cannot open a socket, and none works without its token', async () => {
    await using server = await open({ server: { token: TOKEN } });
    const foreign = new WebSocket(socketUrl(server), { origin: 'http://evil.example' });
    const [refused] = (await once(foreign, 'error')) as [Error];
    expect(refused.message).toContain('403');
    const silent = new WebSocket(`${socketUrl(server)}?connectionParams=1`);
    await once(silent, 'open');
    silent.send(JSON.stringify({ method: 'connectionParams', data: { token: 'wrong' } }));
    const [message] = (await once(silent, 'message')) as [Buffer];
    expect(codeOf(JSON.parse(message.toString()))).toBe('request/unauthorized');
    await once(silent, 'close');
    await healthy(server);
  });

  it('learn no stack, no path and no SQL from any failure', async () => {
    await using server = await open();
    const bodies: string[] = [];
    for (const path of [
      '/trpc/runs.get?input={"runId":"x"}',
      '/trpc/%00',
      '/trpc/runs.get?input=%',
      '/trpc/a,b,c',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2fpackage.json',
    ]) {
      bodies.push(JSON.stringify((await call(server, path, {})).body));
    }
    const everything = bodies.join('\n');
    expect(everything).not.toMatch(/node_modules|\.ts:\d|at \w+ \(|select |root:|\/home|\/tmp/u);
  });
});

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

  it('bodies and frames above the limit are refused while they arrive', async () => {
    await using server = await open();
    const large = await post(server, '/trpc/projects.create', `{"name":"${'x'.repeat(limits.bodyBytes)}"}`).catch(
      () => ({ status: 413, body: undefined }),
    );
    expect(large.status).toBe(413);
    const socket = new WebSocket(socketUrl(server));
    await once(socket, 'open');
    socket.send('x'.repeat(limits.frameBytes + 1));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
    await healthy(server);
  });

  it(
    '2,000 calls at once are all answered',
    async () => {
      // Where the machine is busy they wait longer than a client may take for its headers; slow clients have their own test.
      await using server = await open({ server: { patience: { ...limits, headersMs: limits.requestMs } } });
      const calls = Array.from({ length: 2000 }, () => call(server, '/trpc/projects.list', {}));
      const statuses = (await Promise.all(calls)).map(({ status }) => status);
      expect(statuses.every((status) => status === 200)).toBe(true);
    },
    3 * MINUTE,
  );

  it('a batch above the limit is refused whole', async () => {
    await using server = await open();
    const path = Array.from({ length: limits.batchCalls + 1 }, () => 'projects.list').join(',');
    const { status } = await call(server, `/trpc/${path}?batch=1`, {});
    expect(status).toBe(400);
    await healthy(server);
  });

  it('who sends headers or a body slowly is closed, and keeps nobody waiting', async () => {
    const patience = { headersMs: 200, requestMs: 400, lookMs: 50 };
    await using server = await open({ server: { patience } });
    const { port } = new URL(server.url);
    const heads = [
      'GET /trpc/projects.list HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
      'POST /trpc/projects.create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{',
    ];
    const slow = Array.from({ length: 60 }, (_, index) => ({
      head: heads[index % 2] ?? '',
      socket: connect(Number(port), '127.0.0.1'),
    }));
    const answers = slow.map(async ({ head, socket }) => {
      let answer = '';
      socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
      socket.on('error', () => undefined);
      socket.write(head);
      await once(socket, 'close');
      return answer.split(' ', 2)[1];
    });
    await healthy(server);
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['408']));
    await healthy(server);
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

  it('subscriptions above the limit of a connection are refused, and the others go on', async () => {
    const work = new HeldWork();
    await using server = await open({ core: { work } });
    const { id } = await server.core.storage.projects.ensure('Flood');
    const run = await server.core.runs.start({ projectId: id, scope: 'full', input: '{}' });
    const socket = new WebSocket(socketUrl(server));
    await once(socket, 'open');
    const refused: unknown[] = [];
    const started = new Set<unknown>();
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { id: unknown; error?: unknown; result?: { type: string } };
      if (message.error === undefined) started.add(message.id);
      else refused.push(codeOf(message));
    });
    const count = limits.subscriptionsPerConnection + 20;
    for (let sub = 1; sub <= count; sub += 1) {
      socket.send(
        JSON.stringify({ id: sub, method: 'subscription', params: { path: 'runs.events', input: { runId: run.id } } }),
      );
    }
    await expect.poll(() => refused.length, { timeout: 10_000 }).toBe(20);
    expect(new Set(refused)).toEqual(new Set(['request/too-many']));
    await expect
      .poll(() => server.core.runs.waitingFollowers, { timeout: 10_000 })
      .toBe(limits.subscriptionsPerConnection);
    await healthy(server);
    socket.terminate();
    await expect.poll(() => server.core.runs.waitingFollowers, { timeout: 10_000 }).toBe(0);
    work.finish();
  });

  it('subscriptions that are opened and given up in floods leave nothing behind', async () => {
    const work = new HeldWork();
    await using server = await open({ core: { work } });
    const { id } = await server.core.storage.projects.ensure('Flood');
    const run = await server.core.runs.start({ projectId: id, scope: 'full', input: '{}' });
    const socket = new WebSocket(socketUrl(server));
    await once(socket, 'open');
    const refused: unknown[] = [];
    socket.on('message', (data: Buffer) => {
      const message: unknown = JSON.parse(data.toString());
      if (typeof codeOf(message) === 'string') refused.push(codeOf(message));
    });
    for (let sub = 1; sub <= 5000; sub += 1) {
      const params = { path: 'runs.events', input: { runId: run.id } };
      socket.send(JSON.stringify({ id: sub, method: 'subscription', params }));
      socket.send(JSON.stringify({ id: sub, method: 'subscription.stop' }));
    }
    const last = once(socket, 'pong');
    socket.ping();
    await last;
    await expect.poll(() => server.core.runs.waitingFollowers, { timeout: 20_000 }).toBe(0);
    expect(refused.filter((code) => code !== 'request/too-many')).toEqual([]);
    await healthy(server);
    socket.terminate();
    work.finish();
  });

  it('row 33: a reader that stalls costs a bounded backlog and slows nobody', async () => {
    const work = new HeldWork();
    await using server = await open({ core: { work } });
    const { id } = await server.core.storage.projects.ensure('Stall');
    const run = await server.core.runs.start({ projectId: id, scope: 'full', input: '{}' });
    const subscribe = JSON.stringify({
      id: 1,
      method: 'subscription',
      params: { path: 'runs.events', input: { runId: run.id } },
    });
    const stalled = new WebSocket(socketUrl(server));
    await once(stalled, 'open');
    stalled.send(subscribe);
    await once(stalled, 'message');
    stalled.pause();
    const reader = new WebSocket(socketUrl(server));
    await once(reader, 'open');
    let seen = 0;
    reader.on('message', (data: Buffer) => {
      const { result } = JSON.parse(data.toString()) as { result?: { data?: { data?: { lastSeq: number } } } };
      seen = result?.data?.data?.lastSeq ?? seen;
    });
    reader.send(subscribe);
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().external;
    work.tell(30_000);
    work.finish();
    await server.core.runs.settled(run.id);
    const { lastSeq } = await server.core.runs.find(run.id);
    await expect.poll(() => seen, { timeout: 20_000 }).toBe(lastSeq);
    const grown = process.memoryUsage().arrayBuffers + process.memoryUsage().external - before;
    expect(grown).toBeLessThan(32 * 1024 * 1024);
    stalled.terminate();
    reader.terminate();
  });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: unknown;
}

function open(options?: TestServerOptions): Promise<TestServer> {
  return createTestServer(options);
}

function socketUrl({ url }: TestServer): string {
  return `${url.replace('http', 'ws')}/trpc`;
}

async function healthy(server: TestServer): Promise<void> {
  const { status, body } = await call(server, '/health', {});
  expect([status, body]).toEqual([200, { status: 'ok' }]);
}

function post(server: TestServer, path: string, body: string): Promise<Answer> {
  return call(server, path, { 'content-type': 'application/json' }, body);
}

/** By hand, because `fetch` would not send a foreign host. */
async function call(
  server: TestServer,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<Answer> {
  try {
    return await send(server, path, headers, body);
  } catch (error) {
    // A connection that lay idle for seconds is closed by the server while it is taken up again: Node's own advice is
    // to ask once more, on another one.
    if (!(error instanceof StaleConnection)) throw error;
    return send(server, path, headers, body);
  }
}

class StaleConnection extends Error {}

function send(
  server: TestServer,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method: body === undefined ? 'GET' : 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: parsed(text) }),
      );
      response.on('error', reject);
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      reject(sent.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection() : error),
    );
    sent.end(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The code of core in an answer of a procedure or of the door. */
function codeOf(body: unknown): unknown {
  const one = (Array.isArray(body) ? body[0] : body) as { error?: { data?: { glossary?: { code?: string } } } } | null;
  return one?.error?.data?.glossary?.code;
}
