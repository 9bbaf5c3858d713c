import { type EntryDetail, type GlossaryClient, isGenGlossaryError, type ProjectId } from '@genglossary/client';
import { describe, expect, it } from 'vitest';
import { type Mode, modes, openFixture } from './clients.ts';

const MANUAL = `# Lock

A lock is a chamber with gates that lifts boats from one level to another. Each lock has a keeper. The lock is old.

# Sluice

A sluice is an opening in a gate that lets water through. The sluice is opened by hand. The lock has two sluices.

# Paddle

The paddle is wound up with a windlass. A paddle closes the sluice. Each paddle has a number.
`;

describe.each(modes)("people's work %s", (mode) => {
  it('on an entry is kept by the next build, and two who write at once meet one conflict with the current value', async () => {
    await using fixture = await open(mode);
    const { client, project } = fixture;
    const lock = await entryNamed(client, project, 'lock');
    const write = (text: string) =>
      client.entries.update(project, lock.id, { ifVersion: lock.version, definition: { statements: [{ text }] } });
    const outcomes = await Promise.allSettled([write('A chamber that lifts boats.'), write('A box for boats.')]);
    const won = outcomes.find((one) => one.status === 'fulfilled')?.value.value;
    const lost: unknown = outcomes.find((one) => one.status === 'rejected')?.reason;
    if (!isGenGlossaryError(lost, 'entry/conflict')) throw lost;
    expect(lost.details.current).toMatchObject({ version: won?.version, definition: won?.definition });

    await (await client.runs.start(project)).done();
    const kept = await client.entries.get(project, lock.id);
    expect(kept).toMatchObject({ definition: won?.definition, definitionState: 'edited', isEdited: true });
    const [latest] = await client.entries.history(project, lock.id);
    expect(latest).toMatchObject({ kind: 'entry-defined', author: 'person' });
  });

  it('is refused where an entry is locked, and taken back by its token', async () => {
    await using fixture = await open(mode);
    const { client, project } = fixture;
    const sluice = await entryNamed(client, project, 'sluice');
    const { value: locked, undo } = await client.entries.lock(project, sluice.id);
    const refused: unknown = await client.entries
      .update(project, sluice.id, { ifVersion: locked.version, note: 'a word' })
      .catch((error: unknown) => error);
    expect(isGenGlossaryError(refused, 'entry/locked')).toBe(true);
    await client.undo(undo?.token ?? '');
    const free = await client.entries.get(project, sluice.id);
    expect(free.isLocked).toBe(false);
    const noted = await client.entries.update(project, sluice.id, { ifVersion: free.version, note: 'a word' });
    expect(noted.value.note).toBe('a word');
  });

  it('finds every entry, page after page, with the places where it stands', async () => {
    await using fixture = await open(mode);
    const { client, project } = fixture;
    const all = await Array.fromAsync(client.entries.list(project));
    const byTwo: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.entries.page(project, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      byTwo.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(byTwo).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
    const lock = await entryNamed(client, project, 'lock');
    const places = await client.entries.contexts(project, lock.id);
    expect(places.total).toBe(lock.occurrences);
    expect(places.items.every(({ match }) => /lock/iu.test(match))).toBe(true);
  });

  it('on terms and lists decides what the next build keeps', async () => {
    await using fixture = await open(mode);
    const { client, project } = fixture;
    const terms = await Array.fromAsync(client.terms.list(project));
    const paddle = terms.find(({ term }) => term === 'paddle');
    await client.terms.decide(project, { ids: [paddle?.id ?? fail()] }, 'excluded');
    await client.termLists.add(project, 'required', [{ pattern: 'windlass', note: 'asked for' }]);
    await expect(client.termLists.get(project)).resolves.toMatchObject({
      required: [{ pattern: 'windlass' }],
      excluded: [{ pattern: 'paddle' }],
    });
    await (await client.runs.start(project)).done();
    const names = (await Array.fromAsync(client.entries.list(project))).map(({ term }) => term);
    expect(names).toContain('windlass');
    expect(names).not.toContain('paddle');
  });

  it('makes terms one entry, and what was thrown away is found and restored', async () => {
    await using fixture = await open(mode);
    const { client, project } = fixture;
    expect(await client.entries.preview(project, { term: 'windlass' })).toMatchObject({ occurrences: 1, documents: 1 });
    const around = async (term: string) => {
      const id = (await client.terms.page(project, { text: term })).items[0]?.id ?? fail();
      return { id, ...(await client.terms.page(project, { around: id, limit: 1 })) };
    };
    const [lock, paddle] = [await around('lock'), await around('paddle')];
    expect(paddle.items.map(({ term }) => term)).toEqual(['paddle']);
    const { value } = await client.terms.merge(project, { into: lock.id, from: [paddle.id] });
    expect(value.names).toContain('paddle');

    const [document] = await client.documents.list(project);
    const impact = await client.documents.impact(project, [document?.id ?? fail()]);
    expect(impact.entries).toBeGreaterThan(0);
    const [sluice] = (await client.entries.page(project, { text: 'sluice' })).items;
    await client.entries.trash(project, [sluice?.id ?? fail()]);
    expect(await client.trash.list(project)).toMatchObject([{ kind: 'entry', id: sluice?.id, name: 'sluice' }]);
    await client.trash.restore(project, { entries: [sluice?.id ?? fail()] });
    expect(await client.trash.list(project)).toEqual([]);
  });

  it('answers an issue with a new definition, both at once', async () => {
    await using fixture = await open(mode);
    const { client, project } = fixture;
    for await (const issue of client.issues.list(project, { state: 'open' })) {
      const { version } = await client.entries.get(project, issue.conceptId);
      const statements = [{ text: 'A thing of a canal.' }];
      const fixed = await client.issues.fix(project, issue.id, { ifVersion: version, definition: { statements } });
      expect(fixed.value.definition).toBe('A thing of a canal.');
      await client.undo(fixed.undo?.token ?? '');
      expect((await client.entries.get(project, issue.conceptId)).isEdited).toBe(false);
      const counts = await client.issues.counts(project);
      expect(counts.find(({ rule, kind }) => rule === issue.rule && kind === issue.kind)?.resolved).toBe(0);
      return;
    }
    throw new Error('There are no issues to answer.');
  });

  it('on issues is decided once, and a published version shows what became of the glossary since', async () => {
    await using fixture = await open(mode);
    const { client, project } = fixture;
    const version = await client.versions.publish(project, { name: 'first' });
    expect(version).toMatchObject({ number: 1, name: 'first' });
    const issues = await Array.fromAsync(client.issues.list(project, { state: 'open' }));
    const [issue] = issues;
    if (issue !== undefined) {
      await client.issues.decide(project, { ids: [issue.id] }, { state: 'dismissed', reason: 'not-a-problem' });
      expect(await Array.fromAsync(client.issues.list(project, { state: 'open' }))).toHaveLength(issues.length - 1);
      await client.issues.reopen(project, { ids: [issue.id] });
      expect(await Array.fromAsync(client.issues.list(project, { state: 'open' }))).toHaveLength(issues.length);
      const { version: ifVersion } = await client.entries.get(project, issue.conceptId);
      const definition = { statements: [{ text: 'A part of a canal.' }] };
      const fixed = await client.issues.fix(project, issue.id, { ifVersion, definition });
      expect(fixed.value).toMatchObject({ definition: 'A part of a canal.', isEdited: true });
      await client.undo(fixed.undo?.token ?? '');
    }
    const lock = await entryNamed(client, project, 'lock');
    const sluice = await entryNamed(client, project, 'sluice');
    await client.entries.merge(project, { into: lock.id, from: [sluice.id] });
    const diff = await client.versions.diff(project, { from: 1 });
    expect(diff.removed.map(({ term }) => term)).toEqual(['sluice']);
    expect(diff.changed.map(({ term }) => term)).toContain('lock');
    await expect(client.versions.list(project)).resolves.toEqual([version]);
  });
});

async function open(mode: Mode) {
  const fixture = await openFixture(mode);
  const { client } = fixture;
  const { id: project } = await client.projects.create({ name: 'Canal', language: 'en' });
  await client.documents.upload(project, [{ name: 'canal.md', content: MANUAL }]);
  await (await client.runs.start(project)).done();
  return { client, project, [Symbol.asyncDispose]: () => fixture[Symbol.asyncDispose]() };
}

async function entryNamed(client: GlossaryClient, project: ProjectId, name: string): Promise<EntryDetail> {
  for await (const { id, term } of client.entries.list(project)) {
    if (term === name) return client.entries.get(project, id);
  }
  throw new Error(`There is no entry ${name}.`);
}

function fail(): never {
  throw new Error('It is not there.');
}
