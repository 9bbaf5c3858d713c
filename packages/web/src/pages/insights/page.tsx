import type { Insights } from '@genglossary/client';
import { isTerminal, type ProjectId } from '@genglossary/core/domain';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Loaded } from '../../data/loaded.tsx';
import { useInsights, useRuns } from '../../data/queries.ts';
import type { RunInfo } from '../../data/shapes.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { clockOf } from '../../words/ago.ts';
import { useWords } from '../../words/words.tsx';
import { Chart } from './chart.tsx';
import type { InsightsSearch } from './insights-search.ts';
import { countFrom, leastCovered, shareOf } from './measures.ts';
import './page.css';

/** Only who scrolls to it waits for it. */
const TermGraph = lazy(async () => ({ default: (await import('./term-graph.tsx')).TermGraph }));

const shownTerms = 20;
const shownDocuments = 12;
const shownRuns = 12;
/** From here on a definition counts as sure. */
const sure = 0.7;

/** What the glossary is like as a whole: each figure a sentence, with the table that it comes from. */
export function InsightsPage({ project, search }: { readonly project: ProjectId; readonly search: InsightsSearch }) {
  const words = useWords();
  const insights = useInsights(project);
  return (
    <Page title={words.insights.title}>
      <Loaded answer={insights}>
        {(found) =>
          found.coverage.mentions === 0 ? (
            <EmptyState title={words.insights.empty} detail={words.entries.emptyDetail} />
          ) : (
            <Measures {...{ project, search }} insights={found} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Measures({
  project,
  search,
  insights,
}: {
  readonly project: ProjectId;
  readonly search: InsightsSearch;
  readonly insights: Insights;
}) {
  const words = useWords();
  const runs = useRuns(project);
  const { coverage, documents, frequent, confidence } = insights;
  const used = frequent.slice(0, shownTerms);
  const open = leastCovered(documents, shownDocuments);
  const definitions = confidence.reduce((sum, count) => sum + count, 0);
  const params = { projectId: project };
  return (
    <div className="measures">
      <Chart
        finding={words.insights.coverageFinding(words.percent(shareOf(coverage)))}
        detail={words.insights.coverageDetail}
        subject={words.insights.coverage}
        unit={words.insights.times}
        rows={[
          { key: 'defined', name: words.entries.kinds.defined, value: coverage.defined },
          { key: 'rest', name: words.entries.kinds.unexplained, value: coverage.mentions - coverage.defined },
        ]}
      />
      {open[0] !== undefined && (
        <Chart
          finding={words.insights.openFinding(open[0].name)}
          detail={words.insights.openDetail}
          subject={words.documents.title}
          unit={words.insights.times}
          rows={open.map(({ id, name, mentions, defined }) => ({
            key: id,
            name,
            link: (
              <Link to="/p/$projectId/documents/$documentId" params={{ ...params, documentId: id }}>
                {name}
              </Link>
            ),
            value: mentions - defined,
            shown: words.insights.openOf(mentions - defined, mentions),
          }))}
        />
      )}
      {used[0] !== undefined && (
        <Chart
          finding={words.insights.frequencyFinding(used[0].term, used[0].occurrences)}
          subject={words.terms.term}
          unit={words.insights.times}
          rows={used.map(({ id, term, occurrences, documents: spread }) => ({
            key: id,
            name: term,
            link: (
              <Link to="/p/$projectId/entries" params={params} search={{ entry: id }}>
                {term}
              </Link>
            ),
            value: occurrences,
            shown: words.insights.spread(occurrences, spread),
          }))}
        />
      )}
      {definitions > 0 && (
        <Chart
          finding={words.insights.confidenceFinding(countFrom(confidence, sure), definitions)}
          subject={words.insights.confidence}
          unit={words.insights.entries}
          rows={confidence.map((count, bin) => {
            const [from, to] = [bin, bin + 1].map((edge) => words.percent(edge / confidence.length));
            return { key: String(bin), name: `${from} – ${to}`, value: count };
          })}
        />
      )}
      <Suspense fallback={<Skeleton lines={6} label={words.shell.loading} />}>
        <TermGraph {...{ project, search }} />
      </Suspense>
      <Loaded answer={runs}>{(list) => <RunCosts project={project} runs={list} />}</Loaded>
    </div>
  );
}

/** Time and money of the last runs, as their own pages tell them. */
function RunCosts({ project, runs }: { readonly project: ProjectId; readonly runs: readonly RunInfo[] }) {
  const words = useWords();
  const over = runs.filter(({ status }) => isTerminal(status)).slice(0, shownRuns);
  if (over.length === 0) return null;
  const cost = over.reduce((sum, { usage }) => sum + usage.cost, 0);
  const calls = over.reduce((sum, { usage }) => sum + usage.calls, 0);
  return (
    <Chart
      finding={words.insights.runsFinding(over.length, calls, words.runs.cost(cost))}
      subject={words.runs.title}
      unit={words.insights.seconds}
      rows={over.map(({ id, createdAt, startedAt = createdAt, finishedAt = startedAt, usage }) => ({
        key: id,
        name: words.date(createdAt),
        link: (
          <Link to="/p/$projectId/runs/$runId" params={{ projectId: project, runId: id }}>
            {words.date(createdAt)}
          </Link>
        ),
        value: Math.round((finishedAt - startedAt) / 100) / 10,
        shown: words.list([
          clockOf(finishedAt - startedAt),
          ...(usage.calls === 0 ? [] : [words.runs.callCount(usage.calls), words.runs.cost(usage.cost)]),
        ]),
      }))}
    />
  );
}
