import type { Exporter } from '../exporter.ts';
import { toolHeader, yamlText } from '../tool-file.ts';
import { tellUnruled, toolWordsOf } from '../tool-words.ts';
import { type UnwelcomeName, unwelcomeNames } from '../unwelcome-names.ts';
import { localeOf } from '../words.ts';

/** Rules for prh, also by textlint-rule-prh: a rule a form, with the reason as what textlint adds to its message. */
export const prh: Exporter = {
  name: 'prh',
  fileExtension: '.prh.yml',
  mediaType: 'application/yaml',
  isPartial: true,
  *write(glossary, options) {
    const locale = options.locale ?? localeOf(glossary);
    const words = toolWordsOf(locale);
    const unwelcome = unwelcomeNames(glossary);
    const { names } = unwelcome;
    yield toolHeader(glossary, { sign: '#', locale, words });
    for (const line of tellUnruled(unwelcome, words)) yield `# ${line}\n`;
    yield `version: 1\nrules:${names.length === 0 ? ' []' : ''}\n`;
    for (const name of names) yield rulesOf(name);
  },
};

/** Flags are of a whole pattern, and patterns of one rule share them: so every form has a rule of its own. */
function rulesOf({ forms, reason }: UnwelcomeName): string {
  return forms
    .map(({ instead, pattern, isCaseSensitive }) => {
      const lines = [
        `  - expected: ${yamlText(instead)}`,
        `    pattern: ${yamlText(`/${pattern}/${isCaseSensitive ? '' : 'i'}`)}`,
        ...(reason === undefined ? [] : [`    prh: ${yamlText(reason)}`]),
      ];
      return `${lines.join('\n')}\n`;
    })
    .join('');
}
