import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let place: string;
let server: TestServer;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'genglossary-web-'));
  await mkdir(join(place, 'app/assets'), { recursive: true });
  await writeFile(join(place, 'app/index.html'), '<title>the app</title>');
  await writeFile(join(place, 'app/assets/main-1a2b.js'), 'run()');
  await writeFile(join(place, 'secret.txt'), 'not for you');
  server = await createTestServer({ server: { webDirectory: join(place, 'app') } });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(place, { recursive: true });
});

describe('the files of the web app', () => {
  it('are sent with what may be kept and for how long', async () => {
    const script = await fetch(`${server.url}/assets/main-1a2b.js`);
    expect(await script.text()).toBe('run()');
    expect(script.headers.get('content-type')).toMatch(/javascript/u);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const page = await fetch(server.url);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const again = await fetch(server.url, {
      headers: { 'if-none-match': page.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  it('have one page for every address of the app, and none for a file that is not there', async () => {
    const page = await fetch(`${server.url}/p/some-project/entries?show=defined`);
    expect([page.status, await page.text()]).toEqual([200, '<title>the app</title>']);
    const file = await fetch(`${server.url}/assets/main-9z.js`);
    expect([file.status, file.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  });

  it('may be replaced or go away while the server runs', async () => {
    await fetch(server.url);
    await writeFile(join(place, 'app/index.html'), '<title>the next app</title>');
    expect(await (await fetch(server.url)).text()).toBe('<title>the next app</title>');
    await rm(join(place, 'app'), { recursive: true });
    expect((await fetch(server.url)).status).toBe(404);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%5c..%5csecret.txt', '/%00', '/%'])(
    'are all that is sent, whatever an address like %s says',
    async (path) => {
      const [answer] = (await once(request(server.url, { path }).end(), 'response')) as [IncomingMessage];
      expect((await answer.toArray()).join('')).not.toContain('not for you');
      expect((await fetch(`${server.url}/health`)).status).toBe(200);
    },
  );
});
