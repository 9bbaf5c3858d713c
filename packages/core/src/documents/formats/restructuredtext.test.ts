import { describe, expect, it } from 'vitest';
import { documentFormatConformance } from '../../testing/conformance/document-format.ts';
import { restructuredtext } from './restructuredtext.ts';

const blocksOf = (text: string): string[] => {
  const prose = restructuredtext.read(text);
  return prose.blocks.map((block) => `${block.kind}${block.level || ''}: ${prose.text.slice(block.start, block.end)}`);
};
const marksOf = (text: string): (readonly [string, string, string])[] => {
  const prose = restructuredtext.read(text);
  return prose.marks.map((mark) => [mark.kind, prose.text.slice(mark.start, mark.end), mark.value] as const);
};

const sample = `:orphan:

====
Kiln
====

Firing
------

A **kiln** heats :term:\`clay\` with \`\`fire()\`\`, see
\`the guide <http://kiln.example>\`_ and |gas|. [1]_ It is *hot*::

    code()

.. _anchor:
.. |gas| replace:: propane
.. A comment.

- one
  goes on

  more
- two

  1. inner

.. note:: Wait for the
   kiln.

   Then open.

.. code-block:: sh

   run

.. glossary::

   saggar
   sagger
      A box of clay.

Cone
    A measure.

====== =====
Word   Sense
====== =====
slip   thin
body   thick
====== =====

+------+-------+
| Ash  | Wood  |
+======+=======+
| grey | brown |
+------+-------+

.. list-table::
   :header-rows: 1

   * - Glaze
     - Colour
   * - tenmoku
     - black

.. [1] A foot note.
`;

documentFormatConformance(restructuredtext, sample);

describe('the prose of reStructuredText', () => {
  it('is what people read, block by block', () => {
    expect(blocksOf(sample)).toEqual([
      'heading1: Kiln',
      'heading2: Firing',
      'paragraph: A kiln heats clay with fire(), see the guide and propane. It is hot:',
      'list-item1: one goes on',
      'paragraph: more',
      'list-item1: two',
      'list-item2: inner',
      'note: Wait for the kiln.',
      'note: Then open.',
      'definition-term: saggar',
      'definition-term: sagger',
      'definition-text: A box of clay.',
      'definition-term: Cone',
      'definition-text: A measure.',
      'table-header: Word',
      'table-header: Sense',
      'table-cell: slip',
      'table-cell: thin',
      'table-cell: body',
      'table-cell: thick',
      'table-header: Ash',
      'table-header: Wood',
      'table-cell: grey',
      'table-cell: brown',
      'table-header: Glaze',
      'table-header: Colour',
      'table-cell: tenmoku',
      'table-cell: black',
      'note: A foot note.',
    ]);
  });

  it('remembers what its author marked', () => {
    expect(marksOf(sample)).toEqual([
      ['strong', 'kiln', ''],
      ['term', 'clay', ''],
      ['code', 'fire()', ''],
      ['link', 'the guide', 'http://kiln.example'],
      ['emphasis', 'hot', ''],
      ['term', 'saggar', ''],
      ['term', 'sagger', ''],
    ]);
  });

  it('takes the label of a reference without a text for code, which readers never see', () => {
    expect(marksOf('See :ref:`kiln_care`, :doc:`/firing` and :ref:`the care of kilns <kiln_care>`.\n')).toEqual([
      ['code', 'kiln_care', ''],
      ['code', '/firing', ''],
      ['link', 'the care of kilns', 'kiln_care'],
    ]);
  });

  it('finds the cells of a table whose letters are two wide, and of one with a cell over two columns', () => {
    const wide = '+------+------+\n| 釉薬 | 灰   |\n+------+------+\n| over two    |\n+------+------+\n';
    expect(blocksOf(wide)).toEqual(['table-cell: 釉薬', 'table-cell: 灰', 'table-cell: over two']);
  });
});
