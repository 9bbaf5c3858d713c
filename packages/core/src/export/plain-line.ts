import { singleLine } from './escape-markdown.ts';

/** A text on one line, without the characters that readers of YAML refuse in the midst of a file. */
export function plainLine(text: string): string {
  return singleLine(text.replace(/[\ufeff\ufffe\uffff]/gu, ''));
}
