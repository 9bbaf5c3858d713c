import type { ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../../data/loaded.tsx';
import { useEntries } from '../../data/queries.ts';
import type { EntrySummary } from '../../data/shapes.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useWords } from '../../words/words.tsx';
import { confidenceBins, coverageOf, mostUsed } from './measures.ts';
import './page.css';

/** What the glossary is like as a whole: tables whose numbers are also drawn. */
export function InsightsPage({ project }: { readonly project: ProjectId }) {
  const words = useWords();
  const entries = useEntries(project);
  return (
    <Page title={words.insights.title}>
      <Loaded answer={entries}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={words.insights.empty} detail={words.entries.emptyDetail} />
          ) : (
            <Measures project={project} entries={list} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Measures({ project, entries }: { readonly project: ProjectId; readonly entries: readonly EntrySummary[] }) {
  const words = useWords();
  const coverage = coverageOf(entries);
  const used = mostUsed(entries);
  const bins = confidenceBins(entries);
  return (
    <div className="measures">
      <section aria-labelledby="coverage">
        <h2 id="coverage">
          {words.insights.coverage}: {words.percent(coverage.share)}
        </h2>
        <p className="muted">{words.insights.coverageDetail}</p>
        <Bars
          label={words.insights.coverage}
          unit={words.insights.times}
          rows={[
            { key: 'defined', name: words.entries.kinds.defined, value: coverage.defined },
            { key: 'rest', name: words.entries.kinds.unexplained, value: coverage.mentions - coverage.defined },
          ]}
        />
      </section>
      <section aria-labelledby="used">
        <h2 id="used">{words.insights.frequency}</h2>
        <Bars
          label={words.insights.frequency}
          unit={words.insights.times}
          rows={used.map(({ id, term, language, occurrences }) => ({
            key: id,
            name: (
              <Link to="/p/$projectId/entries" params={{ projectId: project }} search={{ entry: id }} lang={language}>
                {term}
              </Link>
            ),
            value: occurrences,
          }))}
        />
      </section>
      <section aria-labelledby="confidence">
        <h2 id="confidence">{words.insights.confidence}</h2>
        <Bars
          label={words.insights.confidence}
          unit={words.insights.entries}
          rows={bins.map(({ from, to, count }) => ({
            key: String(from),
            name: `${words.percent(from)} – ${words.percent(to)}`,
            value: count,
          }))}
        />
      </section>
    </div>
  );
}

interface Bar {
  readonly key: string;
  readonly name: React.ReactNode;
  readonly value: number;
}

/** A table whose numbers are drawn beside them: read aloud it is a table, printed it is a chart. */
function Bars({ label, unit, rows }: { readonly label: string; readonly unit: string; readonly rows: readonly Bar[] }) {
  const words = useWords();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <table className="bars" aria-label={label}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{unit}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, value }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <span className="bar" aria-hidden="true" style={{ inlineSize: `${(value / most) * 100}%` }} />
              <span className="numbers">{words.number(value)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
