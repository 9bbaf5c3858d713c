import { createHash } from 'node:crypto';
import { promisify, TextDecoder } from 'node:util';
import { deflateSync, gunzip } from 'node:zlib';
import type { z } from 'zod';
import { GlossaryError } from '../errors/glossary-error.ts';
import { breathe } from '../runtime/breathe.ts';
import type { ProjectRow } from '../storage/project-stores.ts';
import { contentHash } from '../text/content-hash.ts';
import { backupEnd, backupHead, backupRows, type BackedUpTable } from './backup-rows.ts';

const unpack = promisify(gunzip);

/** Bytes that a file may hold when it is unpacked: it comes from anywhere. */
const MAX_UNPACKED = 512 * 1024 * 1024;
/** Rows between two breaths. */
const BREATH = 200;

export interface ReadBackup {
  readonly project: z.infer<typeof backupHead>['project'];
  /** Checked one by one as they are taken; the last check comes after the last row. @throws `backup/invalid` */
  readonly rows: AsyncIterable<ProjectRow>;
}

/** Reads a file that `writeBackup` made, and believes nothing of it. @throws `backup/invalid` */
export async function readBackup(content: Uint8Array, { mostBytes = MAX_UNPACKED } = {}): Promise<ReadBackup> {
  const bytes = await unpacked(content, mostBytes);
  const lines = linesOf(bytes);
  const head = backupHead.safeParse(lines.next().value?.value);
  if (!head.success) throw invalid('it does not begin as a back-up of a project, or was made by a later version');
  return { project: head.data.project, rows: checkedRows(lines) };
}

interface Line {
  readonly value: unknown;
  /** Of all lines before it. */
  readonly sha256: () => string;
}

async function* checkedRows(lines: Iterator<Line>): AsyncGenerator<ProjectRow> {
  const check = new RowCheck();
  for (let next = lines.next(); next.done !== true; next = lines.next()) {
    const { value, sha256 } = next.value;
    if (!Array.isArray(value)) {
      const end = backupEnd.safeParse(value);
      if (!end.success || end.data.rows !== check.rows || end.data.sha256 !== sha256()) throw invalid('it is damaged');
      if (lines.next().done !== true) throw invalid('something stands behind its end');
      check.finish();
      return;
    }
    yield check.row(value);
    if (check.rows % BREATH === 0) await breathe();
  }
  throw invalid('it ends too early');
}

/** Looks at each row by itself, and at what rows say about each other. */
class RowCheck {
  rows = 0;
  readonly #keys = new Set<string>();
  readonly #contents = new Map<string, number>();
  readonly #concepts = new Set<string>();
  readonly #named = new Set<string>();

  row([table, given]: readonly unknown[]): ProjectRow {
    this.rows += 1;
    if (typeof table !== 'string' || !Object.hasOwn(backupRows, table)) throw this.#wrong('it is of no known kind');
    const known = table as BackedUpTable;
    const read = backupRows[known].safeParse(given);
    if (!read.success) {
      const [first] = read.error.issues;
      throw this.#wrong(`${known}: ${first?.path.join('.') ?? ''} ${first?.message ?? 'is wrong'}`);
    }
    const row = read.data as ProjectRow['row'];
    this.#unique(known, row);
    if (known === 'content') this.#content(row);
    if (known === 'document') this.#document(row);
    if (known === 'concept') this.#concepts.add(String(row['id']));
    if (known === 'designation' || known === 'occurrence') this.#owned(known, row);
    return { table: known, row: known === 'version' ? this.#version(row) : row };
  }

  /** What only the whole file can tell. */
  finish(): void {
    for (const id of this.#concepts) if (!this.#named.has(id)) throw invalid(`the entry ${id} has no name`);
  }

  #unique(table: BackedUpTable, row: ProjectRow['row']): void {
    const names = [JSON.stringify([table, ...keys[table].map((name) => row[name])])];
    if (table === 'document') names.push(JSON.stringify(['name of a document', row['name']]));
    for (const one of names) {
      if (this.#keys.has(one)) throw this.#wrong(`${table}: it stands twice`);
      this.#keys.add(one);
    }
  }

  #content({ content_hash, text }: ProjectRow['row']): void {
    if (contentHash(String(text)) !== content_hash) throw this.#wrong('a text is not the one that its hash names');
    this.#contents.set(content_hash, String(text).length);
  }

  #document({ content_hash, length }: ProjectRow['row']): void {
    if (this.#contents.get(String(content_hash)) !== length) throw this.#wrong('the text of a document is missing');
  }

  #owned(table: BackedUpTable, { concept_id, position }: ProjectRow['row']): void {
    if (!this.#concepts.has(String(concept_id))) throw this.#wrong(`${table}: there is no such entry`);
    if (table === 'designation' && position === 0) this.#named.add(String(concept_id));
  }

  #version(row: ProjectRow['row']): ProjectRow['row'] {
    const text = String(row['glossary']);
    if (contentHash(text) !== row['sha256']) throw this.#wrong('a version is not what was published');
    return { ...row, glossary: deflateSync(text, { level: 1 }) };
  }

  #wrong(problem: string): GlossaryError<'backup/invalid'> {
    return invalid(`row ${this.rows}: ${problem}`);
  }
}

/** What tells the rows of a table apart. */
const keys: Readonly<Record<BackedUpTable, readonly string[]>> = {
  content: ['content_hash'],
  document: ['id'],
  term_rule: ['list', 'position'],
  glossary: [],
  glossary_document: ['id'],
  concept: ['id'],
  designation: ['concept_id', 'position'],
  definition: ['concept_id', 'author', 'revision'],
  relation: ['concept_id', 'kind', 'target'],
  relation_decision: ['concept_id', 'kind', 'target'],
  category: ['id'],
  term_category: ['concept_id'],
  occurrence: ['concept_id', 'document_id'],
  issue: ['id'],
  issue_decision: ['issue_id'],
  entry_edit: ['concept_id'],
  candidate: ['id'],
  settled: ['kind', 'subject'],
  project_settings: [],
  version: ['number'],
};

async function unpacked(content: Uint8Array, maxOutputLength: number): Promise<Buffer> {
  try {
    return await unpack(content, { maxOutputLength });
  } catch (cause) {
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw invalid(
      isTooLarge ? `it holds more than ${Math.floor(maxOutputLength / 1024 / 1024)} MB` : 'it is not packed as one',
      cause,
    );
  }
}

function* linesOf(bytes: Buffer): Generator<Line, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const digest = createHash('sha256');
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const before = digest.copy();
    const line = bytes.subarray(start, end);
    digest.update(line);
    yield { value: parsed(decoder, line), sha256: () => before.digest('hex') };
    start = end;
  }
  return undefined;
}

const LINE_FEED = 10;

function parsed(decoder: TextDecoder, line: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(line));
  } catch (cause) {
    throw invalid('a line of it is no JSON', cause);
  }
}

function invalid(problem: string, cause?: unknown): GlossaryError<'backup/invalid'> {
  return new GlossaryError('backup/invalid', `The back-up cannot be restored: ${problem}.`, {
    details: { problem },
    cause,
  });
}
