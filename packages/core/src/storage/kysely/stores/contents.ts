import type { Kysely } from 'kysely';
import type { Document, ProjectId } from '../../../domain/index.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';

/** Keeps the texts of documents, each once. */
export async function putContents(
  db: Kysely<Tables>,
  project: ProjectId,
  documents: readonly Pick<Document, 'contentHash' | 'text'>[],
): Promise<void> {
  const texts = new Map(documents.map(({ contentHash, text }) => [contentHash, text]));
  const rows = [...texts].map(([content_hash, text]) => ({ project_id: project, content_hash, text }));
  for (const batch of batches(rows, ({ text }) => text.length)) {
    const insert = db.insertInto('content').values(batch);
    await insert
      .onConflict((conflict) => conflict.columns(['project_id', 'content_hash']).doUpdateSet({ released_at: null }))
      .execute();
  }
}

/** Notes since when a text belongs to no document: until it is forgotten, an undo can give it back. */
export async function releaseContents(db: Kysely<Tables>, project: ProjectId, now: number): Promise<void> {
  await db
    .updateTable('content')
    .set({ released_at: now })
    .where('project_id', '=', project)
    .where('released_at', 'is', null)
    .where('content_hash', 'not in', usedBy(db, project))
    .execute();
}

/** Forgets texts that no document has had since `before` (milliseconds since 1970); answers how many. */
export async function forgetContents(db: Kysely<Tables>, before: number): Promise<number> {
  const forgotten = await db
    .deleteFrom('content')
    .where('released_at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('document')
            .select('document.id')
            .whereRef('document.project_id', '=', 'content.project_id')
            .whereRef('document.content_hash', '=', 'content.content_hash'),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(forgotten.numDeletedRows);
}

function usedBy(db: Kysely<Tables>, project: ProjectId) {
  return db.selectFrom('document').select('content_hash').where('project_id', '=', project);
}
