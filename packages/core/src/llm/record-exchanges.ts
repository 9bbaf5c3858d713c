import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { maskText } from '../runtime/logger.ts';
import { makeFolder } from '../runtime/make-folder.ts';
import type { Exchange } from './transport.ts';

/**
 * Writes every exchange with a language model, exactly as it was sent and came, into files that only their owner can
 * read: for people who look for what went wrong, and to keep real answers of a provider for tests. Files are numbered
 * in the order in which answers came. Headers, and with them keys, are never part of an exchange; what looks like a key in
 * a text is masked.
 */
export function recordExchanges(folder: string): (exchange: Exchange) => void {
  makeFolder(folder, { mode: 0o700 });
  const session = randomBytes(4).toString('hex');
  let count = 0;
  return ({ url, request, status, response, tookMs }) => {
    count += 1;
    const shown = { url, status, tookMs: Math.round(tookMs), request: readable(request), response: readable(response) };
    const name = `${session}-${String(count).padStart(5, '0')}.json`;
    writeFileSync(join(folder, name), `${maskText(JSON.stringify(shown, undefined, 2))}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
  };
}

function readable(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
