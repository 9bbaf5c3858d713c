import { describe, expect, it } from 'vitest';
import { html } from '../export/exporters/html.ts';
import { markdown } from '../export/exporters/markdown.ts';
import { tbx } from '../export/exporters/tbx.ts';
import { textlintTerminology } from '../export/exporters/textlint-terminology.ts';
import { mkdocsAbbr } from '../export/exporters/mkdocs-abbr.ts';
import { prh } from '../export/exporters/prh.ts';
import { sampleGlossary } from '../testing/sample-glossary.ts';
import { htmlMark, isOwnExport, markdownMark, toolMark } from './export-mark.ts';

describe('the mark of an export', () => {
  it.each([markdown, html, tbx])(
    'tells a glossary in $name, also with other ends of lines and words below it',
    (exporter) => {
      for (const locale of ['en', 'ja'] as const) {
        const text = [...exporter.write(sampleGlossary(), { locale })].join('');
        expect(isOwnExport(text)).toBe(true);
        if (exporter === markdown)
          expect(isOwnExport(`${text.replaceAll('\n', '\r\n')}\r\nSee the harbour office.\r\n`)).toBe(true);
      }
    },
  );

  it.each([prh, textlintTerminology, mkdocsAbbr])('tells an export for a program, as $name is', (exporter) => {
    const first = [...exporter.write(sampleGlossary(), { locale: 'ja' })].join('');
    expect(isOwnExport(first)).toBe(true);
    expect(isOwnExport(`${toolMark}\n${first}`)).toBe(false);
    expect(isOwnExport(`See how it was made.\n\n${first}`)).toBe(false);
  });

  it('does not tell a document that speaks of the mark', () => {
    expect(isOwnExport(`# How exports are marked\n\nThe last line is \`${markdownMark}\`.\n`)).toBe(false);
    expect(isOwnExport(`# How exports are marked\n\n    ${markdownMark}\n    ${htmlMark}\n`)).toBe(false);
    expect(isOwnExport('# Tide gate\n\nA tide gate is a door.\n')).toBe(false);
  });
});
