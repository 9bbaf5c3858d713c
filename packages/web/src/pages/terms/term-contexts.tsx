import type { ProjectId } from '@genglossary/core/domain';
import { memo, type RefObject } from 'react';
import { Contexts } from '../../documents/contexts.tsx';
import { Loaded } from '../../data/loaded.tsx';
import { useEntry, useTermContexts } from '../../data/queries.ts';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import { pageOf } from '../../shell/project-pages.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ScoreParts } from '../../ui/score-parts.tsx';
import { typingPauseMs, useAfterPaint } from '../../ui/use-after-paint.ts';
import { useWords } from '../../words/words.tsx';
import { NoteField } from '../entries/note-field.tsx';

interface TermContextsProps {
  readonly project: ProjectId;
  readonly term: WorkbenchTerm;
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
}

/** The term in its sentences, and why it stands where it does. */
export const TermContexts = memo(function TermContexts({ project, term, noteField }: TermContextsProps) {
  const words = useWords();
  const contexts = useTermContexts(project, term.id);
  const { entry } = term;
  return (
    <section className="term-contexts" aria-label={words.terms.contextFor(term.term)}>
      <h2 lang={term.language}>{term.term}</h2>
      {term.forms.length > 1 && (
        <p className="muted" lang={term.language}>
          {words.terms.forms}:{' '}
          {term.forms.map(({ text, count }) => (count === 0 ? text : `${text} (${words.number(count)})`)).join(' · ')}
        </p>
      )}
      {entry !== undefined && (
        <p>
          <AppLink href={`${pageOf(project, 'entries')}?entry=${encodeURIComponent(entry.id)}`}>
            {entry.id === term.id ? words.terms.openEntry : words.terms.aliasOf(entry.term)}
          </AppLink>
        </p>
      )}
      {entry !== undefined && <Note project={project} id={entry.id} noteField={noteField} />}
      {/* Above what comes later and is of any length: nothing moves. */}
      <div className="term-why">
        <ScoreParts parts={term.parts} total={term.score} />
      </div>
      <Loaded answer={contexts}>
        {(lines) => <Contexts project={project} lines={lines} total={term.frequency} language={term.language} />}
      </Loaded>
    </section>
  );
});

function Note({
  project,
  id,
  noteField,
}: {
  readonly project: ProjectId;
  readonly id: NonNullable<WorkbenchTerm['entry']>['id'];
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
}) {
  // Who goes from term to term reads: what one would write follows.
  const isThere = useAfterPaint(id, { pauseMs: typingPauseMs, isLookedAt: true }) === id;
  const { data } = useEntry(project, id);
  return (
    <div className="term-note">
      {isThere && data !== undefined && (
        <NoteField key={id} project={project} id={id} note={data.note} field={noteField} />
      )}
    </div>
  );
}
