import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import type { DiskReserve } from '../backend.ts';

/** Enough for the last events and statuses of many runs, and for SQLite's own pages around them. */
const RESERVE_BYTES = 8 * 1024 * 1024;

/** Zeros would be stored as a hole by some file systems. */
const FILLING = Buffer.alloc(1024 * 1024, 'reserved for the last words of a run on a full disk. ');

/** A file beside the database that holds room on the disk, given back when nothing else can be written. */
export function fileReserve(databasePath: string): DiskReserve {
  const path = `${databasePath}.reserve`;
  return {
    release: () => rmSync(path, { force: true }),
    restore() {
      if (statSync(path, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return true;
      try {
        const file = openSync(path, 'w', 0o600);
        try {
          for (let written = 0; written < RESERVE_BYTES; written += writeSync(file, FILLING));
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        return true;
      } catch {
        rmSync(path, { force: true });
        return false;
      }
    },
  };
}
