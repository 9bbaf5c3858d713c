import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const bin = resolve(import.meta.dirname, '../bin/genglossary.mjs');

/** `genglossary serve` in a process of its own, on a free port. */
export async function startServer(cwd: string, environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [bin, 'serve', '--port', '0', '--json'], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const url = await new Promise<string>((done, refuse) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) done((JSON.parse(text) as { url: string }).url);
    });
    void gone.then((code) => refuse(new Error(`The server ended with ${code}.`)));
  });
  return {
    url,
    end(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal);
      return gone;
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
