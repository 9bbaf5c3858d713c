import { rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Core, openCore } from '../core.ts';
import type { ProjectId, ReportEvent } from '../domain/index.ts';
import type { BuildRequest } from './build.ts';

const text = `# The quay

A bollard is a post that ships are tied to. The crew paints each bollard in spring. A bollard stands on the quay.
A gangway is a bridge between a ship and the quay. The gangway is steep at low tide.
`;

let folder = '';
let core: Core;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genglossary-unchanged-'));
  core = await openCore({ databasePath: join(folder, 'glossary.db'), threads: 1 });
});
afterAll(async () => {
  await core[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

describe('a build of what is built already', () => {
  it('leaves the glossary as it is, says so, and does nothing after loading', async () => {
    const place = await openPlace();
    const first = await place.build();
    const changesBefore = await core.storage.changes.last(first.project);
    const second = await place.build();
    expect(second.glossary).toEqual(first.glossary);
    expect(second.steps).toEqual(['load']);
    expect(second.isUnchanged).toBe(true);
    expect(second.run).toMatchObject({ status: 'completed', counts: { done: 0, failed: 0, reused: 0 } });
    expect(await core.storage.changes.last(first.project)).toBe(changesBefore);
    const outcomes = await core.storage.runOutcomes.read([second.run.id]);
    const entries = first.glossary.concepts.length;
    const nothing = { added: 0, changed: 0, removed: 0, addedNames: [], removedNames: [] };
    expect(outcomes.get(second.run.id)).toEqual({ entries, ...nothing });
    expect((await place.build()).isUnchanged).toBe(true);
  });

  const changed: Readonly<Record<string, (place: Place, project: ProjectId) => Promise<unknown>>> = {
    'a document was changed': async (place) => place.write('quay.md', `${text}\nThe quay is long.\n`),
    'a document came': async (place) => place.write('more.md', 'A fender is a cushion. The fender is soft.'),
    'a document was handed in': (_place, project) =>
      core.actions.documents.upload(project, [{ name: 'handed-in.md', content: 'A cleat is a hook. Use the cleat.' }]),
    'another title is asked for': async (place) => place.ask({ title: 'Quays' }),
    'another limit is asked for': async (place) => place.ask({ limit: 1 }),
    'a term is required by the request': async (place) => place.ask({ required: ['low tide'] }),
    'a term was required': (_place, project) =>
      core.actions.termLists.add(project, 'required', [{ pattern: 'spring' }]),
    'a note was written': (_place, project) =>
      core.actions.termLists.replace(project, 'required', [{ pattern: 'spring', note: 'The season.' }]),
    'a category was made': (_place, project) => core.actions.categories.create(project, { name: 'Ships' }),
    'a definition was edited': async (_place, project) => {
      const [entry] = (await core.actions.entries.list(project, {})).items;
      if (entry === undefined) throw new Error('There are no entries.');
      const { version } = await core.actions.entries.get(project, entry.id);
      await core.actions.entries.update(project, entry.id, {
        ifVersion: version,
        definition: { statements: [{ text: 'A thing.' }] },
      });
    },
    'only the terms were extracted anew': async (_place, project) => {
      const run = await core.startBuild(project, { scope: 'extract', options: { title: 'Terms' } });
      await core.runs.settled(run.id, { signal: new AbortController().signal });
    },
  };

  it('RR3: does everything where anything has changed, and nothing the time after', async () => {
    const place = await openPlace();
    const { project } = await place.build();
    for (const [what, change] of Object.entries(changed)) {
      await change(place, project);
      expect([what, (await place.build()).isUnchanged]).toEqual([what, false]);
      expect([what, (await place.build()).isUnchanged]).toEqual([what, true]);
    }
  });

  it('does everything where something changed while the run was at work', async () => {
    const place = await openPlace();
    const { project } = await place.build();
    place.write('quay.md', `${text}\nThe quay is old.\n`);
    let change: Promise<unknown> | undefined;
    await place.build((event) => {
      if (event.type !== 'step-end' || event.step !== 'load') return;
      change ??= core.actions.categories.create(project, { name: 'Late' });
    });
    await change;
    expect((await place.build()).isUnchanged).toBe(false);
    expect((await place.build()).isUnchanged).toBe(true);
  });
});

type Place = Awaited<ReturnType<typeof openPlace>>;

let count = 0;

/** A project of its own over a folder. */
async function openPlace() {
  const source = join(folder, `docs-${(count += 1)}`);
  await mkdir(source);
  let asked: Partial<BuildRequest> = {};
  const write = (name: string, content: string) => writeFileSync(join(source, name), content);
  write('quay.md', text);
  return {
    write,
    /** From now on. */
    ask: (options: Partial<BuildRequest>) => void (asked = { ...asked, ...options }),
    async build(listen: (event: ReportEvent) => void = () => undefined) {
      const events: ReportEvent[] = [];
      const report = (event: ReportEvent) => {
        events.push(event);
        listen(event);
      };
      const request = { project: source, paths: [source], ...asked };
      const built = await core.build(request, { signal: new AbortController().signal, report });
      return {
        ...built,
        project: built.run.projectId,
        steps: events.flatMap((event) => (event.type === 'step-end' ? [event.step] : [])),
        isUnchanged: events.some(({ type }) => type === 'glossary-unchanged'),
      };
    },
  };
}
