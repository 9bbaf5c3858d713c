import { modelSteps } from '@genglossary/core/domain';
import type { RunInfo } from '../../data/shapes.ts';
import { clockOf } from '../../words/ago.ts';
import type { Words } from '../../words/en.ts';

/** One thing that is known about runs, in the words of the page. */
export interface RunFact {
  readonly name: string;
  /** Of each run, in their order. */
  readonly values: readonly string[];
  readonly differs: boolean;
}

/** What two runs worked with, what they took, and what they made: what neither of them has is left out. */
export function runFacts(runs: readonly RunInfo[], words: Words): readonly RunFact[] {
  const { facts } = words.runs;
  const fact = (name: string, tell: (run: RunInfo) => string | undefined): RunFact[] => {
    const told = runs.map(tell);
    if (told.every((one) => one === undefined)) return [];
    const values = told.map((one) => one ?? words.runs.none);
    return [{ name, values, differs: values.some((value) => value !== values[0]) }];
  };
  return [
    ...fact(facts.status, ({ status }) => words.runs.status[status]),
    ...fact(facts.scope, ({ scope }) => words.runs.scopes[scope]),
    ...modelSteps.flatMap((step) => fact(facts.model(words.runs.steps[step]), (run) => workerOf(run, step, words))),
    ...fact(facts.styleGuide, ({ settings }) => settings?.styleGuide),
    ...fact(facts.language, ({ settings }) => settings?.language),
    ...fact(facts.limit, ({ settings }) =>
      settings?.limit === undefined ? undefined : words.runs.terms(settings.limit),
    ),
    ...fact(facts.title, ({ settings }) => settings?.title),
    ...fact(facts.budget, (run) => budgetOf(run, words)),
    ...fact(facts.time, ({ startedAt, finishedAt }) =>
      startedAt === undefined || finishedAt === undefined ? undefined : clockOf(finishedAt - startedAt),
    ),
    ...fact(facts.calls, ({ usage }) => asked(usage, () => words.number(usage.calls))),
    ...fact(facts.tokens, ({ usage }) =>
      asked(usage, () => words.runs.inAndOut(words.number(usage.inputTokens), words.number(usage.outputTokens))),
    ),
    ...fact(facts.cost, ({ usage }) => asked(usage, () => costOf(usage, words))),
    ...fact(facts.items, ({ counts }) => words.runs.countsLine(counts.done, counts.reused, counts.failed)),
    ...fact(facts.entries, ({ outcome }) => (outcome === undefined ? undefined : words.number(outcome.entries))),
    ...fact(facts.changes, ({ outcome }) =>
      outcome === undefined ? undefined : words.runs.changesLine(outcome.changed, outcome.added, outcome.removed),
    ),
  ];
}

/** A run that asked nobody has no figures of it. */
function asked({ calls }: RunInfo['usage'], tell: () => string): string | undefined {
  return calls === 0 ? undefined : tell();
}

function workerOf({ settings }: RunInfo, step: (typeof modelSteps)[number], words: Words): string {
  const model = settings?.models[step];
  if (model === undefined) return words.runs.builtIn;
  const name = `${model.provider}/${model.model}`;
  const { temperature } = model;
  return temperature === undefined || temperature === null
    ? name
    : words.list([name, words.runs.temperature(temperature)]);
}

function budgetOf({ budget }: RunInfo, words: Words): string | undefined {
  if (budget === undefined) return undefined;
  const { calls, tokens, cost } = budget;
  return words.list([
    ...(cost === undefined ? [] : [words.runs.cost(cost)]),
    ...(tokens === undefined ? [] : [words.runs.tokenCount(tokens)]),
    ...(calls === undefined ? [] : [words.runs.callCount(calls)]),
  ]);
}

/** What nobody knows the price of is not free. */
function costOf({ cost, unpricedCalls }: RunInfo['usage'], words: Words): string {
  if (unpricedCalls > 0 && cost === 0) return words.runs.unpriced;
  return unpricedCalls > 0 ? words.list([words.runs.cost(cost), words.runs.unpriced]) : words.runs.cost(cost);
}
