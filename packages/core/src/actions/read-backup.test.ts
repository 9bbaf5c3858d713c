import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBackup } from './read-backup.ts';

describe('a back-up that is read', () => {
  it('is not unpacked beyond what a project may hold', async () => {
    const bomb = gzipSync(Buffer.alloc(4 * 1024 * 1024));
    await expect(readBackup(bomb, { mostBytes: 1024 * 1024 })).rejects.toMatchObject({
      code: 'backup/invalid',
      details: { problem: 'it holds more than 1 MB' },
    });
  });

  it('of a later version says so', async () => {
    const head = { schema: 'genglossary.project/2', project: { name: 'x', language: null, subject: null } };
    await expect(readBackup(gzipSync(JSON.stringify(head)))).rejects.toMatchObject({
      code: 'backup/invalid',
      details: { problem: expect.stringContaining('later version') as string },
    });
  });
});
