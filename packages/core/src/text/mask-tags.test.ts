import { describe, expect, it } from 'vitest';
import { foldedString } from './fold-with-alignment.ts';
import { maskTags } from './mask-tags.ts';

describe('HTML whose tags are masked', () => {
  it.each([
    ['<p>A <b>la</b>mp.</p><p>Dark</p>', 'a lamp. dark'],
    ['<ruby>灯台<rt>とうだい</rt></ruby>守', '灯台守'],
    ['<!-- lamp --><style>p {}</style>R&amp;D &lt; 3', 'r&d < 3'],
    ['a < b', 'a < b'],
  ])('%s reads as %s, and is as long as it was', (html, read) => {
    const masked = maskTags(html);
    expect(masked).toHaveLength(html.length);
    expect(foldedString(masked)).toBe(read);
  });
});
