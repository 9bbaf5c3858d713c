import type { Kysely } from 'kysely';
import type { ProjectId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { Tables } from '../tables.ts';

/** @throws `storage/not-found` when the project is gone or in the trash */
export async function requireProject(db: Kysely<Tables>, id: ProjectId): Promise<void> {
  const row = await db.selectFrom('project').select('trashed_at').where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.trashed_at !== null) throw notFound('project', id);
}

export function notFound(what: string, id: string): GlossaryError<'storage/not-found'> {
  return new GlossaryError('storage/not-found', `There is no ${what} ${id}.`, { details: { what, id } });
}
