import { describe, expect, it } from 'vitest';
import { html } from '../export/exporters/html.ts';
import { markdown } from '../export/exporters/markdown.ts';
import { tbx } from '../export/exporters/tbx.ts';
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

  it('tells an export for a program that checks texts', () => {
    const [first = ''] = prh.write(sampleGlossary(), { locale: 'ja' });
    expect(isOwnExport(first)).toBe(true);
    expect(isOwnExport(`${toolMark}\n${first}`)).toBe(false);
    expect(isOwnExport(`# How it was made\n\n${first}`)).toBe(false);
  });

  it('does not tell a document that speaks of the mark', () => {
    expect(isOwnExport(`# How exports are marked\n\nThe last line is \`${markdownMark}\`.\n`)).toBe(false);
    expect(isOwnExport(`# How exports are marked\n\n    ${markdownMark}\n    ${htmlMark}\n`)).toBe(false);
    expect(isOwnExport('# Tide gate\n\nA tide gate is a door.\n')).toBe(false);
  });
});
