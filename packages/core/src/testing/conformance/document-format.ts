import { array, type Arbitrary, assert, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentFormat } from '../../documents/document-format.ts';
import type { Prose } from '../../domain/index.ts';

/** The tests that every document format passes. `sample` is a text that uses all of the format's syntax. */
export function documentFormatConformance(format: DocumentFormat, sample: string): void {
  describe(`the ${format.name} format`, () => {
    it('reads its sample to blocks, marks and an alignment that hold together', () => {
      const prose = format.read(sample);
      expect(prose.blocks.length).toBeGreaterThan(3);
      expectSound(prose, sample);
    });

    it('reads an empty text to an empty prose', () => {
      expect(format.read('')).toMatchObject({ text: '', blocks: [], marks: [] });
    });

    it('reads the same text to the same prose whatever its line ends', () => {
      const { text, blocks } = format.read(sample.replaceAll('\r\n', '\n'));
      const windows = format.read(sample.replace(/\r?\n/gu, '\r\n'));
      expect({ text: windows.text, blocks: windows.blocks }).toEqual({ text, blocks });
    });

    it('reads any damaged text without falling over', () => {
      assert(
        property(damaged(sample), (text) => {
          expectSound(format.read(text), text);
        }),
        { numRuns: 300 },
      );
    });

    it.each([
      '*',
      '[',
      '<',
      '`',
      '|',
      ' ',
      '_',
      'a',
      '> ',
      '- ',
      '*a_ ',
      '![](',
      '[a](',
      '<!-- ',
      '~~a',
      '\n',
      '&',
      '《',
      '漢《',
      ':a:`',
      '{{<',
    ])('reads a very long line of %j in bounded time', (unit) => {
      const text = `x ${unit.repeat(Math.ceil(100_000 / unit.length))}`;
      const start = performance.now();
      expectSound(format.read(text), text);
      expect(performance.now() - start).toBeLessThan(3000);
    });

    it.each([
      '- a',
      '> a',
      '# a',
      '1. a',
      'a\n=',
      'a\n---',
      '| a |',
      '  - a',
      '```',
      ':a: b',
      '.. a::',
      '[a]: b',
      '<p>a',
    ])('reads very many lines of %j in bounded time', (line) => {
      const text = `${line}\n`.repeat(20_000);
      const start = performance.now();
      expectSound(format.read(text), text);
      expect(performance.now() - start).toBeLessThan(4000);
    });
  });
}

function damaged(sample: string): Arbitrary<string> {
  const piece = constantFrom(
    '\n',
    '\n\n',
    '  ',
    '`',
    '*',
    '[',
    ']',
    '<b>',
    '</',
    '|',
    '::',
    '《',
    '》',
    '\ud800',
    '&amp;',
    '\u3000',
    '```\n',
    '> ',
    '- ',
    '\t',
    '\r',
  );
  const edit = record({
    at: nat({ max: sample.length }),
    cut: nat({ max: 40 }),
    insert: array(piece, { maxLength: 4 }),
  });
  return array(edit, { minLength: 1, maxLength: 6 }).map((edits) =>
    edits.reduce((text, { at, cut, insert }) => text.slice(0, at) + insert.join('') + text.slice(at + cut), sample),
  );
}

/** What is true of the prose of any text. */
export function expectSound(prose: Prose, original: string): void {
  const problems: string[] = [];
  const { text, blocks, marks, alignment } = prose;
  if (text !== blocks.map((block) => text.slice(block.start, block.end)).join('\n'))
    problems.push('the text is not its blocks');
  for (const [index, block] of blocks.entries()) {
    if (block.start >= block.end) problems.push(`block ${index} is empty`);
    if (text.slice(block.start, block.end).includes('\n')) problems.push(`block ${index} has a line break`);
    if (block.section >= index) problems.push(`block ${index} stands under a later one`);
  }
  let last = { start: 0, end: Number.POSITIVE_INFINITY };
  for (const mark of marks) {
    if (mark.start >= mark.end || mark.end > text.length) problems.push(`a ${mark.kind} mark is out of range`);
    if (mark.start < last.start || (mark.start === last.start && mark.end > last.end))
      problems.push('marks are not in order');
    last = mark;
  }
  let prosePosition = 0;
  let originalPosition = 0;
  for (let index = 0; index < alignment.prose.length; index += 1) {
    const start = alignment.prose[index] ?? 0;
    const length = alignment.proseLength[index] ?? 0;
    const from = alignment.original[index] ?? 0;
    const originalLength = alignment.originalLength[index] ?? 0;
    if (start < prosePosition || from < originalPosition) problems.push(`segment ${index} goes backwards`);
    if (!/^[ \n]*$/u.test(text.slice(prosePosition, start)))
      problems.push(`words before segment ${index} stand nowhere`);
    prosePosition = start + length;
    originalPosition = from + originalLength;
    const isCopied = length === originalLength && length > 1;
    if (isCopied && text.slice(start, prosePosition) !== original.slice(from, originalPosition))
      problems.push(`segment ${index} differs`);
  }
  if (prosePosition > text.length || originalPosition > original.length) problems.push('the alignment leaves the text');
  expect(problems).toEqual([]);
}
