import { describe, expect, it } from 'vitest';
import { documentFormatConformance } from '../../testing/conformance/document-format.ts';
import { docx } from './docx.ts';
import { formatOf, unsupported } from './index.ts';

/** As it comes out of the bytes of a file. */
const sample = `<title>Kilns &amp; ash</title>
<h1>Firing</h1>
<p>A <strong>kiln</strong> heats <a href="https://example.com/">clay</a>.</p>
<ul><li>one</li>
<ul><li>two</li></ul></ul>
<dl><dt>Saggar</dt>
<dd>A box.</dd></dl>
<table><tr><th>Word</th><th>Sense</th></tr>
<tr><td>slip</td><td><p>thin</p><p>clay</p></td></tr></table>
<pre>fire()</pre>
<p><ruby>匣鉢<rt>さや</rt></ruby>は箱である。</p>
<aside>So it was.</aside>`;

documentFormatConformance(docx, sample);

describe('the prose of a Word document', () => {
  it('has the kinds of its paragraphs, with the code left out', () => {
    const { blocks, text } = docx.read(sample);
    expect(blocks.map(({ kind, level, start, end }) => `${kind}${level || ''}: ${text.slice(start, end)}`)).toEqual([
      'title: Kilns & ash',
      'heading1: Firing',
      'paragraph: A kiln heats clay.',
      'list-item1: one',
      'list-item2: two',
      'definition-term: Saggar',
      'definition-text: A box.',
      'table-header: Word',
      'table-header: Sense',
      'table-cell: slip',
      'table-cell: thin',
      'table-cell: clay',
      'paragraph: 匣鉢は箱である。',
      'note: So it was.',
    ]);
  });

  it('is read of new files, with macros or without; of old ones it is said what to do', () => {
    expect(['a.docx', 'A.DOCX', 'b.docm'].map(formatOf)).toEqual(['docx', 'docx', 'docx']);
    expect(formatOf('a.doc')).toBeUndefined();
    expect(unsupported('a.DOC')).toEqual({ reason: 'unsupported-format', detail: 'save it as .docx' });
    expect(unsupported('a.png')).toEqual({ reason: 'unsupported-format' });
  });
});
