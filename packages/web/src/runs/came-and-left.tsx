import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RunInfo } from '../data/shapes.ts';
import { useWords } from '../words/words.tsx';
import { isNews } from './tell-outcome.ts';
import './came-and-left.css';

type Outcome = NonNullable<RunInfo['outcome']>;

/** What came into a glossary with a run and what left it: the new ones open, the others are looked for among all words. */
export function CameAndLeft({ project, outcome }: { readonly project: ProjectId; readonly outcome: Outcome }) {
  const words = useWords();
  if (!isNews(outcome)) return null;
  const { added, addedNames, removed, removedNames } = outcome;
  return (
    <ul className="came-and-left">
      {added > 0 && (
        <Named label={words.runs.cameAndLeft.came(added)} count={added} names={addedNames}>
          {({ id, term }) => (
            <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ entry: id }}>
              {term}
            </Link>
          )}
        </Named>
      )}
      {removed > 0 && (
        <Named label={words.runs.cameAndLeft.gone(removed)} count={removed} names={removedNames}>
          {({ term }) => (
            <Link to="/p/$projectId/terms" params={{ projectId: project }} search={{ q: term }}>
              {term}
            </Link>
          )}
        </Named>
      )}
    </ul>
  );
}

function Named({
  label,
  count,
  names,
  children,
}: {
  readonly label: string;
  readonly count: number;
  readonly names: Outcome['addedNames'];
  readonly children: (name: Outcome['addedNames'][number]) => ReactNode;
}) {
  const words = useWords();
  return (
    <li>
      <span className="numbers">{label}</span>
      {names.map((name) => (
        <span key={name.id}>{children(name)}</span>
      ))}
      {names.length > 0 && count > names.length && (
        <span className="muted numbers">{words.runs.cameAndLeft.more(count - names.length)}</span>
      )}
    </li>
  );
}
