import { expect, it } from 'vitest';
import { type ChangedNoun, type ChangeKind, projectId } from '../domain/index.ts';
import type { Storage } from '../storage/storage.ts';
import { KeptLists } from './kept-lists.ts';

const project = projectId('p');

/** Only what lists are kept by: how far the changes of a project are, and what they touched. */
function changing() {
  const touched: ChangedNoun[] = [];
  const changes = {
    last: () => Promise.resolve(touched.length),
    page: (_: unknown, { after, limit }: { after: number; limit: number }) =>
      Promise.resolve(
        touched.slice(after, after + limit).map((noun, index) => ({
          seq: after + index + 1,
          at: 0,
          author: 'person' as const,
          kind: 'entry-edited' satisfies ChangeKind,
          touched: [{ noun }],
        })),
      ),
  };
  return { touched, storage: { changes } as unknown as Storage };
}

it('a kept list is read once for all who ask at once, and again when something changed', async () => {
  const { touched, storage } = changing();
  const lists = new KeptLists<number>(storage);
  let reads = 0;
  const get = () => lists.get(project, () => Promise.resolve((reads += 1)));
  expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1]);
  expect(await get()).toBe(1);
  touched.push('issue');
  expect(await get()).toBe(2);
});

it('a list that is about one noun stays through changes of others', async () => {
  const { touched, storage } = changing();
  const lists = new KeptLists<number>(storage, ['term']);
  let reads = 0;
  const get = () => lists.get(project, () => Promise.resolve((reads += 1)));
  await get();
  touched.push('term-list', 'entry');
  expect(await get()).toBe(1);
  touched.push('entry', 'term', 'entry');
  expect(await get()).toBe(2);
  touched.push(...Array.from({ length: 150 }, () => 'entry' as const));
  expect(await get()).toBe(3);
});

it('a list that could not be read is read again', async () => {
  const { storage } = changing();
  const lists = new KeptLists<number>(storage);
  await expect(lists.get(project, () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await lists.get(project, () => Promise.resolve(7))).toBe(7);
});
