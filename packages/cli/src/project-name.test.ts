import { projectId, runId } from '@genglossary/core/domain';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunFacts } from './place/place.ts';
import { freeProjectName, projectNames } from './project-name.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the name of a glossary', () => {
  it.each([
    [['/home/mio/docs'], 'docs'],
    [['/home/mio/a/docs'], 'a/docs'],
    [['/home/mio/b', '/home/mio/a'], 'a + b'],
    [['/home/mio'], 'mio'],
    [['/srv/harbour/handbook'], 'handbook'],
    [['/srv/handbook', '/home/mio/docs'], 'docs + handbook'],
    [['/'], '/'],
  ])('of %j is %s to somebody who works in /home/mio', (paths, name) => {
    expect(projectNames(paths, '/home/mio')[0]).toBe(name);
  });

  it('says more of where the folder is as long as another one has the name', () => {
    expect(projectNames(['/srv/harbour/docs'], '/home/mio')).toEqual(['docs', 'harbour/docs', '/srv/harbour/docs']);
    expect(projectNames(['/home/mio/docs'], '/home/mio')).toEqual(['docs', 'mio/docs', '/home/mio/docs']);
  });

  it('belongs to the folder that it was made from, wherever that was moved', async () => {
    const [here, there, gone] = ['here/docs', 'there/docs', 'gone/docs'].map((path) => join(folder, path));
    if (here === undefined || there === undefined || gone === undefined) throw new Error('Three folders.');
    for (const path of [here, there]) mkdirSync(path, { recursive: true });
    expect(await nameAmong([there], [[there]])).toBe('docs');
    expect(await nameAmong([there], [[here]])).toBe('there/docs');
    expect(await nameAmong([there], [undefined, [here]])).toBe('there/docs');
    expect(await nameAmong([there], [[gone]])).toBe('docs');
    expect(await nameAmong([there], [undefined])).toBe('docs');
    expect(await nameAmong([there], [])).toBe('docs');
    expect(await freeProjectName(['docs'], { paths: [there], place: undefined })).toBe('docs');
  });
});

/** The name of a folder in a database that has a glossary `docs`, made by runs of these paths. */
function nameAmong(paths: readonly string[], made: readonly (readonly string[] | undefined)[]): Promise<string> {
  return freeProjectName(['docs', 'there/docs'], {
    paths,
    place: {
      projects: () => Promise.resolve([{ id: projectId('p'), name: 'docs' }]),
      runs: () => Promise.resolve(made.map(runOf)),
    },
  });
}

/** Only what it was asked for matters. */
function runOf(paths: readonly string[] | undefined): RunFacts {
  return {
    id: runId('r'),
    projectId: projectId('p'),
    scope: 'full',
    status: 'completed',
    attempt: 1,
    input: JSON.stringify({ title: 'Glossary', ...(paths === undefined ? {} : { paths }) }),
    counts: { done: 0, failed: 0, reused: 0 },
    usage: { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0, unpricedCalls: 0 },
    failedItems: [],
    createdAt: 0,
    firstSeq: 1,
    lastSeq: 1,
  };
}
