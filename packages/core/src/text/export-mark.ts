/**
 * The last line of a Markdown export, and the first of abbreviations for Markdown: a link reference that nothing refers to, which no reader of Markdown shows.
 * Whoever writes a glossary and reads documents knows by it that this is a glossary of its own.
 */
export const markdownMark = '[//]: # (GenGlossary)';

/** The same in the head of an HTML export. */
export const htmlMark = '<meta name="generator" content="GenGlossary">';

/** The same in the header of a TBX export. */
export const tbxMark = '<p type="generator">GenGlossary</p>';
/** In the first line, a comment, of an export for a program that checks texts. */
export const toolMark = 'Written by GenGlossary.';

/** Characters in which a mark is looked for: people may have written a little below it. */
const NEAR = 4096;

/**
 * Whether a text is a glossary that this product wrote: a document that quotes documents, from which nothing must be
 * quoted. A text that merely shows a mark in a line of prose or code is none.
 */
export function isOwnExport(text: string): boolean {
  const start = text.slice(0, NEAR);
  if (/^\ufeff?<!doctype html>/iu.test(start) && start.includes(`\n${htmlMark}\n`)) return true;
  if (/^\ufeff?<\?xml /u.test(start) && start.includes(` ${tbxMark}\n`)) return true;
  if (/^\ufeff?(?:#|\/\/) Written by GenGlossary\.(?:\r?\n|$)/u.test(start)) return true;
  if (/^\ufeff?\[\/\/\]: # \(GenGlossary\)\r?\n/u.test(start)) return true;
  return /^\ufeff?# /u.test(start) && text.slice(-NEAR).split(/\r?\n/u).includes(markdownMark);
}
