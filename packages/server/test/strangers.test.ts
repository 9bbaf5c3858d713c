import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { limits } from '../src/limits.ts';
import { call, codeOf, healthy, open, socketUrl } from './raw-requests.ts';

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
