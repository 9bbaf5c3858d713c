import type { ConceptId, IssueId, ProjectId } from '@genglossary/core/domain';
import { memo, useState } from 'react';
import { Loaded } from '../../data/loaded.tsx';
import { useEntry } from '../../data/queries.ts';
import type { EntryDetail } from '../../data/shapes.ts';
import { BackToList } from '../../ui/list-detail.tsx';
import { Split } from '../../ui/split.tsx';
import { useWords } from '../../words/words.tsx';
import { hasDraft } from './definition-editor.tsx';
import { EntryText } from './entry-text.tsx';
import { EvidencePane } from './evidence-pane.tsx';

interface EntryPaneProps {
  readonly project: ProjectId;
  readonly id: ConceptId;
  readonly onNext: () => void;
  /** The issue that is answered by the definition which is written now. */
  readonly fixes?: IssueId | undefined;
  readonly onFixed?: () => void;
  /** To the list, where the window has no room for both. */
  readonly onBack?: () => void;
}

/**
 * One entry: what it says at the left, what it stands on at the right. Not drawn anew with the list beside it, as long as
 * what it is given is the same.
 */
export const EntryPane = memo(function EntryPane({ project, id, onNext, onBack, ...fixing }: EntryPaneProps) {
  const words = useWords();
  const entry = useEntry(project, id);
  return (
    <>
      {onBack !== undefined && <BackToList label={words.entries.backToList} onBack={onBack} />}
      <Loaded answer={entry}>
        {(detail) => <Open project={project} entry={detail} onNext={onNext} {...fixing} />}
      </Loaded>
    </>
  );
});

function Open({
  project,
  entry,
  onNext,
  ...fixing
}: {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
} & Pick<EntryPaneProps, 'onNext' | 'fixes' | 'onFixed'>) {
  const words = useWords();
  const [passage, setPassage] = useState(0);
  const [isEditing, setIsEditing] = useState(() => hasDraft(entry.id));
  return (
    <Split
      name="entry"
      dividerLabel={words.shell.resize}
      initial={54}
      first={
        <EntryText
          {...{ project, entry, passage, onNext, isEditing }}
          {...fixing}
          onPassage={setPassage}
          onEditing={setIsEditing}
        />
      }
      second={
        <EvidencePane
          {...{ project, entry, passage }}
          isEdited={isEditing || fixing.fixes !== undefined}
          onPassage={setPassage}
        />
      }
    />
  );
}
