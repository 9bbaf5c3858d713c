import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walkFolder } from './walk-folder.ts';

describe('walking a folder', () => {
  it('reports what disappears on the way and goes on', async () => {
    const root = await mkdtemp(join(tmpdir(), 'walk-'));
    for (const name of ['a', 'b', 'c']) {
      await mkdir(join(root, name));
      await writeFile(join(root, name, 'x.md'), 'words');
    }
    await writeFile(join(root, 'd.md'), 'words');
    const walk = walkFolder(root, { isExcluded: () => false, signal: undefined });
    const first = await walk.next();
    await rm(join(root, 'b'), { recursive: true });
    await rm(join(root, 'd.md'));
    const rest = await all(walk);
    await rm(root, { recursive: true });
    expect([first.value, ...rest]).toEqual([
      { path: join(root, 'a', 'x.md'), name: 'a/x.md', size: 5 },
      { name: 'b', reason: 'unreadable', detail: 'it no longer exists' },
      { path: join(root, 'c', 'x.md'), name: 'c/x.md', size: 5 },
      { name: 'd.md', reason: 'unreadable', detail: 'it no longer exists' },
    ]);
  });

  it('reports the folder itself when it is gone', async () => {
    const root = await mkdtemp(join(tmpdir(), 'walk-'));
    await rm(root, { recursive: true });
    const walk = walkFolder(root, { isExcluded: () => false, signal: undefined });
    expect(await all(walk)).toEqual([{ name: basename(root), reason: 'unreadable', detail: 'it no longer exists' }]);
  });
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
