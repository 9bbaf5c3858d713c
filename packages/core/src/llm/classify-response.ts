import { GlossaryError } from '../errors/glossary-error.ts';
import { maskText } from '../runtime/logger.ts';

export interface Answered {
  readonly provider: string;
  readonly model: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Milliseconds since 1970, for a `Retry-After` that names a date. */
  readonly now: number;
}

/** What an HTTP answer other than success means, by its status and by the words that servers put into it. */
export function classifyResponse(answered: Answered): GlossaryError {
  const { provider, model, url, status, headers, body } = answered;
  const why = clipped(messageOf(body));
  const told = `${provider} answered ${status}${why === '' ? '' : `: ${why}`}`;
  if (status >= 300 && status < 400) {
    const place = String(headers['location'] ?? 'elsewhere');
    return new GlossaryError('llm/wrong-address', `${url} leads to ${place}; redirects are not followed.`, {
      details: { url, why: `it redirects to ${place}` },
    });
  }
  if (QUOTA.test(body) && status >= 400 && status < 500) {
    return new GlossaryError('llm/quota-exhausted', `${told}.`, { details: { provider, why } });
  }
  if (status === 401 || status === 403) {
    return new GlossaryError('llm/unauthorised', `${told}.`, { details: { provider, why } });
  }
  if (status === 404 || status === 400) {
    const isModel = UNKNOWN_MODEL.test(body) || (status === 404 && MODEL.test(body));
    if (isModel) return new GlossaryError('llm/model-not-found', `${told}.`, { details: { provider, model } });
  }
  if (status === 404) {
    return new GlossaryError('llm/wrong-address', `${url} is not there (404).`, { details: { url, why: 'not found' } });
  }
  if (status === 405) {
    return new GlossaryError('llm/wrong-address', `${url} takes no questions (405).`, {
      details: { url, why: 'method not allowed' },
    });
  }
  if (status === 429 || status === 529 || (status === 503 && headers['retry-after'] !== undefined)) {
    const waitMs = retryAfter(answered);
    return new GlossaryError('llm/rate-limited', `${told}.`, {
      details: { provider, ...(waitMs === undefined ? {} : { waitMs }) },
    });
  }
  if (status === 413 || (status === 400 && TOO_LONG.test(body))) {
    return new GlossaryError('llm/prompt-too-long', `${told}.`, { details: { provider, why } });
  }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    return new GlossaryError('llm/failed', `${told}.`, { details: { provider, status, why } });
  }
  return new GlossaryError('llm/rejected', `${told}.`, { details: { provider, status, why } });
}

const QUOTA =
  /insufficient_quota|billing_hard_limit|credit balance is too low|exceeded your current quota|payment required/iu;
const MODEL = /\bmodels?\b|deployment/iu;
const UNKNOWN_MODEL =
  /model_not_found|model .{0,120}(?:not found|does not exist|not loaded|unknown|no such)|(?:unknown|invalid|no such) model|no models? loaded|deploymentnotfound/iu;
const TOO_LONG =
  /context[ _](?:length|window|size)|maximum context|too many tokens|prompt is too long|input is too long|exceeds? the (?:available )?context|string_above_max_length/iu;

/**
 * Milliseconds that a server asks to wait: `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110); where
 * no header says so, what the body says: Google's `retryDelay`, or OpenAI's "try again in 1m2.5s".
 */
export function retryAfter({ headers, now, body }: Pick<Answered, 'headers' | 'now' | 'body'>): number | undefined {
  const exact = Number(headers['retry-after-ms'] ?? Number.NaN);
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const text = headers['retry-after'];
  if (typeof text !== 'string' || text.trim() === '') return waitIn(body);
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function waitIn(body: string): number | undefined {
  const [, delay] = /"retryDelay"\s*:\s*"([\d.]+)s"/u.exec(body) ?? [];
  if (delay !== undefined) return Math.ceil(Number(delay) * 1000);
  const [, hours = 0, minutes = 0, seconds, exact] =
    /try again in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s|(\d+(?:\.\d+)?)ms)?/iu.exec(body) ?? [];
  const waitMs =
    Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1000 + Number(exact ?? 0);
  return waitMs > 0 ? Math.ceil(waitMs) : undefined;
}

/** The words of an error body, whatever its shape: `{error: {message}}`, `{error: "…"}`, `{message}`, `{detail}`, or text. */
export function messageOf(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const found = wordsIn(Array.isArray(parsed) ? parsed[0] : parsed);
    if (found !== undefined) return found;
  } catch {
    // No JSON: a page or plain words.
  }
  return body
    .replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function wordsIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return undefined;
  for (const name of ['error', 'message', 'detail', 'title']) {
    const found = wordsIn((value as Record<string, unknown>)[name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const MOST_WORDS = 300;

/** Words of a server are shown to people: short, on one line, without keys. */
function clipped(text: string): string {
  const line = maskText(text.replace(/\s+/gu, ' ').trim()).replace(/[.\s]+$/u, '');
  return line.length > MOST_WORDS ? `${line.slice(0, MOST_WORDS)}…` : line;
}
