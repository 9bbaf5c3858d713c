import { conceptId, type DesignationKind } from '../../../domain/index.ts';
import type { Clock } from '../../../runtime/clock.ts';
import { conceptIdOf } from '../../../text/concept-id.ts';
import type { StoredCandidate, TermStore } from '../../glossary-stores.ts';
import type { Access } from '../access.ts';
import { lockProject, tellChange } from '../append-change.ts';
import { batches } from '../batches.ts';
import type { Tables } from '../tables.ts';

/** So many of the best candidates are kept. */
const KEPT = 20_000;

export function termStore({ read, write, changed }: Access, clock: Clock): TermStore {
  return {
    replace: (project, candidates, { kept, isTold = false }) =>
      write(async (db) => {
        if (isTold) {
          await lockProject(db, project);
          await tellChange(db, project, { kind: 'terms-extracted', touched: [{ noun: 'term' }], clock });
          changed(project);
        }
        await db.deleteFrom('candidate').where('project_id', '=', project).execute();
        const isKept = new Set(kept.map(conceptIdOf));
        const rows = candidates
          .values()
          .take(KEPT)
          .map((candidate, position) => {
            const { key, language, term, kind, forms, frequency, documentFrequency, score, parts, reading } = candidate;
            const id = conceptIdOf(candidate);
            return {
              project_id: project,
              id,
              position,
              key,
              language,
              term,
              kind,
              forms: JSON.stringify(forms),
              frequency,
              document_frequency: documentFrequency,
              score,
              parts: JSON.stringify(parts),
              reading: reading ?? null,
              is_kept: isKept.has(id) ? 1 : 0,
            };
          });
        for (const batch of batches(rows)) await db.insertInto('candidate').values(batch).execute();
      }),
    list: (project) =>
      read(async (db) => {
        const query = db.selectFrom('candidate').selectAll().where('project_id', '=', project);
        return (await query.orderBy('position').execute()).map(toCandidate);
      }),
  };
}

function toCandidate(row: Tables['candidate']): StoredCandidate {
  return {
    id: conceptId(row.id),
    key: row.key,
    language: row.language,
    term: row.term,
    kind: row.kind as DesignationKind,
    forms: JSON.parse(row.forms) as StoredCandidate['forms'],
    frequency: row.frequency,
    documentFrequency: row.document_frequency,
    score: row.score,
    parts: JSON.parse(row.parts) as StoredCandidate['parts'],
    ...(row.reading === null ? {} : { reading: row.reading }),
    isKept: row.is_kept === 1,
  };
}
