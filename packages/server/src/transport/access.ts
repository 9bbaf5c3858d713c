import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { limits } from '../limits.ts';
import { type ServerError, serverError } from '../server-error.ts';

export interface AccessSettings {
  /** Asked of everybody, where it is set. */
  readonly token?: string;
  /** Origins (`https://glossary.example`) of other pages that may use this server. */
  readonly allowedOrigins: readonly string[];
  /** Whether the server listens to other machines too: then `Host` can be any name. */
  readonly isPublic: boolean;
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const MINUTE_MS = 60_000;
/** Addresses that are remembered for their wrong tokens. */
const MAX_ADDRESSES = 10_000;

/**
 * Who may in. A page that a browser loaded from elsewhere must not reach a server on the same machine: neither by
 * a name that suddenly points here (`Host`), nor by a request or a socket of its own (`Origin`).
 */
export class Access {
  readonly #settings: AccessSettings;
  readonly #failures = new Map<string, { count: number; since: number }>();

  constructor(settings: AccessSettings) {
    this.#settings = settings;
  }

  /** Refuses a request by its host or its origin. `requestId` is told with the refusal. */
  originRefusal({ headers }: IncomingMessage, requestId: string): ServerError | undefined {
    const { host = '', origin } = headers;
    if (!this.#settings.isPublic && !LOOPBACK_NAMES.has(hostName(host))) {
      return forbidden(`This server answers to localhost, not to ${shown(host)}.`, requestId);
    }
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}` && !this.allows(origin)) {
      return forbidden(`Pages of ${shown(origin)} may not use this server.`, requestId);
    }
    return undefined;
  }

  /** Whether pages of another origin were allowed by a setting. */
  allows(origin: string): boolean {
    return this.#settings.allowedOrigins.includes(origin);
  }

  /** Refuses a request by the token in its headers. */
  bearerRefusal(request: IncomingMessage, requestId: string): ServerError | undefined {
    return this.tokenRefusal(bearerOf(request), request, requestId);
  }

  /** Refuses by a token that came otherwise: browsers cannot put headers on a socket. */
  tokenRefusal(given: string | undefined, { socket }: IncomingMessage, requestId: string): ServerError | undefined {
    const { token } = this.#settings;
    if (token === undefined) return undefined;
    const address = socket.remoteAddress ?? '';
    const failed = this.#recentFailures(address);
    if (failed >= limits.failedTokensPerMinute) {
      const limit = `${limits.failedTokensPerMinute} wrong tokens a minute`;
      return serverError('request/too-many', 'Too many wrong tokens came from this address.', {
        requestId,
        details: { limit },
      });
    }
    if (given !== undefined && isSame(given, token)) return undefined;
    // A page that was just opened has no token yet; that is no attempt to guess one.
    if (given !== undefined) this.#countFailure(address);
    return serverError('request/unauthorized', 'This server asks for a token.', {
      requestId,
      details: { why: given === undefined ? 'no token' : 'wrong token' },
    });
  }

  #recentFailures(address: string): number {
    const known = this.#failures.get(address);
    if (known === undefined) return 0;
    if (performance.now() - known.since < MINUTE_MS) return known.count;
    this.#failures.delete(address);
    return 0;
  }

  #countFailure(address: string): void {
    const count = this.#recentFailures(address) + 1;
    const since = this.#failures.get(address)?.since ?? performance.now();
    this.#failures.set(address, { count, since });
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MAX_ADDRESSES && oldest !== undefined) this.#failures.delete(oldest);
  }
}

/** Whether an address to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.has(host) || (isIP(host) === 4 && host.startsWith('127.'));
}

function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1];
}

/** Compares digests, which are of one length, so that the time tells nothing about either. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(token));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function hostName(host: string): string {
  return host.replace(/:\d+$/u, '').toLowerCase();
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}

function forbidden(message: string, requestId: string): ServerError {
  return serverError('request/forbidden', message, { requestId, details: { why: message } });
}
