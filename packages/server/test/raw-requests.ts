import { request } from 'node:http';
import { createTestServer, type TestServer, type TestServerOptions } from '@genglossary/server/testing';
import { expect } from 'vitest';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: unknown;
}

/** On a free port, over a database of its own. */
export function open(options?: TestServerOptions): Promise<TestServer> {
  return createTestServer(options);
}

export function socketUrl({ url }: TestServer): string {
  return `${url.replace('http', 'ws')}/trpc`;
}

export async function healthy(server: TestServer): Promise<void> {
  const { status, body } = await call(server, '/health', {});
  expect([status, body]).toEqual([200, { status: 'ok' }]);
}

export function post(server: TestServer, path: string, body: string): Promise<Answer> {
  return call(server, path, { 'content-type': 'application/json' }, body);
}

/** By hand, because `fetch` would not send a foreign host. */
export async function call(
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
export function codeOf(body: unknown): unknown {
  const one = (Array.isArray(body) ? body[0] : body) as { error?: { data?: { glossary?: { code?: string } } } } | null;
  return one?.error?.data?.glossary?.code;
}
