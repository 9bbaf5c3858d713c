import { type IssueId, type ProjectId, tellIssue } from '@genglossary/core/domain';
import { useState } from 'react';
import { CategoryField } from '../../categories/category-field.tsx';
import type { EntryDetail } from '../../data/shapes.ts';
import { useShortcuts } from '../../keyboard/shortcuts.ts';
import { Chip } from '../../ui/chip.tsx';
import { usePreferences } from '../../preferences/store.ts';
import { ScoreParts } from '../../ui/score-parts.tsx';
import { fold } from '../../search/fold.ts';
import { useWords } from '../../words/words.tsx';
import { Confidence } from './confidence.tsx';
import { DefinitionEditor } from './definition-editor.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryNames } from './entry-names.tsx';
import { EntryRelations } from './entry-relations.tsx';
import { EntryTools } from './entry-tools.tsx';
import { NoteField } from './note-field.tsx';
import { isExplained, whyUnexplained } from './explained.ts';
import { doubtOf, ownSupport } from './own-words.ts';
import { ProposalDialog } from './proposal-dialog.tsx';
import { passagesOf } from './passages.ts';

interface EntryTextProps {
  readonly project: ProjectId;
  readonly entry: EntryDetail;
  readonly passage: number;
  readonly onPassage: (index: number) => void;
  readonly isEditing: boolean;
  readonly onEditing: (isEditing: boolean) => void;
  readonly onNext: () => void;
  /** The issue that is answered by the definition which is written now. */
  readonly fixes?: IssueId | undefined;
  readonly onFixed?: () => void;
}

/** What an entry says, set to be read. */
export function EntryText(props: EntryTextProps) {
  const { project, entry, passage, onPassage, isEditing, onEditing, onNext, fixes, onFixed } = props;
  const words = useWords();
  const { language: locale } = usePreferences();
  const [isAsking, setIsAsking] = useState(false);
  const { current, language } = entry;
  useShortcuts(
    'entry',
    entry.isLocked
      ? []
      : [
          { command: 'entry.edit', run: () => onEditing(true) },
          { command: 'entry.propose', run: () => setIsAsking(true) },
        ],
  );
  return (
    <article className={`entry ${isExplained(entry) ? '' : 'entry-quiet'}`} aria-labelledby="headword">
      <header className="entry-head">
        <h2 id="headword" lang={language}>
          {entry.term}
        </h2>
        {entry.reading !== undefined && fold(entry.reading) !== fold(entry.term) && (
          <p className="muted" lang={language}>
            {entry.reading}
          </p>
        )}
        <div className="row">
          {entry.isLocked && (
            <Chip tone="ok" icon="check">
              {words.entries.lockedByYou}
            </Chip>
          )}
          {entry.isEdited && current?.author !== 'person' && (
            <Chip tone="ok" icon="check">
              {words.entries.namesEdited}
            </Chip>
          )}
          {entry.isAdded ? (
            <Chip tone="accent">{words.entries.added}</Chip>
          ) : (
            entry.reason === 'required' && <Chip tone="accent">{words.entries.required}</Chip>
          )}
        </div>
        <CategoryField project={project} of={entry} />
      </header>

      {isEditing || fixes !== undefined ? (
        <DefinitionEditor
          {...{ project, entry, onNext, fixes }}
          onClose={() => {
            onEditing(false);
            onFixed?.();
          }}
        />
      ) : (
        <section aria-label={words.entries.definition}>
          {current === undefined || current.statements.length === 0 ? (
            <p className="entry-unexplained">{words.entries[whyUnexplained(entry)]}</p>
          ) : (
            <>
              {!isExplained(entry) && <p className="entry-unexplained">{words.entries.unexplained}</p>}
              <Statements entry={entry} passage={passage} onPassage={onPassage} />
            </>
          )}
          {current !== undefined && isExplained(entry) && (
            <p className="entry-origin">
              {current.author === 'person'
                ? words.entries.own[ownSupport(current)]
                : words.entries.states[current.state]}
              {current.author !== 'person' && <Confidence value={current.confidence} />}
            </p>
          )}
          <Legend entry={entry} />
          <EntryTools
            {...{ project, entry }}
            onEdit={() => onEditing(true)}
            onPropose={() => setIsAsking(true)}
            onRemoved={onNext}
          />
        </section>
      )}

      <ProposalDialog {...{ project, entry }} open={isAsking} onClose={() => setIsAsking(false)} />
      <EntryNames project={project} entry={entry} />
      <EntryRelations project={project} entry={entry} />

      {entry.issues.some(({ state }) => state === 'open') && (
        <section aria-labelledby="entry-issues">
          <h3 id="entry-issues">{words.entries.issues}</h3>
          <ul className="entry-issues">
            {entry.issues
              .filter(({ state }) => state === 'open')
              .map((issue) => (
                <li key={issue.id}>
                  <Chip tone="warn" icon="issues">
                    {words.issues.kinds[issue.kind]}
                  </Chip>{' '}
                  {tellIssue(issue, locale, { term: entry.term })}
                </li>
              ))}
          </ul>
        </section>
      )}

      <NoteField key={entry.id} project={project} id={entry.id} note={entry.note} />
      <EntryHistory project={project} entry={entry} />
      <ScoreParts parts={entry.scoreParts} total={entry.score} />
    </article>
  );
}

/** Each sentence with a marker for every passage that it stands on. */
function Statements({ entry, passage, onPassage }: Pick<EntryTextProps, 'entry' | 'passage' | 'onPassage'>) {
  const words = useWords();
  const passages = passagesOf(entry);
  return (
    <p className={isExplained(entry) ? 'reading entry-definition' : 'reading entry-context'} lang={entry.language}>
      {entry.current?.statements.map((statement, index) => (
        <span key={index} className="statement">
          <Told text={statement.text} doubt={doubtOf(entry, statement)} />
          {passages.map(
            (one, at) =>
              one.statement === statement && (
                <button
                  key={at}
                  type="button"
                  className="marker"
                  aria-pressed={at === passage}
                  aria-label={`${words.entries.evidence} ${at + 1}: ${words.entries.supports[statement.support]}`}
                  onClick={() => onPassage(at)}
                  onFocus={() => onPassage(at)}
                >
                  {at + 1}
                </button>
              ),
          )}{' '}
        </span>
      ))}
    </p>
  );
}

/** The words of a statement, marked where its passages do not bear it. */
function Told({ text, doubt }: { readonly text: string; readonly doubt: ReturnType<typeof doubtOf> }) {
  const words = useWords();
  if (doubt === undefined) return text;
  return (
    <span className={`statement-${doubt}`} title={words.entries.doubts[doubt]}>
      {text}
    </span>
  );
}

/** What the marks of the definition mean, where there are any. */
function Legend({ entry }: Pick<EntryTextProps, 'entry'>) {
  const words = useWords();
  const doubts = new Set(entry.current?.statements.flatMap((statement) => doubtOf(entry, statement) ?? []));
  return [...doubts].map((support) => (
    <p key={support} className="entry-legend">
      <span className={`statement-${support}`} aria-hidden="true">
        {words.entries.doubtSample}
      </span>{' '}
      {words.entries.doubts[support]}
    </p>
  ));
}
