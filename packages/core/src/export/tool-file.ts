import type { Glossary } from '../domain/index.ts';
import { toolMark } from '../text/export-mark.ts';
import { plainLine } from './plain-line.ts';
import type { ToolWords } from './tool-words.ts';
import { type Locale, titleOf, wordsOf } from './words.ts';

/** The comments that a file for another program begins with; what begins a comment there is `sign`. */
export function toolHeader(
  glossary: Glossary,
  { sign, locale, words }: { readonly sign: '#' | '//'; readonly locale: Locale; readonly words: ToolWords },
): string {
  const title = plainLine(titleOf(glossary, wordsOf(locale)));
  return [toolMark, title, words.howToChange].map((line) => `${sign} ${line}`.trimEnd()).join('\n') + '\n';
}

/** A text as a scalar of YAML that is exactly this text on one line, whatever it holds. */
export function yamlText(text: string): string {
  return `'${plainLine(text).replaceAll("'", "''")}'`;
}
