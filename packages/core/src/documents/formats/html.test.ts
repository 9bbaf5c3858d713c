import { describe, expect, it } from 'vitest';
import { documentFormatConformance } from '../../testing/conformance/document-format.ts';
import { html } from './html.ts';

const sample = `<!doctype html><html><head><title>Kiln &amp; ash</title><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a></nav><h1>Kiln<a class="headerlink" href="#k">¶</a></h1>
<p>A <dfn>kiln</dfn> heats <a href="c.html">clay</a>,<br>
says <abbr title="potters of the east">POTE</abbr> in <code>fire()</code>.
<ul><li>one<ul><li>two</ul><li>three</ul>
<dl><dt>Saggar<dd>A box.</dl>
<table><tr><th>Word<th>Sense<tr><td>slip<td>thin</table>
<div class="admonition note"><div>Hot</div></div>
<blockquote>So it was.</blockquote>
<pre>code</pre><script>no()</script><!-- no -->
<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>
</body></html>`;

documentFormatConformance(html, sample);

describe('the prose of HTML', () => {
  const prose = html.read(sample);

  it('is what a browser shows, block by block', () => {
    expect(
      prose.blocks.map((block) => `${block.kind}${block.level || ''}: ${prose.text.slice(block.start, block.end)}`),
    ).toEqual([
      'title: Kiln & ash',
      'heading1: Kiln',
      'paragraph: A kiln heats clay, says POTE in fire().',
      'list-item1: one',
      'list-item2: two',
      'list-item1: three',
      'definition-term: Saggar',
      'definition-text: A box.',
      'table-header: Word',
      'table-header: Sense',
      'table-cell: slip',
      'table-cell: thin',
      'note: Hot',
      'quote: So it was.',
      'paragraph: 漢字',
    ]);
  });

  it('remembers what its author marked', () => {
    expect(prose.marks.map((mark) => [mark.kind, prose.text.slice(mark.start, mark.end), mark.value])).toEqual([
      ['definiendum', 'kiln', ''],
      ['link', 'clay', 'c.html'],
      ['abbreviation', 'POTE', 'potters of the east'],
      ['code', 'fire()', ''],
      ['ruby', '漢', 'かん'],
      ['ruby', '字', 'じ'],
    ]);
  });
});
