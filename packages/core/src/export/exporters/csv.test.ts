import { describe, expect, it } from 'vitest';
import { buildConcept, buildGlossary } from '../../testing/builders.ts';
import { exporterConformance } from '../../testing/conformance/exporter.ts';
import { csv } from './csv.ts';

exporterConformance(csv, {
  snapshot: '../fixtures/sample.csv',
  entryNames: (output) => rowsOf(output).map(([term = '']) => term),
  expectInert: (output) => {
    const rows = rowsOf(output);
    expect(rows).toHaveLength(2);
    expect(rows.every((cells) => cells.length === 18)).toBe(true);
    expect(rows.flat().filter((cell) => /^[\s\p{Cc}\ufeff]*[=+\-@＝＋－＠\t\r]/u.test(cell))).toEqual([]);
  },
});

describe('a CSV export', () => {
  it('starts with a byte order mark only where it is asked to', () => {
    const glossary = buildGlossary({ concepts: [buildConcept('tide')] });
    const [plain, marked] = [{}, { byteOrderMark: true }].map((options) => [...csv.write(glossary, options)].join(''));
    expect(plain?.startsWith('term,')).toBe(true);
    expect(marked).toBe(`\ufeff${plain}`);
  });
});

/** The rows behind the header, read by the grammar of RFC 4180. */
function rowsOf(output: string): string[][] {
  const rows: string[][] = [];
  for (const line of output.matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/gu)) {
    const cells = [...(line[1] ?? '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/gu)];
    rows.push(cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
  }
  return rows.slice(1);
}
