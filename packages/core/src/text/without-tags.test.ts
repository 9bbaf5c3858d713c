import { expect, it } from 'vitest';
import { hasTags, withoutTags } from './without-tags.ts';

it.each([
  ['A <strong>tray</strong> of Salt &amp; Sons', 'A tray of Salt & Sons'],
  ['<ruby>潮門<rt>うしおど</rt></ruby>とは扉である', '潮門とは扉である'],
  ['潮門<rp>（</rp><rt>うしおど</rt><rp>）</rp></ruby>とは', '潮門とは'],
  ['おど</rt></ruby>とは', 'とは'],
  ['番人は<ruby>潮門<rt>うし', '番人は潮門'],
  ['ong>tray</strong> is <a hre', 'tray is '],
  ['<tr><td>tray</td><td>a box</td></tr>', ' tray · a box '],
  ['one<br>two', 'one two'],
  ['a &lt;b&gt; &amp;lt; c', 'a <b> &lt; c'],
  ['amp; Sons &am', ' Sons '],
  ['Sons.<', 'Sons.'],
  ['3 < 4', '3 < 4'],
])('%j is read %j', (html, read) => {
  expect(withoutTags(html)).toBe(read);
});

it('is for the formats whose text is HTML', () => {
  expect(['html', 'docx', 'markdown', 'text', undefined].map(hasTags)).toEqual([true, true, false, false, false]);
});

it('reads a very long piece in bounded time', () => {
  const start = performance.now();
  for (const unit of ['<', '<rt>', '<p', '&', '</td>']) withoutTags(unit.repeat(20_000));
  expect(performance.now() - start).toBeLessThan(1000);
});
