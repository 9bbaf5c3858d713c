import type { ProjectId } from '@genglossary/core/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '../data/api.ts';
import { questions } from '../data/questions.ts';
import { useWords } from '../words/words.tsx';

/** How often a name stands in the documents, and the entry that has it, before anything is done with it. */
export function NamePreview({ project, term }: { readonly project: ProjectId; readonly term: string }) {
  const words = useWords();
  const { data } = useQuery(questions.namePreview(useApi(), project, term));
  if (data === undefined) return null;
  return (
    <>
      {words.terms.found(data.occurrences, data.documents)}{' '}
      {data.taken !== undefined && (
        <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ entry: data.taken }}>
          {words.terms.openExisting}
        </Link>
      )}
    </>
  );
}
