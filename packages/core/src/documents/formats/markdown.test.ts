import { describe, expect, it } from 'vitest';
import { documentFormatConformance } from '../../testing/conformance/document-format.ts';
import { markdown } from './markdown.ts';

const blocksOf = (text: string): string[] => {
  const prose = markdown.read(text);
  return prose.blocks.map((block) => `${block.kind}: ${prose.text.slice(block.start, block.end)}`);
};
const marksOf = (text: string): (readonly [string, string, string])[] => {
  const prose = markdown.read(text);
  return prose.marks.map((mark) => [mark.kind, prose.text.slice(mark.start, mark.end), mark.value] as const);
};

const sample = `---
title: "The kiln"
---
# Firing {#firing}

A **kiln** heats [clay](clay.md "t") &amp; glaze with \`fire()\`,
line by line. [opt] and [ref]. <dfn>Bisque</dfn><br>

[ref]: http://kiln.example

- one
  - two

  more
- [x] task

| Word | Sense |
|------|-------|
| slip | thin  |
|      | clay  |

Cone
: A measure
  of heat

Saggar

: A box

> [!NOTE]
> Hot *inside*

:::tip[Glaze]
Wait
:::

!!! note "Ash"
    Falls

See {{< term_tooltip text="biscuit ware" id="b" >}} here[^1].

[^1]: A foot note.

<details><summary>Sum</summary>
<ruby>窯<rp>(</rp><rt>かま</rt><rp>)</rp></ruby>の話
</details>

\`\`\`js
code()
\`\`\`
`;

documentFormatConformance(markdown, sample);

describe('the prose of Markdown', () => {
  it('keeps the title of a quoted note apart from its words', () => {
    const note = '> **Note:**\n> A drawer is a box\n> in a **desk**.\n\n**Bold**\nwords go on.\n';
    expect(blocksOf(note)).toEqual([
      'quote: Note:',
      'note: A drawer is a box in a desk.',
      'paragraph: Bold words go on.',
    ]);
  });

  it('is what people read, block by block', () => {
    expect(blocksOf(sample)).toEqual([
      'title: The kiln',
      'heading: Firing',
      'paragraph: A kiln heats clay & glaze with fire(), line by line. [opt] and ref. Bisque',
      'list-item: one',
      'list-item: two',
      'paragraph: more',
      'list-item: task',
      'table-header: Word',
      'table-header: Sense',
      'table-cell: slip',
      'table-cell: thin',
      'table-cell: clay',
      'definition-term: Cone',
      'definition-text: A measure of heat',
      'definition-term: Saggar',
      'definition-text: A box',
      'note: Hot inside',
      'caption: Glaze',
      'note: Wait',
      'caption: Ash',
      'note: Falls',
      'paragraph: See biscuit ware here.',
      'note: A foot note.',
      'caption: Sum',
      'paragraph: 窯の話',
    ]);
  });

  it('remembers what its author marked', () => {
    expect(marksOf(sample)).toEqual([
      ['strong', 'kiln', ''],
      ['link', 'clay', 'clay.md'],
      ['code', 'fire()', ''],
      ['link', 'ref', 'http://kiln.example'],
      ['definiendum', 'Bisque', ''],
      ['emphasis', 'inside', ''],
      ['term', 'biscuit ware', ''],
      ['ruby', '窯', 'かま'],
    ]);
  });

  it('joins lines with a space, but not between two characters written without spaces', () => {
    expect(blocksOf('one\ntwo\n\n釉薬を\n塗る')).toEqual(['paragraph: one two', 'paragraph: 釉薬を塗る']);
  });

  it('gives an empty table cell its column', () => {
    const cells = markdown.read(sample).blocks.filter((block) => block.kind === 'table-cell');
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [1, 0],
      [1, 1],
      [2, 1],
    ]);
  });

  it('leaves out comments, code blocks, images and module lines', () => {
    expect(blocksOf('import A from "b"\n\n<!-- no -->\n\n    code\n\ntext ![alt](i.png)<!-- no -->\n')).toEqual([
      'paragraph: text',
    ]);
  });
});
