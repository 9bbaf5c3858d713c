import { type DocumentId, isGenGlossaryError, type RunEventMessage } from '@genglossary/client';
import { describe, expect, it } from 'vitest';
import { modes, openFixture } from './clients.ts';

const HANDBOOK = `# Lighthouse

A lighthouse is a tower with a lamp that shows ships where the coast is. The keeper of the lighthouse lives in it.

## Fog signal

A fog signal is a horn that sounds when the lamp cannot be seen. The fog signal is tested every morning.
The lighthouse keeper oils the fog signal. Each lighthouse has its own fog signal.
`;

describe.each(modes)('a first glossary %s', (mode) => {
  it('is made of files that are handed in, followed while it is built, and exported', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const project = await client.projects.create({ name: 'Handbook', language: 'en' });
    const upload = await client.documents.upload(project.id, [
      { name: 'handbook.md', content: HANDBOOK },
      { name: 'bytes.md', content: new TextEncoder().encode('# Lamp\n\nThe lamp of the lighthouse turns.\n') },
      { name: '../outside.md', content: 'no' },
      { name: 'id_rsa', content: 'no' },
    ]);
    expect(upload.outcomes.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['handbook.md', 'added'],
      ['bytes.md', 'added'],
      ['../outside.md', 'rejected'],
      ['id_rsa', 'rejected'],
    ]);
    expect(upload.rejected.every(({ detail }) => detail.length > 10)).toBe(true);

    const before = await caught(client.exports.create(project.id, { format: 'markdown' }));
    expect(isGenGlossaryError(before, 'glossary/none')).toBe(true);

    const run = await client.runs.start(project.id, { title: 'Coast words' });
    const events: RunEventMessage[] = [];
    for await (const event of run.events()) events.push(event);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)).toMatchObject({ type: 'run-end', status: 'completed' });
    expect(events.filter(({ type }) => type === 'step-end').length).toBeGreaterThanOrEqual(7);

    const file = await client.exports.create(project.id, { format: 'markdown' });
    expect(file).toMatchObject({ fileName: 'glossary.md', mediaType: expect.stringContaining('markdown') });
    expect(file.content).toContain('# Coast words');
    expect(file.content).toContain('A fog signal is a horn that sounds when the lamp cannot be seen.');
    const preview = await client.exports.preview(project.id, { format: 'json' });
    const json = await client.exports.create(project.id, { format: 'json' });
    expect(json.content.startsWith(preview.content)).toBe(true);

    const [listed] = await client.projects.list();
    expect(listed).toMatchObject({ id: project.id, documents: 2, changedDocuments: 0 });
    expect(listed?.entries).toBeGreaterThan(0);
  });

  it('is read entry by entry, and nobody overwrites what somebody else wrote', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const project = await client.projects.create({ name: 'Handbook', language: 'en' });
    const { added } = await client.documents.upload(project.id, [{ name: 'handbook.md', content: HANDBOOK }]);
    await (await client.runs.start(project.id)).done();

    const listed = await Array.fromAsync(client.entries.list(project.id));
    const signal = listed.find(({ term }) => term === 'fog signal');
    if (signal === undefined) throw new Error('There is no fog signal.');
    const entry = await client.entries.get(project.id, signal.id);
    expect(entry.current?.statements[0]?.evidence[0]?.quote).toContain('A fog signal is a horn');
    const [place] = (await client.entries.contexts(project.id, signal.id, { limit: 1 })).items;
    expect(place?.match.toLowerCase()).toBe('fog signal');
    const prose = await client.documents.prose(project.id, added[0] as DocumentId);
    expect(prose?.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
    expect(prose?.text.split('\n')[0]).toBe('Lighthouse');
    const places = await client.entries.places(project.id, added[0] as DocumentId);
    expect(places.filter((one) => one.entry === signal.id).length).toBe(entry.occurrences);

    const definition = { statements: [{ text: 'A horn on a tower.' }] };
    const saved = await client.entries.update(project.id, signal.id, { ifVersion: entry.version, definition });
    expect(saved.value.definition).toBe('A horn on a tower.');
    const second = await caught(client.entries.update(project.id, signal.id, { ifVersion: entry.version, definition }));
    if (!isGenGlossaryError(second, 'entry/conflict')) throw second;
    expect(second.details.current).toMatchObject({ version: saved.value.version });
    const [last] = await client.entries.history(project.id, signal.id);
    expect(last?.kind).toBe('entry-defined');
  });

  it('stays what it was when a document is thrown away, and the document comes back by its token', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const project = await client.projects.create({ name: 'Handbook' });
    const { added } = await client.documents.upload(project.id, [{ name: 'a.md', content: HANDBOOK }]);
    const thrown = await client.documents.trash(project.id, added);
    await expect(client.documents.list(project.id)).resolves.toEqual([]);
    const again = await client.undo(thrown.undo?.token ?? '');
    await expect(client.documents.list(project.id)).resolves.toMatchObject([{ name: 'a.md', state: 'new' }]);
    expect(again).toBeDefined();
    expect(isGenGlossaryError(await caught(client.undo(thrown.undo?.token ?? '')), 'undo/expired')).toBe(true);
  });

  it('is told to every open screen: each change once and in order', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const project = await client.projects.create({ name: 'Handbook' });
    const stop = new AbortController();
    const kinds: string[] = [];
    const following = (async () => {
      for await (const { kind, seq } of client.projects.changes(project.id, { after: 0, signal: stop.signal })) {
        kinds.push(kind);
        expect(seq).toBe(kinds.length);
        if (kind === 'documents-uploaded') await client.projects.update(project.id, { subject: 'coasts' });
        if (kind === 'project-updated') stop.abort(new Error('seen'));
      }
    })();
    await client.documents.upload(project.id, [{ name: 'a.md', content: HANDBOOK }]);
    await expect(following).rejects.toThrow('seen');
    expect(kinds.slice(-2)).toEqual(['documents-uploaded', 'project-updated']);
  });
});

async function caught(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
