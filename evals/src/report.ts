import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SetResult } from './evaluate-set.ts';

const reportPath = join(import.meta.dirname, '..', 'REPORT.md');
const BEGIN = '<!-- figures: written by `pnpm eval --write` -->';
const END = '<!-- /figures -->';

/** One table for each kind of score, a row a set. */
export function figuresTable(results: readonly SetResult[]): string {
  const kinds = [...new Set(results.flatMap(({ scores }) => scores.map(({ kind }) => kind)))];
  return kinds
    .map((kind) => {
      const rows = results.flatMap(({ set, seconds, peakMegabytes, scores }) =>
        scores.filter((score) => score.kind === kind).map(({ figures }) => ({ set, figures, seconds, peakMegabytes })),
      );
      const names = Object.keys(rows[0]?.figures ?? {});
      const header = ['set', ...names, 'seconds', 'peak MB'];
      const lines = rows.map(({ set, figures, seconds, peakMegabytes }) =>
        [set, ...names.map((name) => figures[name] ?? ''), seconds.toFixed(1), peakMegabytes].join(' | '),
      );
      return [
        `### ${kind}`,
        '',
        `| ${header.join(' | ')} |`,
        `|${header.map(() => '---').join('|')}|`,
        ...lines.map((line) => `| ${line} |`),
      ].join('\n');
    })
    .join('\n\n');
}

/** Replaces the figures in the report; its judgements and comments stay. */
export function writeFigures(results: readonly SetResult[]): void {
  const report = readFileSync(reportPath, 'utf8');
  const begin = report.indexOf(BEGIN);
  const end = report.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${reportPath} has lost its figure marks.`);
  writeFileSync(reportPath, `${report.slice(0, begin)}${BEGIN}\n\n${figuresTable(results)}\n\n${report.slice(end)}`);
}
