import type { DocumentFormat } from '../document-format.ts';
import { docx } from './docx.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { restructuredtext } from './restructuredtext.ts';
import { plainText } from './plain-text.ts';

/** Every format that can be read. To add one: a file, a line here and in `documentSuffixes`, its conformance test. */
export const formats = {
  markdown,
  restructuredtext,
  text: plainText,
  html,
  docx,
} as const satisfies Readonly<Record<string, DocumentFormat>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

const bySuffix = new Map(
  formatNames.flatMap((name) => formats[name].suffixes.map((suffix) => [suffix, name] as const)),
);

/** Why no format reads a file of this name, with what a person can do about it where that is known. */
export function unsupported(fileName: string): { readonly reason: 'unsupported-format'; readonly detail?: string } {
  const isOldWord = /\.doc[mt]?$/iu.test(fileName);
  return { reason: 'unsupported-format', ...(isOldWord ? { detail: 'save it as .docx' } : {}) };
}

/** The format that reads a file of this name, by its suffix in any case; `undefined` where none does. */
export function formatOf(fileName: string): FormatName | undefined {
  const dot = fileName.lastIndexOf('.');
  return dot < 0 ? undefined : bySuffix.get(fileName.slice(dot).toLowerCase());
}
