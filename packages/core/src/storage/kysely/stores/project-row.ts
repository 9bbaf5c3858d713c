import type { Selectable } from 'kysely';
import { type Project, projectId } from '../../../domain/index.ts';
import type { Tables } from '../tables.ts';

export function toProject({
  id,
  name,
  created_at,
  language,
  subject,
  archived_at,
}: Pick<
  Selectable<Tables['project']>,
  'id' | 'name' | 'created_at' | 'language' | 'subject' | 'archived_at'
>): Project {
  return {
    id: projectId(id),
    name,
    createdAt: created_at,
    ...(language === null ? {} : { language }),
    ...(subject === null ? {} : { subject }),
    ...(archived_at === null ? {} : { archivedAt: archived_at }),
  };
}
