import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricsReference, registeredMetrics } from './metrics-reference.ts';

const reference = resolve(import.meta.dirname, '../../docs/reference');

describe('the page of metrics', () => {
  it('says what the program registers', async () => {
    expect(registeredMetrics().length).toBeGreaterThan(15);
    await expect(metricsReference()).toMatchFileSnapshot(resolve(reference, 'metrics.md'));
  });

  it('explains every label', () => {
    const explained = metricsReference().split('## Labels')[1] ?? '';
    const labels = new Set(registeredMetrics().flatMap(({ labelNames }) => labelNames));
    expect([...labels].filter((label) => !explained.includes(`\`${label}\``))).toEqual([]);
  });
});

describe('the alert rules', () => {
  const rules = readFileSync(resolve(reference, 'alerts.yml'), 'utf8');

  it('ask only for series that the program has', () => {
    const series = registeredMetrics().flatMap(({ name, type }) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`, name] : [name],
    );
    const asked = rules.match(/\bgenglossary_\w+/gu) ?? [];
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((name) => !series.includes(name))).toEqual([]);
  });

  it('cover a status that is not saved, a run past its lease, failing models and late events', () => {
    const alerts = [...rules.matchAll(/- alert: (\w+)\n\s+expr: (?:>-\n\s+)?([^\n]+)/gu)].map((match) =>
      match.slice(1),
    );
    expect(Object.fromEntries(alerts)).toMatchObject({
      GenglossaryStatusUnsaved: expect.stringContaining('genglossary_runs_status_unsaved'),
      GenglossaryRunPastItsLease: expect.stringContaining('genglossary_runs_lease_expired'),
      GenglossaryModelErrors: expect.stringContaining('genglossary_model_errors_total'),
      GenglossaryEventsAreLate: expect.stringContaining('genglossary_run_event_lag_seconds_bucket'),
    });
    expect(rules).toMatch(/runs_status_unsaved\) > 0\n\s+for: 30s/u);
  });
});
