import { parse } from 'yaml';
import type { CheckedWord } from './conformance/text-checker.ts';

/** The keys that Vale documents for a rule of this kind; it refuses any other. */
const KEYS = new Set(
  (
    'extends message level scope link limit action description name ' +
    'append capitalize exceptions ignorecase nonword swap vocab'
  ).split(' '),
);

/**
 * What a substitution rule of Vale finds, by its documentation. Vale is a program in Go that no npm package brings, so
 * this stands in for it: YAML 1.1 is read as Vale does, and its regular expressions, those of .NET, are run by
 * JavaScript, which has the part of them that our patterns keep to.
 * Rules: https://vale.sh/docs/checks/substitution, https://vale.sh/docs/guides/regex.
 */
export function runValeSubstitution(rule: string, text: string): readonly CheckedWord[] {
  const { swap, ...rest } = readValeRule(rule);
  if (rest.nonword !== true) throw new Error('Vale would put \\b around the names.');
  // Longer patterns go first.
  const pairs = Object.entries(swap).toSorted(([one], [other]) => other.length - one.length);
  if (pairs.length === 0) return [];
  const names = new RegExp(`(?:${pairs.map(([pattern]) => `(${pattern})`).join('|')})`, 'gmu');
  return [...text.matchAll(names)].flatMap(([found, ...groups]) => {
    const replacement = pairs[groups.findIndex((group) => group !== undefined)]?.[1] ?? '';
    const instead = /\$\d/u.test(replacement) ? found.replace(found, replacement) : replacement;
    return instead === found ? [] : [{ found, instead }];
  });
}

interface ValeRule {
  readonly extends: string;
  readonly message: string;
  readonly level: string;
  readonly nonword?: boolean;
  readonly action?: { readonly name: string };
  readonly swap: Readonly<Record<string, string>>;
}

/** @throws where Vale would refuse the rule */
export function readValeRule(rule: string): ValeRule {
  const read = parse(rule, { version: '1.1', strict: true, uniqueKeys: true }) as ValeRule;
  const strange = Object.keys(read).filter((key) => !KEYS.has(key));
  if (strange.length > 0) throw new Error(`Vale knows no key "${strange.join(', ')}".`);
  if (read.extends !== 'substitution') throw new Error('The rule extends something else.');
  if (read.message.split('%s').length !== 3) throw new Error('The message names not what was found and what to write.');
  if (!['suggestion', 'warning', 'error'].includes(read.level)) throw new Error(`There is no level "${read.level}".`);
  for (const [pattern, replacement] of Object.entries(read.swap)) {
    if (typeof replacement !== 'string') throw new Error('A replacement is no text.');
    // Vale numbers the groups that it puts around each pattern.
    if (/(?<!\\)\((?!\?)/u.test(pattern)) throw new Error(`"${pattern}" has a group that is counted.`);
  }
  return read;
}
