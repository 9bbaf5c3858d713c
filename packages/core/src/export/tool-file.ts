import type { Glossary } from '../domain/index.ts';
import { toolMark } from '../text/export-mark.ts';
import { plainLine } from './plain-line.ts';
import type { ExportOptions } from './exporter.ts';
import { tellUnruled, type ToolWords, toolWordsOf } from './tool-words.ts';
import { type UnwelcomeName, unwelcomeNames } from './unwelcome-names.ts';
import { type Locale, localeOf, titleOf, wordsOf } from './words.ts';

/** The comments that a file for another program begins with; what begins a comment there is `sign`. */
export function toolHeader(
  glossary: Glossary,
  { sign, locale, words }: { readonly sign: '#' | '//'; readonly locale: Locale; readonly words: ToolWords },
): string {
  const title = plainLine(titleOf(glossary, wordsOf(locale)));
  return [toolMark, title, words.howToChange].map((line) => `${sign} ${line}`.trimEnd()).join('\n') + '\n';
}

/** What a file of rules begins with, also about names that no rule can be about, and the names that its rules are about. */
export function ruleFile(
  glossary: Glossary,
  { sign, options }: { readonly sign: '#' | '//'; readonly options: ExportOptions },
): { readonly head: string; readonly names: readonly UnwelcomeName[]; readonly words: ToolWords } {
  const locale = options.locale ?? localeOf(glossary);
  const words = toolWordsOf(locale);
  const unwelcome = unwelcomeNames(glossary);
  const unruled = tellUnruled(unwelcome, words).map((line) => `${sign} ${line}\n`);
  return { head: toolHeader(glossary, { sign, locale, words }) + unruled.join(''), names: unwelcome.names, words };
}

/** A text as a scalar of YAML that is exactly this text on one line, whatever it holds. */
export function yamlText(text: string): string {
  return `'${plainLine(text).replaceAll("'", "''")}'`;
}
