import Database from 'better-sqlite3';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diffGlossaries } from '../actions/diff-glossaries.ts';
import { type Core, openCore } from '../core.ts';
import type { Concept, ReportEvent } from '../domain/index.ts';
import type { ExecutionWatch } from '../pipeline/execution-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-build-'));
let count = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = {
  'lamp.md': `# The lamp room

A fog signal is a sound that warns ships when the light cannot be seen. The keeper tests the fog signal each morning.
The lamp room holds the lens. A fog signal needs compressed air, and the lamp room stays dry.
`,
  'lens.md': `# Lenses

A Fresnel lens is a lens of concentric rings that bends light into one beam. The Fresnel lens turns on a mercury bath.
Clean the Fresnel lens with vinegar. The fog signal stands beside the Fresnel lens.
`,
};

describe('a build', () => {
  it('RX6: leaves what people made as it is, whatever becomes of a run', async () => {
    await using place = await openPlace();
    const { core, build } = place;
    const first = await build();
    const project = first.run.projectId;
    const entry = conceptNamed(first.glossary.concepts, 'fog signal');
    const words = 'A horn for bad weather.';
    await core.storage.concepts.editDefinition(project, entry.id, {
      statements: [{ text: words, role: 'definition', support: 'unsupported', evidence: [] }],
      confidence: 1,
    });
    const lists = { required: [{ pattern: 'mercury bath' }], excluded: [{ pattern: 'vinegar' }] };
    await core.storage.termLists.replace(project, lists);
    const edited = await core.storage.concepts.read(project, entry.id);

    const stop = new AbortController();
    // A changed document has to be analysed: a run that only remembers may end before anyone can cancel it.
    writeFileSync(join(place.folder, 'lens.md'), `${documents['lens.md']}\nThe lens is heavy.\n`);
    const cancelled = build({ signal: stop.signal, report: () => stop.abort() }, { title: 'Cancelled' });
    await expect(cancelled).rejects.toThrow('aborted');
    writeFileSync(join(place.folder, 'lens.md'), documents['lens.md']);
    expect(await core.storage.concepts.read(project, entry.id)).toEqual(edited);
    expect((await core.storage.glossary.read(project))?.title).toBe('Glossary');

    const again = await build(undefined, { title: 'Again' });
    expect(again.glossary.title).toBe('Again');
    const kept = conceptNamed(again.glossary.concepts, 'fog signal');
    expect(kept.definition?.statements.map(({ text }) => text)).toEqual([words]);
    expect(await core.storage.termLists.read(project)).toEqual(lists);
    expect(
      again.glossary.concepts.some(({ designations }) => designations.some(({ text }) => text === 'mercury bath')),
    ).toBe(true);
  });

  it('looks for a name as a person says, where the change had it stand at once, and in what comes in later', async () => {
    await using place = await openPlace();
    const { core, build } = place;
    const { run, glossary } = await build();
    const project = run.projectId;
    const { entries } = core.actions;
    const { id } = conceptNamed(glossary.concepts, 'fog signal');
    const { version, designations } = await entries.get(project, id);
    const matching = { isUninflected: true, isCaseSensitive: true, forms: ['horn'] } as const;
    const [preferred, ...others] = designations;
    if (preferred === undefined) throw new Error('It has no name.');
    const { value: now } = await entries.update(project, id, {
      ifVersion: version,
      designations: [{ ...preferred, matching }, ...others],
    });
    await build();
    expect(await entries.get(project, id)).toMatchObject({ occurrences: now.occurrences, spread: now.spread });
    writeFileSync(
      join(place.folder, 'horn.md'),
      'A horn sounds. Two horns, a Fog Signal, fog signals and a fog signal.',
    );
    const { glossary: last } = await build();
    const found = conceptNamed(last.concepts, 'fog signal');
    const text = readFileSync(join(place.folder, 'horn.md'), 'utf8');
    const added = last.documents.find(({ name }) => name.endsWith('horn.md'));
    const spoken = found.occurrences.filter(({ documentId }) => documentId === added?.id);
    expect(spoken.map(({ range }) => text.slice(range.start, range.end))).toEqual(['horn', 'fog signal']);
  });

  it('keeps the documents that people handed in beside those of the folder, which come and go with it', async () => {
    await using place = await openPlace();
    const { core, build } = place;
    const { run } = await build();
    const project = run.projectId;
    const horn = 'A diaphone is a horn that is driven by air. The diaphone is loud. The diaphone is old.';
    await core.actions.documents.upload(project, [{ name: 'horn.md', content: horn }]);
    const lamp = (await core.actions.documents.list(project)).find(({ name }) => name === 'lamp.md');
    if (lamp === undefined) throw new Error('The lamp is gone.');
    await core.actions.documents.replace(project, lamp.id, 'Changed here.');

    rmSync(join(place.folder, 'lens.md'));
    const told: string[] = [];
    const { glossary } = await build({
      signal: new AbortController().signal,
      report: (event) => void (event.type === 'log' && told.push(event.message)),
    });
    expect(glossary.documents.map(({ name }) => name)).toEqual(['horn.md', 'lamp.md']);
    expect(conceptNamed(glossary.concepts, 'diaphone').definition).toBeDefined();
    expect(told).toEqual(['lamp.md was changed here; it is again as it is in the folder.']);
    const listed = (await core.actions.documents.list(project)).map(({ name, origin }) => [name, origin]);
    expect(listed).toEqual([
      ['horn.md', 'upload'],
      ['lamp.md', 'folder'],
    ]);

    const [gone] = await core.storage.documents.trashed(project);
    expect(gone?.name).toBe('lens.md');
    await core.actions.trash.restore(project, { documents: gone === undefined ? [] : [gone.id] });
    expect((await build()).glossary.documents.map(({ name }) => name)).toEqual(['horn.md', 'lamp.md', 'lens.md']);
  });

  it('finds the names that people gave wherever they stand, and keeps its candidates', async () => {
    await using place = await openPlace();
    const { core, build } = place;
    const { run, glossary } = await build();
    const entry = conceptNamed(glossary.concepts, 'fog signal');
    const { version, designations } = await core.actions.entries.get(run.projectId, entry.id);
    const named = { text: 'mercury bath', kind: 'term', status: 'admitted', form: 'synonym' } as const;
    const { value } = await core.actions.entries.update(run.projectId, entry.id, {
      ifVersion: version,
      designations: [...designations, named],
    });
    expect(value.occurrences).toBe(entry.occurrences.length + 1);
    writeFileSync(join(place.folder, 'lens.md'), `The mercury bath is wide.\n\n${documents['lens.md']}`);
    const again = await build();
    const found = conceptNamed(again.glossary.concepts, 'fog signal');
    expect(found.occurrences).toHaveLength(entry.occurrences.length + 2);
    const { items } = await core.actions.terms.list(run.projectId, { decision: 'kept' });
    expect(items.map(({ id }) => id)).toContain(entry.id);
  });

  it('RR3: analyses again only the document that changed', async () => {
    await using place = await openPlace();
    const outcomes = async () => {
      const events: ReportEvent[] = [];
      await place.build({ signal: new AbortController().signal, report: (event) => events.push(event) });
      return events
        .flatMap((event) =>
          event.type === 'step-progress' && event.step === 'analyse' ? [`${event.item} ${event.outcome}`] : [],
        )
        .toSorted();
    };
    expect(await outcomes()).toEqual(['lamp.md made', 'lens.md made']);
    expect(await outcomes()).toEqual([]);
    writeFileSync(join(place.folder, 'lens.md'), `${documents['lens.md']}\nThe lens is heavy.\n`);
    expect(await outcomes()).toEqual(['lamp.md reused', 'lens.md made']);
  });

  it('makes and remembers anew what was damaged in the memory of analyses', async () => {
    await using place = await openPlace();
    const { glossary } = await place.build();
    await place.reopenAfter((database) => {
      database.exec("update analysis set payload = x'00ff' where rowid = (select min(rowid) from analysis)");
    });
    const outcomes: string[] = [];
    const report = (event: ReportEvent) => {
      if (event.type === 'step-progress' && event.step === 'analyse') outcomes.push(String(event.outcome));
    };
    const watch = { signal: new AbortController().signal, report };
    const { concepts } = (await place.build(watch, { title: 'Again' })).glossary;
    expect(concepts).toEqual(glossary.concepts);
    await place.build(watch, { title: 'Once more' });
    expect(outcomes.toSorted()).toEqual(['made', 'reused', 'reused', 'reused']);
  });

  it('RB1: is estimated at nothing with the built-in engine', async () => {
    await using place = await openPlace();
    const { id } = await place.core.storage.projects.ensure('estimated');
    const input = { paths: [place.folder], title: 'Glossary' };
    expect(await place.core.runs.estimate({ projectId: id, input: JSON.stringify(input) })).toEqual({
      calls: 0,
      tokens: 0,
      cost: { from: 0, to: 0 },
    });
    const settings = { provider: 'openai', model: 'some-model' };
    const asked = JSON.stringify({ ...input, languageModel: { settings, steps: ['define'] } });
    // Counted without a key; what nobody knows the price of is unknown, not free.
    const { calls, cost } = await place.core.runs.estimate({ projectId: id, input: asked });
    expect(calls).toBeGreaterThan(0);
    expect(cost).toBe('unknown');
  });

  it('keeps in figures and names what it made of the glossary before it', async () => {
    await using place = await openPlace();
    const first = await place.build();
    const entries = first.glossary.concepts.length;
    const same = await place.build();
    // Nothing defines it any more, and something new is defined.
    const told = documents['lens.md'].replace(/^A Fresnel lens is .*$/mu, 'A Fresnel lens turns.');
    writeFileSync(
      join(place.folder, 'lens.md'),
      `${told}\nA lantern pane is a sheet of glass. Wipe each lantern pane.\n`,
    );
    const changed = await place.build();
    const outcomes = await place.core.storage.runOutcomes.read([first, same, changed].map(({ run }) => run.id));
    expect(outcomes.get(first.run.id)).toMatchObject({
      entries,
      added: entries,
      changed: 0,
      removed: 0,
      removedNames: [],
    });
    expect(outcomes.get(same.run.id)).toMatchObject({ entries, added: 0, changed: 0, removed: 0, addedNames: [] });
    const diff = diffGlossaries(first.glossary, changed.glossary);
    expect([diff.added.length > 0, diff.changed.length > 0]).toEqual([true, true]);
    expect(outcomes.get(changed.run.id)).toEqual({
      entries: changed.glossary.concepts.length,
      added: diff.added.length,
      changed: diff.changed.length,
      removed: diff.removed.length,
      addedNames: diff.added.map(({ id, term }) => ({ id, term })),
      removedNames: diff.removed.map(({ id, term }) => ({ id, term })),
    });
  });

  it('RX5: of an empty folder fails with the reason and leaves the former glossary', async () => {
    await using place = await openPlace();
    const { run } = await place.build();
    for (const name of Object.keys(documents)) rmSync(join(place.folder, name));
    await expect(place.build()).rejects.toMatchObject({ code: 'document/none', details: { skipped: 0 } });
    expect((await place.core.storage.glossary.read(run.projectId))?.concepts.length).toBeGreaterThan(0);
    const [last] = await place.core.storage.runs.list(run.projectId);
    expect(last).toMatchObject({ status: 'failed', failure: { code: 'document/none' } });
    expect(JSON.stringify(last?.failure)).not.toContain(place.folder);
  });
});

async function openPlace() {
  const place = join(folder, `${(count += 1)}`);
  const source = join(place, 'docs');
  mkdirSync(source, { recursive: true });
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(source, name), text);
  const databasePath = join(place, 'genglossary.db');
  let core: Core = await openCore({ databasePath, threads: 1 });
  const idle: ExecutionWatch = { signal: new AbortController().signal, report: () => undefined };
  return {
    get core() {
      return core;
    },
    folder: source,
    async reopenAfter(change: (database: Database.Database) => void) {
      await core[Symbol.asyncDispose]();
      const database = new Database(databasePath);
      change(database);
      database.close();
      core = await openCore({ databasePath, threads: 1 });
    },
    build: (watch = idle, options: { readonly title?: string } = {}) =>
      core.build({ project: 'docs', paths: [source], ...options }, watch),
    [Symbol.asyncDispose]: () => core[Symbol.asyncDispose](),
  };
}

function conceptNamed(concepts: readonly Concept[], name: string): Concept {
  const found = concepts.find(({ designations }) => designations.some(({ text }) => text === name));
  if (found === undefined) throw new Error(`No entry ${name}.`);
  return found;
}
