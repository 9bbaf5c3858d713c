import type { Exporter } from '../exporter.ts';
import { ruleFile, yamlText } from '../tool-file.ts';
import type { UnwelcomeName } from '../unwelcome-names.ts';

/** Rules for prh, also by textlint-rule-prh: a rule a form, with the reason as what textlint adds to its message. */
export const prh: Exporter = {
  name: 'prh',
  fileExtension: '.prh.yml',
  mediaType: 'application/yaml',
  isPartial: true,
  *write(glossary, options) {
    const { head, names } = ruleFile(glossary, { sign: '#', options });
    yield head;
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
