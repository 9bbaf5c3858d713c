import { GlossaryError } from '../errors/glossary-error.ts';
import pino, { type DestinationStream } from 'pino';

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

/** @throws `config/invalid` */
export function logLevelNamed(name: string): LogLevel {
  const level = logLevels.find((one) => one === name);
  if (level !== undefined) return level;
  const problem = `There is no log level ${name}: ${logLevels.join(', ')}.`;
  throw new GlossaryError('config/invalid', problem, { details: { problem } });
}

/** Facts of a log line by name: run, project, attempt, step, item, code … */
export type LogFields = Readonly<Record<string, unknown>>;

/** Structured logs. An event is named noun first (`run-end`), like the events of a journal. */
export interface Logger {
  /** The same, with fields on every line. */
  child(fields: LogFields): Logger;
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export const silentLogger: Logger = {
  child: () => silentLogger,
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Names of fields that hold what nobody but its owner may read; `inputTokens` is none of them. */
const SECRET_FIELD = /^(?:key|(?:.*[-_])?authorization|.*(?:api[-_]?key|token|password|passwd|secret|cookie))$/iu;

/** Nobody reads a log line deeper, and a structure that holds itself has no end. */
const MAX_DEPTH = 8;

const MASKED = '[masked]';

/** Lines of JSON, one an event (pino), to `destination` or standard error; secrets and absolute paths are masked. */
export function jsonLogger({
  level,
  destination = pino.destination(2),
}: {
  readonly level: LogLevel;
  readonly destination?: DestinationStream;
}): Logger {
  return adapt(
    pino(
      {
        level,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        messageKey: 'event',
      },
      destination,
    ),
  );
}

function adapt(logger: pino.Logger): Logger {
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}) =>
      logger[level](maskFields(fields), event);
  return {
    child: (fields) => adapt(logger.child(maskFields(fields))),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
  };
}

/** Fields without absolute paths, passwords and keys, however deep. */
export function maskFields(fields: LogFields): Record<string, unknown> {
  return maskedFields(fields, 1);
}

function maskedFields(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      SECRET_FIELD.test(name) && value !== undefined ? MASKED : maskedValue(value, depth),
    ]),
  );
}

function maskedValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskText(value);
  if (value instanceof Error) {
    const code = 'code' in value ? { code: String(value.code) } : {};
    return { name: value.name, ...code, message: maskText(value.message) };
  }
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  return Array.isArray(value) ? value.map((one) => maskedValue(one, depth + 1)) : maskedFields(value, depth + 1);
}

/** `/home/ada/docs/a.md` → `…/a.md`: the last part tells a person enough. Also `C:\…`, `\\server\…` and `file:///…`. */
const ABSOLUTE_PATH =
  /(?:\bfile:\/\/|(?<![\w:/.\\]))(?:(?:[A-Za-z]:)?\/(?:[^\s/:'",;()]+\/)+|(?:[A-Za-z]:|\\)\\(?:[^\s\\:'",;()]+\\)*)(?=[^\s/\\])/gu;

const CREDENTIALS = new RegExp(
  [
    // `user:password@` in an address, and keys in its query.
    /(?<=:\/\/)[^\s/@]+@/u,
    /(?<=[?&](?:[\w-]*key|[\w-]*token|password|secret)=)[^\s&#"']+/u,
    // What looks like a key of a model provider, a signed token, or a header.
    /\b(?:sk|key|pk)-[A-Za-z0-9_-]{12,}/u,
    /\bAIza[\w-]{20,}/u,
    /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/u,
    /\bBearer\s+[^\s"']+/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** A text without absolute paths, passwords and keys. */
export function maskText(text: string): string {
  return maskKeys(text).replace(ABSOLUTE_PATH, '…/');
}

/** A text without passwords and keys, otherwise as it is. */
export function maskKeys(text: string): string {
  return text.replace(CREDENTIALS, MASKED);
}
