import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMetrics } from '../../packages/core/src/runtime/metrics.ts';

const reference = resolve(import.meta.dirname, '../../docs/reference');

describe('the metrics', () => {
  it('are the ones that the reference lists, with their meaning', async () => {
    const metrics = await createMetrics().registry.getMetricsAsJSON();
    const rows = metrics.map(({ name, type, help }) => `| \`${name}\` | ${type} | ${help} |`).toSorted();
    await expect(
      [
        '# Metrics',
        '',
        'For Prometheus; alert rules are in [alerts.yml](alerts.yml).',
        '',
        '| name | kind | meaning |',
        '|---|---|---|',
        ...rows,
        '',
      ].join('\n'),
    ).toMatchFileSnapshot(join(reference, 'metrics.md'));
  });

  it('are all there that an alert asks for', async () => {
    const names = new Set((await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name));
    const alerts = readFileSync(join(reference, 'alerts.yml'), 'utf8');
    const asked = [...alerts.matchAll(/genglossary_[a-z_]+/gu)].map(([name]) => name.replace(/_bucket$/u, ''));
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.filter((name) => !names.has(name))).toEqual([]);
  });
});
