import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { retryWrites } from '../../../runs/retry-writes.ts';
import { systemClock } from '../../../runtime/clock.ts';
import { storageConformance } from '../../../testing/conformance/storage.ts';
import { openStorage, openStorageReader, ownerOfStorage } from '../open-storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-sqlite-'));
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

storageConformance('SQLite', {
  async fresh() {
    const path = freshPath();
    return { open: (options) => openStorage({ path }, options) };
  },
});

describe('a SQLite file', () => {
  it('row 30: shows by the size of its log that a reader pins it, and takes the room back when the reader has gone', async () => {
    const path = freshPath();
    await using storage = await openStorage({ path });
    const write = async (round: number) => {
      for (let index = 0; index < 12; index += 1) {
        const payload = randomBytes(500_000).toString('base64');
        await storage.analyses.put([{ contentHash: `${round} ${index}`, analyzer: 'pinned', payload }]);
      }
    };
    await write(1);
    const free = storage.logBytes();
    const reader = new Database(path, { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from analysis').get();
    for (let round = 2; round < 6; round += 1) await write(round);
    const pinned = storage.logBytes();
    expect(pinned).toBeGreaterThan(3 * free);
    reader.close();
    for (let round = 6; round < 10; round += 1) await write(round);
    // It begins anew in the room that it has; without that it would have doubled.
    expect(storage.logBytes()).toBeLessThan(1.5 * pinned);
  });

  it('row 30: is never read by an iterator of ours, which would pin the log between two steps', () => {
    const sources = globSync('**/*.ts', { cwd: resolve(import.meta.dirname, '../..') });
    expect(sources.length).toBeGreaterThan(20);
    const iterating = sources.filter((file) =>
      /\.(?:iterate|stream)\(/u.test(readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8')),
    );
    // This file names them.
    expect(iterating.filter((file) => !file.endsWith('.test.ts'))).toEqual([]);
  });

  it('and the folder made for it are private', async () => {
    const path = freshPath();
    await using storage = await openStorage({ path });
    expect(storage.location).toBe(path);
    expect([path, `${path}-wal`, join(path, '..')].map(modeOf)).toEqual([0o600, 0o600, 0o700]);
  });

  it('RL0 (row 29): is written by one opener at a time', async () => {
    const path = freshPath();
    const first = await openStorage({ path });
    expect(await codeOf(path)).toBe('storage/in-use');
    await first[Symbol.asyncDispose]();
    expect(await codeOf(path)).toBe('opened');
  });

  it('row 24: that a foreign writer holds is waited for in short pieces, and written when it is free', async () => {
    const path = freshPath();
    await using storage = await openStorage({ path });
    const foreign = new Database(path);
    foreign.exec('begin immediate');
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const released = new Promise<void>((next) => {
      setTimeout(() => {
        foreign.exec('commit');
        foreign.close();
        next();
      }, 400);
    });
    const project = await retryWrites(() => storage.projects.ensure('Lighthouses'), {
      clock: systemClock,
      policy: { baseMs: 20, capMs: 50 },
    });
    await released;
    expect(project.name).toBe('Lighthouses');
    // Fifty milliseconds of waiting inside SQLite, and what a busy machine adds.
    expect(delay.max / 1e6).toBeLessThan(150);
  });

  it('row 28: that is damaged is refused and left as it is', async () => {
    const path = freshPath();
    const first = await openStorage({ path });
    await first.projects.ensure('Lighthouses');
    await first[Symbol.asyncDispose]();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100, 4096);
    writeFileSync(path, bytes);
    expect(await codeOf(path)).toBe('storage/unavailable');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('can be read while it is written, and not written by who only reads', async () => {
    const path = freshPath();
    await using storage = await openStorage({ path });
    const { id } = await storage.projects.ensure('Lighthouses');
    await using reader = await openStorageReader({ path });
    expect(await reader.projects.list()).toHaveLength(1);
    await storage.projects.ensure('Harbours');
    expect(await reader.projects.list()).toHaveLength(2);
    await expect(reader.projects.delete(id)).rejects.toThrow();
    expect(await ownerOfStorage({ path })).toEqual({ pid: process.pid });
  });

  it('of a newer version is left as it is', async () => {
    const path = freshPath();
    expect(await codeOf(path)).toBe('opened');
    const database = new Database(path);
    database.exec("insert into kysely_migration (name, timestamp) values ('9999_01_01_later', '')");
    database.close();
    expect(await codeOf(path)).toBe('storage/newer-schema');
  });

  it('that is no database, or the database of another program, is refused', async () => {
    const text = freshPath();
    mkdirSync(join(text, '..'));
    writeFileSync(
      text,
      'a shopping list, long enough to be looked at as if it were a header of a database file'.repeat(9),
    );
    expect(await codeOf(text)).toBe('storage/unavailable');
    const other = freshPath();
    mkdirSync(join(other, '..'));
    const database = new Database(other);
    database.exec('create table recipe (name text)');
    database.close();
    expect(await codeOf(other)).toBe('storage/unavailable');
    expect(await codeOf(join(text, '..'))).toBe('storage/unavailable');
    expect(await codeOf(join(text, 'below-a-file.db'))).toBe('storage/unavailable');
  });
});

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}

function freshPath(): string {
  return join(folder, String((count += 1)), 'genglossary.db');
}

async function codeOf(path: string): Promise<string> {
  try {
    const storage = await openStorage({ path });
    await storage[Symbol.asyncDispose]();
    return 'opened';
  } catch (error) {
    return GlossaryError.is(error) ? error.code : String(error);
  }
}
