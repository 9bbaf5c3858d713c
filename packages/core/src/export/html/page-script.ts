/**
 * The one script of the HTML export: search, theme, and Esc for quotations. It reads the page, holds nothing of the
 * glossary itself, and the page reads well without it. Folding is that of a reader who types: width, case, and
 * katakana as hiragana, so that a reading finds its entry.
 */
export const pageScript = `
'use strict';
const byId = (id) => document.getElementById(id);
const search = byId('ui.search');
const count = byId('ui.count');
const nothing = byId('ui.nothing');
const theme = byId('ui.theme');
const sections = [...document.querySelectorAll('section')].map((element) => ({
  element,
  entries: [...element.querySelectorAll('.entry')],
}));
const total = sections.reduce((sum, { entries }) => sum + entries.length, 0);
const fold = (text) =>
  text.normalize('NFKC').toLowerCase().replace(/[\\u30a1-\\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
let searchable;
const textOf = (entry) =>
  fold([...entry.querySelectorAll('.name, rt, .names, .words')].map((part) => part.textContent).join('\\n'));
function filter() {
  searchable ??= new Map(sections.flatMap(({ entries }) => entries.map((entry) => [entry, textOf(entry)])));
  const words = fold(search.value).split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const { element, entries } of sections) {
    let inSection = 0;
    for (const entry of entries) {
      const text = searchable.get(entry);
      const matches = words.every((word) => text.includes(word));
      if (entry.hidden === matches) entry.hidden = !matches;
      if (matches) inSection += 1;
    }
    element.hidden = inSection === 0;
    shown += inSection;
  }
  nothing.hidden = shown > 0;
  tell(shown);
}
function tell(shown) {
  count.textContent = count.dataset.pattern.replace('{shown}', shown).replace('{total}', total);
}
let waiting = 0;
search.addEventListener('input', () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(filter);
});
function clear() {
  if (search.value === '') return;
  search.value = '';
  filter();
}
document.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === '/' && event.target !== search && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
    search.select();
  }
  if (event.key !== 'Escape') return;
  if (event.target === search) clear();
  for (const open of document.querySelectorAll('.evidence:hover, .evidence:focus-within')) open.classList.add('dismissed');
});
const allow = (event) => {
  const evidence = event.target.closest?.('.evidence');
  if (evidence && !evidence.contains(event.relatedTarget)) evidence.classList.remove('dismissed');
};
document.addEventListener('pointerout', allow);
document.addEventListener('focusout', allow);
document.addEventListener('click', (event) => event.target.closest?.('.source')?.focus());
addEventListener('hashchange', () => {
  if (byId(decodeURIComponent(location.hash.slice(1)))?.hidden) {
    clear();
    byId(decodeURIComponent(location.hash.slice(1))).scrollIntoView();
  }
});
theme.addEventListener('click', () => {
  const isDark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = isDark ? 'light' : 'dark';
});
tell(total);
for (const hidden of document.querySelectorAll('.scripted')) hidden.hidden = false;
`;
