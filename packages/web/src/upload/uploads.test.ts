import { projectId } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import type { Api } from '../data/api.ts';
import type { UploadOutcome } from '../data/shapes.ts';
import { Uploads } from './uploads.tsx';

const project = projectId('p');
const files = Array.from({ length: 100 }, (_, index) => ({
  name: `note-${index}.md`,
  content: new Uint8Array([65]),
}));

/** Uploads over a server that answers each request as the script says. */
function uploadsOver(answer: Api['documents']['upload']): Uploads {
  const documents: Pick<Api['documents'], 'upload'> = { upload: answer };
  return new Uploads({ documents });
}

const added = (name: string): UploadOutcome => ({ name, outcome: 'added', id: 'x' as never });

describe('sending files', () => {
  it('has at most four requests under way and sends every file once', async () => {
    let underWay = 0;
    let most = 0;
    const sent: string[] = [];
    const state = await uploadsOver(async (_project, batch) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
      sent.push(...batch.map(({ name }) => name));
      return batch.map(({ name }) => added(name));
    }).send(project, files);
    expect(most).toBe(4);
    expect(sent.toSorted()).toEqual(files.map(({ name }) => name).toSorted());
    expect(state).toMatchObject({ added: 100, isSending: false });
  });

  it('keeps what failed, and sends just that again', async () => {
    let isDown = true;
    const uploads = uploadsOver(async (_project, batch) => {
      if (isDown && batch.some(({ name }) => name === 'note-3.md')) throw new Error('gone');
      return batch.map(({ name }) => added(name));
    });
    const first = await uploads.send(project, files);
    expect(first.added + first.failed.length).toBe(100);
    expect(first.failed.map(({ name }) => name)).toContain('note-3.md');
    isDown = false;
    const second = await uploads.retry(project);
    expect(second).toMatchObject({ added: first.failed.length, failed: [] });
  });

  it('stops when it is told to, and keeps the rest for later', async () => {
    const uploads = uploadsOver(async (_project, batch) => {
      uploads.stop(project);
      return batch.map(({ name }) => added(name));
    });
    const state = await uploads.send(project, files);
    expect(state.added).toBeLessThan(100);
    expect(state.added + state.failed.length).toBe(100);
  });

  it('tells what the server refused, and why', async () => {
    const uploads = uploadsOver(async (_project, batch) =>
      batch.map(({ name }) => ({ name, outcome: 'rejected', reason: 'binary', detail: 'It is not text.' }) as const),
    );
    const refused = [{ name: 'note-0.md', reason: 'binary', detail: 'It is not text.' }];
    expect((await uploads.send(project, files.slice(0, 1))).refused).toEqual(refused);
    // Also when others are sent once more.
    expect((await uploads.retry(project)).refused).toEqual(refused);
  });
});
