import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import type { RunInfo } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import { runFacts } from './run-facts.ts';

/** Runs side by side; what differs says so by its own mark, not by colour alone. */
export function Comparison({
  project,
  runs,
  onEnd,
}: {
  readonly project: ProjectId;
  readonly runs: readonly RunInfo[];
  readonly onEnd: () => void;
}) {
  const words = useWords();
  const facts = runFacts(runs, words);
  return (
    <section
      className="comparison"
      aria-labelledby="comparison"
      style={{ '--runs': runs.length } as React.CSSProperties}
    >
      <div className="spread">
        <h2 id="comparison">{words.runs.comparison}</h2>
        <Button onClick={onEnd}>{words.runs.stopComparing}</Button>
      </div>
      <p role="status">{words.runs.comparisonOf(facts.filter(({ differs }) => differs).length)}</p>
      <table>
        <thead>
          <tr>
            <td />
            {runs.map(({ id, createdAt }) => (
              <th key={id} scope="col">
                <Link to="/p/$projectId/runs/$runId" params={{ projectId: project, runId: id }}>
                  {words.date(createdAt)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, values, differs }) => (
            <tr key={name} className={differs ? 'comparison-differs' : undefined}>
              <th scope="row">
                {name}
                {differs && <span className="visually-hidden"> ({words.runs.differs})</span>}
              </th>
              {values.map((value, at) => (
                <td key={runs[at]?.id} className="numbers">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
