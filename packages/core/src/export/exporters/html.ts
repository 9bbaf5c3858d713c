import { createHash } from 'node:crypto';
import { htmlMark } from '../../text/export-mark.ts';
import { assignAnchors } from '../anchors.ts';
import { GlossaryIndex } from '../entry-view.ts';
import { singleLine } from '../escape-markdown.ts';
import type { Exporter } from '../exporter.ts';
import { entryHtml, type Page } from '../html/entry-html.ts';
import { escapeHtml } from '../html/escape-html.ts';
import { pageScript } from '../html/page-script.ts';
import { pageStyle } from '../html/page-style.ts';
import { sectionsOf } from '../sections.ts';
import { localeOf, titleOf, wordsOf } from '../words.ts';

/**
 * One file to open in a browser: search, letters, evidence on hover and focus, light and dark, print. It loads nothing
 * and runs nothing but its own script, which its content security policy names by hash. Ids of its own hold a dot,
 * which no anchor of an entry does.
 */
export const html: Exporter = {
  name: 'html',
  fileExtension: '.html',
  mediaType: 'text/html',
  *write(glossary, options) {
    const locale = options.locale ?? localeOf(glossary);
    const words = wordsOf(locale);
    const { concepts, documents } = glossary;
    const sections = sectionsOf(concepts, { order: options.order, words });
    const page: Page = {
      index: new GlossaryIndex(glossary),
      words,
      anchors: assignAnchors(concepts, new Set()),
      documentsBase: options.documentsBase,
      occurrenceLimit: options.occurrenceLimit ?? 10,
    };
    const view = {
      includeUnsupported: options.includeUnsupported ?? false,
      includeIssues: options.includeIssues ?? false,
      locale,
    };
    const title = escapeHtml(singleLine(titleOf(glossary, words)));

    yield `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${htmlMark}
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<div class="page">
<header>
<h1>${title}</h1>
<p class="introduction">${escapeHtml(words.introduction(concepts.length, documents.length))}</p>
</header>
<nav class="bar" aria-label="${escapeHtml(words.search)}">
<div class="tools scripted" hidden>
<input class="search" id="ui.search" type="search" autocomplete="off" spellcheck="false" placeholder="${escapeHtml(words.searchHint)}" aria-label="${escapeHtml(words.search)}" aria-keyshortcuts="/">
<output id="ui.count" for="ui.search" data-pattern="${escapeHtml(words.shown)}"></output>
<button class="theme" id="ui.theme" type="button">${escapeHtml(words.theme)}</button>
</div>
`;
    const letters = sections.map(
      ({ heading }, number) => `<li><a href="#letter.${number}">${escapeHtml(heading)}</a></li>`,
    );
    yield `<ul class="letters">${letters.join('')}</ul>\n</nav>\n<main>\n`;
    for (const [number, { heading, concepts: members }] of sections.entries()) {
      yield `<section>\n<h2 id="letter.${number}">${escapeHtml(heading)}</h2>\n`;
      for (const concept of members) yield entryHtml(page.index.entry(concept, view), page);
      yield '</section>\n';
    }
    yield `<p class="nothing" id="ui.nothing"${concepts.length === 0 ? '' : ' hidden'}>`;
    yield `${escapeHtml(concepts.length === 0 ? words.empty : words.nothingFound)}</p>\n`;
    yield `</main>\n</div>\n<script>${pageScript}</script>\n</body>\n</html>\n`;
  },
};

const policy = [
  "default-src 'none'",
  `style-src '${sourceHash(pageStyle)}'`,
  `script-src '${sourceHash(pageScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source, 'utf8').digest('base64')}`;
}
