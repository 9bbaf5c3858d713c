import type { Exporter } from '../exporter.ts';
import { ruleFile } from '../tool-file.ts';
import type { UnwelcomeForm, UnwelcomeName } from '../unwelcome-names.ts';

/**
 * Terms for textlint-rule-terminology: JSON with comments, as the rule reads its own. It ignores capitals: a name in
 * which they matter stands in it only where the preferred one differs from it by them alone.
 */
export const textlintTerminology: Exporter = {
  name: 'textlint-terminology',
  fileExtension: '.terminology.jsonc',
  mediaType: 'application/json',
  isPartial: true,
  *write(glossary, options) {
    const { head, names, words } = ruleFile(glossary, { sign: '//', options });
    yield head;
    for (const { text, forms } of names) {
      if (!forms.some(isTold)) yield `// ${words.left(text, words.reasons.capitals)}\n`;
    }
    yield '[';
    let separator = '\n';
    for (const name of names) {
      const terms = termsOf(name);
      if (terms.length === 0) continue;
      yield separator + terms.join(',\n');
      separator = ',\n';
    }
    yield separator === '\n' ? ']\n' : '\n]\n';
  },
};

function termsOf({ forms }: UnwelcomeName): readonly string[] {
  return forms
    .filter(isTold)
    .map(
      ({ pattern, instead }) => `  [${JSON.stringify(asWritten(pattern))}, ${JSON.stringify(replacement(instead))}]`,
    );
}

function isTold({ isCaseSensitive, text, instead }: UnwelcomeForm): boolean {
  return !isCaseSensitive || text.toLowerCase() === instead.toLowerCase();
}

/** The rule puts `\b` around what looks at nothing beside itself; such a pattern gets an empty look ahead. */
function asWritten(pattern: string): string {
  return pattern.startsWith('(?<') || pattern.includes('(?!') ? pattern : `${pattern}(?=)`;
}

function replacement(text: string): string {
  return text.replaceAll('$', '$$$$');
}
