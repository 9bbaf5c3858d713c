import type { DocumentId, ProjectId } from '@genglossary/core/domain';
import { useNavigate } from '@tanstack/react-router';
import { memo, useEffect, useMemo } from 'react';
import { useDocuments } from '../../data/queries.ts';
import { useWords } from '../../words/words.tsx';
import { documentFinder } from './document-finder.ts';
import { keepRecent, recentDocuments } from './recent-documents.ts';
import { TypeAhead } from './type-ahead.tsx';

/** Opens another document by a part of its path; those that were read last are offered first. */
export const DocumentSwitcher = memo(function DocumentSwitcher({
  project,
  current,
}: {
  readonly project: ProjectId;
  readonly current: DocumentId;
}) {
  const words = useWords();
  const navigate = useNavigate();
  const { data: documents } = useDocuments(project);
  const find = useMemo(
    () =>
      documentFinder(
        (documents ?? []).filter(({ id }) => id !== current),
        recentDocuments(project),
      ),
    [documents, current, project],
  );
  useEffect(() => keepRecent(project, current), [project, current]);
  return (
    <div className="document-switcher">
      <TypeAhead
        isPopup
        label={words.document.switchTo}
        find={find}
        keyOf={({ id }) => id}
        draw={({ name }) => name}
        onChoose={({ id }) =>
          void navigate({
            to: '/p/$projectId/documents/$documentId',
            params: { projectId: project, documentId: id },
          })
        }
      />
    </div>
  );
});
