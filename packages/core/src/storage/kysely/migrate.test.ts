import { Migrator } from 'kysely/migration';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConceptId, conceptId, documentId, type ProjectId } from '../../domain/index.ts';
import { startPostgres, type TestPostgres } from '../../testing/start-postgres.ts';
import type { Backend } from './backend.ts';
import { openPostgres } from './dialects/postgres.ts';
import { openSqlite } from './dialects/sqlite.ts';
import { start } from './migrations/2026_11_21_start.ts';
import { runs } from './migrations/2026_11_22_runs.ts';
import { openStorage, type StorageLocation } from './open-storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'genglossary-migrate-'));
let postgres: TestPostgres | undefined;

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const places: Readonly<Record<string, () => Promise<StorageLocation>>> = {
  SQLite: () => Promise.resolve({ path: join(folder, 'old.db') }),
  PostgreSQL: async () => ({ url: (await postgres?.createDatabase('old')) ?? '' }),
};

describe.each(Object.keys(places))('a filled database of the version before in %s', (database) => {
  it('keeps everything when what people do came into the schema', async () => {
    const location = await (places[database]?.() ?? Promise.reject(new Error('No place.')));
    const backend = 'path' in location ? openSqlite(location.path) : openPostgres(location.url);
    await fill(backend);
    await backend[Symbol.asyncDispose]();

    await using storage = await openStorage(location);
    const [project] = await storage.projects.list();
    expect(project).toEqual({ id: 'p', name: 'Lighthouses', createdAt: '2026-01-01T00:00:00.000Z' });
    const id = 'p' as ProjectId;
    expect((await storage.documents.readAll(id)).map(({ name, text }) => [name, text])).toEqual([
      ['a.md', 'The lamp 👩‍🚀.'],
      ['b.md', 'The lamp 👩‍🚀.'],
    ]);
    expect((await storage.documents.list(id)).map(({ state, updatedAt }) => [state, updatedAt])).toEqual([
      ['built', undefined],
      ['new', undefined],
    ]);
    expect(await storage.documents.builtText(id, documentId('a'))).toMatchObject({ text: 'The lamp 👩‍🚀.' });
    const [lamp, tower] = await storage.concepts.list(id);
    expect([lamp?.occurrences, lamp?.documents, tower?.occurrences]).toEqual([2, 1, 0]);
    expect(lamp?.concept.relations).toEqual([{ kind: 'broader', target: 'tower', state: 'accepted', evidence: [] }]);
    expect(lamp?.concept.definition).toMatchObject({ author: 'person', revision: 2 });
    expect(await storage.issues.list(id)).toMatchObject([{ id: 'i', state: 'dismissed' }]);
    expect(await storage.termLists.read(id)).toEqual({ required: [{ pattern: 'lamp' }], excluded: [] });
    await storage.glossary.replace(id, { title: 'New', documents: [], concepts: [], issues: [] });
    expect((await storage.glossary.read(id))?.concepts.map((one): ConceptId => one.id)).toEqual([conceptId('lamp')]);
  });
});

async function fill({ writer, traits }: Backend): Promise<void> {
  const migrator = new Migrator({
    db: writer,
    provider: {
      getMigrations: () => Promise.resolve({ '2026_11_21_start': start(traits), '2026_11_22_runs': runs(traits) }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  const project_id = 'p';
  const insert = (table: string, row: Readonly<Record<string, unknown>>) =>
    // The tables of that version, which no type knows any more.
    writer
      .insertInto(table as 'project')
      .values(row as never)
      .execute();
  await insert('project', { id: 'p', name: 'Lighthouses', created_at: '2026-01-01T00:00:00.000Z' });
  const document = { format: 'markdown', encoding: 'utf-8', content_hash: 'same' };
  for (const id of ['a', 'b']) {
    await insert('document', { project_id, id, name: `${id}.md`, ...document, text: 'The lamp 👩‍🚀.' });
  }
  await insert('term_rule', { project_id, list: 'required', position: 0, pattern: 'lamp', note: null });
  await insert('glossary', { project_id, title: 'Old', built_at: '' });
  const built = { position: 0, language: 'en', line_starts: '[0]' };
  await insert('glossary_document', { project_id, id: 'a', name: 'a.md', ...document, ...built });
  for (const [position, id] of ['lamp', 'tower'].entries()) {
    await insert('concept', { project_id, id, position, language: 'en', reason: 'score', score: 1, score_parts: '[]' });
    const name = { text: id, kind: 'term', status: 'preferred', form: 'full', reading: null };
    await insert('designation', { project_id, concept_id: id, position: 0, ...name });
  }
  const definition = { project_id, concept_id: 'lamp', state: 'edited', confidence: 1, reason: null, statements: '[]' };
  await insert('definition', { ...definition, author: 'built-in', revision: 1 });
  await insert('definition', { ...definition, author: 'person', revision: 2 });
  const relation = { project_id, concept_id: 'lamp', kind: 'broader', target: 'tower', position: 0, evidence: '[]' };
  await insert('relation', { ...relation, state: 'accepted' });
  await insert('occurrence', { project_id, concept_id: 'lamp', document_id: 'a', ranges: '[0,4,0,5,9,0]' });
  await insert('occurrence', { project_id, concept_id: 'tower', document_id: 'gone', ranges: '[]' });
  const issue = { id: 'i', position: 0, concept_id: 'lamp', kind: 'form', rule: 'r', message: '', quote: '' };
  await insert('issue', { project_id, ...issue, others: '[]', state: 'open' });
  await insert('issue_decision', { project_id, issue_id: 'i', state: 'dismissed', decided_at: '' });
}
