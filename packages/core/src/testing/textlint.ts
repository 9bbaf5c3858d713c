import { createRequire } from 'node:module';
import { TextlintKernel, type TextlintKernelPlugin, type TextlintKernelRule } from '@textlint/kernel';
import type { CheckedWord } from './conformance/text-checker.ts';

const require = createRequire(import.meta.url);
const textPlugin = require('@textlint/textlint-plugin-text') as { readonly default: TextlintKernelPlugin['plugin'] };
const prhRule = require('textlint-rule-prh') as { readonly default: TextlintKernelRule['rule'] };
const terminology = require('textlint-rule-terminology') as { readonly default: TextlintKernelRule['rule'] };

/** The rule that hands texts to prh. */
export const textlintRulePrh = prhRule.default;
/** The rule that reads terms from a file. */
export const textlintRuleTerminology = terminology.default;

/** What a rule of textlint minds in a plain text, in the order of the text, and what its fix writes instead. */
export async function lintText(
  rule: Omit<TextlintKernelRule, 'ruleId'>,
  text: string,
): Promise<readonly CheckedWord[]> {
  const { messages } = await new TextlintKernel().lintText(text, {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: textPlugin.default }],
    rules: [{ ruleId: 'names', ...rule }],
  });
  return messages.map(({ fix, message }) => {
    if (fix === undefined) throw new Error(`The rule said "${message}" without a fix.`);
    return { found: text.slice(...fix.range), instead: fix.text };
  });
}
