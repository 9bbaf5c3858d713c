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

/** Names of fields that hold what nobody but its owner may read. */
const SECRET_FIELDS = ['key', 'apiKey', 'token', 'authorization', 'password', 'secret', 'cookie'];

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
        redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: '[masked]' },
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
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, maskedValue(value)]));
}

function maskedValue(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (value instanceof Error) {
    const code = 'code' in value ? { code: String(value.code) } : {};
    return { name: value.name, ...code, message: maskText(value.message) };
  }
  if (Array.isArray(value)) return value.map(maskedValue);
  if (value !== null && typeof value === 'object') return maskFields(value as LogFields);
  return value;
}

/** `/home/ada/docs/a.md` → `…/a.md`: the last part tells a person enough. */
const ABSOLUTE_PATH = /(?<![\w:/.])(?:\/(?:[^\s/:'",;()]+\/)+|[A-Za-z]:\\(?:[^\s\\:'",;()]+\\)*)(?=[^\s/\\])/gu;

/** `user:password@` in an address, and what looks like a key of a model provider. */
const CREDENTIALS = /(?<=:\/\/)[^\s/@]+@|\b(?:sk|key|pk)-[A-Za-z0-9_-]{12,}|\bBearer\s+[^\s"']+/gu;

/** A text without absolute paths, passwords and keys. */
export function maskText(text: string): string {
  return text.replace(CREDENTIALS, '[masked]').replace(ABSOLUTE_PATH, '…/');
}
