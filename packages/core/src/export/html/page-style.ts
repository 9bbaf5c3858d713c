/** The one style sheet of the HTML export. Text colours reach 4.5 : 1 (WCAG AA) on every ground they stand on, in both themes. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#fbfaf7, #16181c);
  --raised: light-dark(#ffffff, #20242a);
  --ink: light-dark(#1d2126, #e8e6e1);
  --quiet: light-dark(#5a616b, #a3abb5);
  --line: light-dark(#e2ded5, #343a42);
  --accent: light-dark(#1f5f8b, #8cc4ee);
  --wash: light-dark(#e8f0f6, #223342);
  --warn: light-dark(#8a4b08, #f0b671);
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 8.5rem; scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.65 var(--sans); overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
[hidden] { display: none !important; }
.page { max-width: 64rem; margin: 0 auto; padding: 0 1.5rem 6rem; }
header { padding: 3.5rem 0 1.5rem; }
h1 { font: 600 clamp(1.9rem, 5vw, 2.75rem)/1.15 var(--serif); letter-spacing: -.01em; margin: 0 0 .6rem; text-wrap: balance; }
.introduction { margin: 0; color: var(--quiet); max-width: 44rem; }
.bar { position: sticky; top: 0; z-index: 3; background: var(--ground); border-bottom: 1px solid var(--line); margin: 0 -.75rem; padding: .75rem .75rem .6rem; }
.tools { display: flex; align-items: center; gap: .75rem; }
.search { flex: 1; min-width: 0; font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--quiet); border-radius: .5rem; padding: .5rem .8rem; }
.search::placeholder { color: var(--quiet); opacity: 1; }
output { color: var(--quiet); font-size: .875rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
button { font: inherit; color: inherit; cursor: pointer; }
.theme { flex: none; background: none; border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; line-height: 1.2; font-size: .875rem; }
.letters { display: flex; flex-wrap: wrap; gap: .1rem; margin: .45rem 0 0 -.4rem; padding: 0; list-style: none; max-height: 4.5rem; overflow-y: auto; }
.letters a { display: block; min-width: 1.75rem; padding: .1rem .4rem; text-align: center; text-decoration: none; border-radius: .3rem; font-size: .9rem; }
.letters a:hover { background: var(--wash); }
h2 { font: 600 1.5rem/1 var(--serif); color: var(--accent); margin: 2.75rem -.75rem 0; padding: 0 .75rem .6rem; border-bottom: 1px solid var(--line); }
.entry { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: .25rem 2.5rem; padding: 1.4rem .75rem; margin: 0 -.75rem; border-bottom: 1px solid var(--line); content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.entry:last-child { border-bottom: 0; }
.entry:hover, .entry:focus-within { content-visibility: visible; position: relative; z-index: 1; }
.entry:target { background: var(--wash); border-radius: .5rem; box-shadow: inset 3px 0 0 var(--accent); }
h3 { font: 600 1.25rem/1.35 var(--serif); margin: 0; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
rt { font: .55em/1.2 var(--sans); color: var(--quiet); }
.names { margin: .3rem 0 0; padding: 0; list-style: none; font-size: .875rem; line-height: 1.5; color: var(--quiet); }
.names b { color: var(--ink); font-weight: 500; }
.names s { text-decoration-color: var(--warn); }
.statement { position: relative; margin: 0 0 .5rem; max-width: 44rem; }
.context .words { font-style: italic; color: var(--quiet); }
.context:lang(ja) .words { font-style: normal; }
.missing { margin: 0 0 .5rem; color: var(--warn); font-size: .9375rem; }
.source { background: none; border: 0; padding: 0 .1rem; color: var(--accent); font-size: .8125rem; text-decoration: underline dotted; text-underline-offset: .22em; text-align: start; }
.quote { visibility: hidden; opacity: 0; position: absolute; z-index: 2; left: 0; right: 0; top: 100%; padding: .9rem 1.1rem; background: var(--raised); border: 1px solid var(--line); border-radius: .5rem; box-shadow: 0 .6rem 2rem rgb(0 0 0 / .18); font-size: .9375rem; transition: opacity .12s, visibility .12s; }
.quote q { display: block; white-space: pre-line; border-inline-start: 3px solid var(--accent); padding-inline-start: .8rem; quotes: none; max-height: 14rem; overflow: auto; }
.quote cite { display: block; margin-top: .5rem; font-style: normal; font-size: .8125rem; color: var(--quiet); }
.evidence:hover .quote, .evidence:focus-within .quote { visibility: visible; opacity: 1; }
.evidence.dismissed .quote { visibility: hidden; opacity: 0; }
.facts { margin: .75rem 0 0; padding: 0; list-style: none; font-size: .875rem; line-height: 1.6; color: var(--quiet); max-width: 44rem; }
.facts summary { cursor: pointer; width: fit-content; }
.facts ul { margin: .3rem 0 .3rem 1.1rem; padding: 0; }
.issue { color: var(--warn); }
.nothing { padding: 3rem 0; color: var(--quiet); text-align: center; }
@media (max-width: 44rem) {
  .page { padding: 0 1rem 4rem; }
  .bar { margin-inline: -1rem; padding-inline: 1rem; }
  header { padding: 2rem 0 1rem; }
  .entry { grid-template-columns: minmax(0, 1fr); gap: .5rem; padding: 1.2rem 1rem; margin: 0 -1rem; }
  h2 { margin-inline: -1rem; padding-inline: 1rem; }
  .letters { flex-wrap: nowrap; overflow-x: auto; }
  .names { margin-top: .15rem; }
}
@media (prefers-reduced-motion: reduce) {
  html { scroll-behavior: auto; }
  .quote { transition: none; }
}
@page { margin: 16mm 15mm; }
@media print {
  :root, :root[data-theme] { color-scheme: light; --ground: #fff; --raised: #fff; --line: #cfcac0; }
  html { font-size: 9.5pt; }
  body { line-height: 1.5; }
  .bar, .nothing { display: none; }
  .page { max-width: none; padding: 0; }
  header { padding: 0 0 .5rem; }
  h1 { font-size: 20pt; }
  h2 { margin: 1.4rem 0 0; padding: 0 0 .3rem; font-size: 14pt; break-after: avoid; }
  h3 { font-size: 11.5pt; }
  a, .source { color: inherit; text-decoration: none; }
  .entry { content-visibility: visible; break-inside: avoid; grid-template-columns: 9rem minmax(0, 1fr); gap: .2rem 1.5rem; padding: .7rem 0; margin: 0; }
  .entry:target { background: none; box-shadow: none; }
  .introduction, .statement, .facts { max-width: none; }
  .statement, .missing { margin-bottom: .3rem; }
  .source { padding: 0; color: var(--quiet); }
  .source::before { content: "("; }
  .source::after { content: ")"; }
  .quote { visibility: visible; opacity: 1; position: static; display: block; border: 0; box-shadow: none; margin: .2rem 0; padding: 0; font-size: .9em; color: var(--quiet); }
  .quote q { max-height: none; border-color: var(--line); }
  .quote cite, .repeated .quote { display: none; }
  .facts { margin-top: .3rem; line-height: 1.45; }
  .facts summary { list-style: none; }
  .facts summary::-webkit-details-marker { display: none; }
}
`;
