import type { Exporter } from '../exporter.ts';
import { ruleFile, yamlText } from '../tool-file.ts';
import type { UnwelcomeForm, UnwelcomeName } from '../unwelcome-names.ts';

/**
 * A rule for Vale that extends `substitution`. It finds where words begin and end by itself (`nonword`), because Vale
 * would ask for `\b` around names, of which there is none between two Japanese characters.
 */
export const vale: Exporter = {
  name: 'vale',
  fileExtension: '.vale.yml',
  mediaType: 'application/yaml',
  isPartial: true,
  *write(glossary, options) {
    const { head, names, words } = ruleFile(glossary, { sign: '#', options });
    yield head;
    yield `extends: substitution\nmessage: ${yamlText(words.useInstead)}\nlevel: error\nnonword: true\n`;
    // What is offered is parted by bars: where a name has one, only the message says what to write.
    if (!names.some(({ instead }) => instead.includes('|'))) yield 'action:\n  name: replace\n';
    yield `swap:${names.length === 0 ? ' {}' : ''}\n`;
    for (const name of names) yield swapsOf(name);
  },
};

function swapsOf({ forms, reason }: UnwelcomeName): string {
  const said = reason === undefined ? '' : `  # ${reason}\n`;
  return said + forms.map(swapOf).join('');
}

/** A key of more than 1,024 characters is one for YAML only where it says so. */
function swapOf(form: UnwelcomeForm): string {
  const [key, value] = [yamlText(patternOf(form)), yamlText(replacementOf(form))];
  return key.length > 1000 ? `  ? ${key}\n  : ${value}\n` : `  ${key}: ${value}\n`;
}

function patternOf({ pattern, isCaseSensitive }: UnwelcomeForm): string {
  return isCaseSensitive ? pattern : `(?i:${pattern})`;
}

/** Vale reads `$1` as a part of what was found, and `$$` as `$` only where there is such a thing. */
function replacementOf({ instead }: UnwelcomeForm): string {
  return /\$\d/u.test(instead) ? instead.replaceAll('$', '$$$$') : instead;
}
