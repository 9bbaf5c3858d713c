import { isGenGlossaryError } from '@genglossary/client';
import { describe, expect, it } from 'vitest';
import { modes, openFixture } from './clients.ts';

const TEXT = `# Quay

A quay is a wall of stone where boats are moored. The quay is long. Each quay has bollards.
`;

describe.each(modes)('imports %s', (mode) => {
  it('bring a table into the glossary by a plan, whose one undo takes it back, and an export back as it was', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const { id } = await client.projects.create({ name: 'Harbour', language: 'en' });
    await client.documents.upload(id, [{ name: 'quay.md', content: TEXT }]);
    await (await client.runs.start(id)).done();
    const names = async () => (await Array.fromAsync(client.entries.list(id))).map(({ term }) => term);
    const before = await names();

    const table = new Blob(['Begriff,Meaning\nfairway,The deep part of a channel.\n']);
    const plan = await client.imports.plan(id, {
      fileName: 'terms.csv',
      content: table,
      mapping: { Begriff: 'term' },
    });
    expect(plan.counts).toEqual({ create: 1, update: 0, same: 0, conflict: 0, skipped: 0 });
    expect(await names()).toEqual(before);
    expect(await client.imports.get(id, plan.id)).toEqual(plan);
    const { value, undo } = await client.imports.apply(id, plan.id);
    expect(value.created).toHaveLength(1);
    expect(await names()).toContain('fairway');
    const second: unknown = await client.imports.apply(id, plan.id).catch((error: unknown) => error);
    if (!isGenGlossaryError(second, 'import/conflict')) throw second;
    expect(second.details.current).toMatchObject([{ place: 2, term: 'fairway', entry: { term: 'fairway' } }]);

    for (const format of ['json', 'csv'] as const) {
      const { fileName, content } = await client.exports.create(id, { format });
      const again = await client.imports.plan(id, { fileName, content });
      expect(again.counts).toMatchObject({ create: 0, update: 0, conflict: 0, skipped: 0 });
    }
    await client.undo(undo?.token ?? '');
    expect(await names()).toEqual(before);
  });
});
