import type { ProjectId } from '@genglossary/core/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../data/api.ts';
import { useAction, useUndo } from '../../data/actions.ts';
import { questions } from '../../data/questions.ts';
import type { EntryContext, EntryDetail } from '../../data/shapes.ts';
import { Contexts } from '../../documents/contexts.tsx';
import { sentenceAround } from '../../documents/sentence-around.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { notify } from '../../ui/toast.tsx';
import { useWords } from '../../words/words.tsx';
import { citedPlace, statementToCite } from './cite.ts';

const touched = ['entry', 'issue'] as const;

/** Every place where an entry is used; its sentence can be put behind what the entry says. */
export function CitableContexts({
  project,
  entry,
  lines,
  isEdited,
  onCited,
}: {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
  readonly lines: readonly EntryContext[];
  /** Its definition is being written. */
  readonly isEdited: boolean;
  /** Told which of its passages the new one is. */
  readonly onCited: (passage: number) => void;
}) {
  const words = useWords();
  const [api, queries] = [useApi(), useQueryClient()];
  const [chosen, setChosen] = useState<number>();
  const undo = useUndo(project, touched);
  const statements = entry.current?.statements ?? [];
  const target = chosen !== undefined && chosen < statements.length ? chosen : statementToCite(entry);
  const cite = useAction(project, touched, async (asked, { documentId, range: place }: EntryContext) => {
    const { text } = await queries.fetchQuery(questions.document(api, project, documentId));
    const range = sentenceAround(text, place, entry.language);
    const quote = text.slice(range.start, range.end);
    return asked.entries.cite(project, entry, { statement: target ?? 0, documentId, range, quote });
  });
  const canCite = target !== undefined && !isEdited && !entry.isLocked;
  if (lines.length === 0) return <p className="muted">{words.entries.unused}</p>;
  return (
    <>
      {canCite && statements.length > 1 && (
        <SelectField
          label={words.entries.citeFor}
          value={String(target)}
          onChange={({ target: { value } }) => setChosen(Number(value))}
        >
          {statements.map(({ text, evidence }, index) => (
            <option key={index} value={index}>
              {`${index + 1}. ${text.slice(0, 40)} (${words.entries.standsOn(evidence.length)})`}
            </option>
          ))}
        </SelectField>
      )}
      <Contexts
        project={project}
        lines={lines}
        total={entry.occurrences}
        language={entry.language}
        act={
          canCite
            ? (line) => (
                <Button
                  kind="quiet"
                  size="small"
                  disabled={cite.isPending}
                  aria-label={words.entries.citePlace(line.documentName, line.line)}
                  onClick={() =>
                    cite.mutate(line, {
                      onSuccess(token) {
                        onCited(citedPlace(entry, target));
                        notify({
                          message: words.entries.cited(entry.term),
                          undo: { label: words.actions.undo, run: () => undo(token) },
                        });
                      },
                    })
                  }
                >
                  {words.entries.cite}
                </Button>
              )
            : undefined
        }
      />
    </>
  );
}
