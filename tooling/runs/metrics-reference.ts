import { createMetrics } from '../../packages/core/src/runtime/metrics.ts';
import { createServerMetrics } from '../../packages/server/src/server-metrics.ts';

/** A metric as its registry knows it. */
export interface Registered {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly labelNames: readonly string[];
}

/** Every metric of the program. */
export function registeredMetrics(): Registered[] {
  return [...metricsOfCore(), ...metricsOfServer()];
}

function metricsOfCore(): Registered[] {
  return registeredIn(createMetrics());
}

function metricsOfServer(): Registered[] {
  using metrics = createServerMetrics();
  return registeredIn(metrics);
}

/** By name (code units). */
function registeredIn({ registry }: Pick<ReturnType<typeof createMetrics>, 'registry'>): Registered[] {
  return registry
    .getMetricsAsArray()
    .map((metric) => {
      // The registry's own types leave out what every metric of it has.
      const { name, help, labelNames } = metric as unknown as Omit<Registered, 'type'>;
      return { name, help, labelNames, type: metric.constructor.name.toLowerCase() };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** `docs/reference/metrics.md`. */
export function metricsReference(): string {
  return `# Metrics

What is counted and measured, for Prometheus: \`/metrics\` of a server answers all of it in the text format. This page is written from the code, and a test compares the two (\`pnpm exec vitest run tooling/runs/metrics -u\` writes it). Times are in seconds. No label holds a name, a path or a text of a document, so the number of series does not grow with the documents.

## Of a core

Whoever embeds a core finds these in \`RunManager.metrics.registry\` (prom-client).

${table(metricsOfCore())}

## Of a server

Each server over a core counts its own.

${table(metricsOfServer())}

## Labels

\`status\` is \`completed\`, \`partial\`, \`failed\` or \`cancelled\`; \`scope\` is a scope of runs (\`full\`); \`step\` a step of the pipeline; \`outcome\` is \`made\`, \`reused\` or \`failed\`; \`direction\` is \`input\` or \`output\`; \`code\` is a code of the closed list of errors, or \`unexpected\` (of a call that succeeded: \`ok\`); \`procedure\` is the name of a procedure, \`kind\` is \`query\`, \`mutation\` or \`subscription\`; \`quantile\` is 0.5 or 0.99.

## Alerts

[\`alerts.yml\`](alerts.yml) holds rules for Prometheus: a status that is not saved for 30 seconds, a run that is active past its lease, attempts that die, runs and items that fail, failing language models, late events. Put it under \`rule_files\`; each rule says what it means and what to look at first.
`;
}

function table(metrics: readonly Registered[]): string {
  const rows = metrics.map(
    ({ name, type, labelNames, help }) =>
      `| \`${name}\` | ${type} | ${labelNames.map((label) => `\`${label}\``).join(', ')} | ${help} |`,
  );
  return ['| name | type | labels | what it says |', '|---|---|---|---|', ...rows].join('\n');
}
