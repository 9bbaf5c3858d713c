import type { ProjectId } from '@genglossary/core/domain';
import { Contexts } from '../../documents/contexts.tsx';
import { Loaded } from '../../data/loaded.tsx';
import { useTermContexts } from '../../data/queries.ts';
import type { WorkbenchTerm } from '../../data/shapes.ts';
import { ScoreParts } from '../../ui/score-parts.tsx';
import { useWords } from '../../words/words.tsx';

/** The term in its sentences, and why it stands where it does. */
export function TermContexts({ project, term }: { readonly project: ProjectId; readonly term: WorkbenchTerm }) {
  const words = useWords();
  const contexts = useTermContexts(project, term.id);
  return (
    <section className="term-contexts" aria-label={words.terms.contextFor(term.term)}>
      <h2 lang={term.language}>{term.term}</h2>
      {term.forms.length > 1 && (
        <p className="muted" lang={term.language}>
          {words.terms.forms}: {term.forms.map(({ text, count }) => `${text} (${words.number(count)})`).join(' · ')}
        </p>
      )}
      <Loaded answer={contexts}>
        {(lines) => <Contexts project={project} lines={lines} total={term.frequency} language={term.language} />}
      </Loaded>
      <ScoreParts parts={term.parts} total={term.score} />
    </section>
  );
}
