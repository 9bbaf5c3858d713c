import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { useEntry } from '../../data/queries.ts';
import type { EntrySummary } from '../../data/shapes.ts';
import { useWords } from '../../words/words.tsx';
import { DecideWords } from './decide-words.tsx';

/** What the marked word means, beside the text it stands in. */
export function PlaceCard({ project, entry }: { readonly project: ProjectId; readonly entry: EntrySummary }) {
  const words = useWords();
  const { data } = useEntry(project, entry.id);
  const unwelcome = data?.designations.filter(({ status }) => status === 'forbidden') ?? [];
  const { term, reading, definition, language, id, occurrences, documents } = entry;
  return (
    <article className="panel place-card" aria-live="polite">
      <h2 lang={language}>{term}</h2>
      {reading !== undefined && (
        <p className="muted" lang={language}>
          {reading}
        </p>
      )}
      <p className="reading" lang={definition === undefined ? undefined : language}>
        {definition ?? words.entries.unexplained}
      </p>
      {unwelcome.map(({ text, reason }) => (
        <p key={text} lang={language} className="muted">
          {words.entries.instead(text)}
          {reason !== undefined && ` · ${reason}`}
        </p>
      ))}
      <p className="muted numbers">{words.entries.occurrencesCount(occurrences, documents)}</p>
      <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ entry: id }} className="button">
        {words.document.openEntry}
      </Link>
      <DecideWords project={project} term={term} />
    </article>
  );
}
