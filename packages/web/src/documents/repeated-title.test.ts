import type { Block, BlockKind } from '@genglossary/core/domain';
import { describe, expect, it } from 'vitest';
import { repeatedTitle } from './repeated-title.ts';

/** Blocks one below the other, as the prose of a document has them. */
function proseOf(lines: readonly (readonly [BlockKind, string])[]) {
  const blocks: Block[] = [];
  let start = 0;
  for (const [kind, line] of lines) {
    blocks.push({ kind, start, end: start + line.length, level: 1, section: -1, row: -1, column: -1 });
    start += line.length + 1;
  }
  return { text: lines.map(([, line]) => line).join('\n'), blocks };
}

describe('the title of a document', () => {
  it('is said twice where the text begins with a heading of the same words', () => {
    const prose = proseOf([
      ['title', 'The kiln  book'],
      ['heading', 'The Kiln Book'],
      ['paragraph', 'A kiln is an oven.'],
    ]);
    expect(repeatedTitle(prose)).toBe(prose.blocks[0]);
  });

  it.each([
    ['another heading follows', 'heading', 'Kilns'],
    ['the same words follow that are no heading', 'paragraph', 'The kiln book'],
  ] as const)('is said once where %s', (_, kind, line) => {
    expect(
      repeatedTitle(
        proseOf([
          ['title', 'The kiln book'],
          [kind, line],
        ]),
      ),
    ).toBeUndefined();
  });

  it('is not missed where there is none', () => {
    expect(repeatedTitle(proseOf([]))).toBeUndefined();
    expect(repeatedTitle(proseOf([['heading', 'Kilns']]))).toBeUndefined();
  });
});
