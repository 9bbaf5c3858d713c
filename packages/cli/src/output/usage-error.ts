import type { GlossaryError } from '@genglossary/core';
import type { CommanderError } from 'commander';
import { invalid } from '../invalid.ts';

/** How the parser words what is wrong with a command line, and how we do. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/^unknown option '(.+)'$/su, 'There is no option $1.'],
  [/^unknown command '(.+)'$/su, 'There is no command $1.'],
  [/^missing required argument '(.+)'$/su, 'The argument <$1> is missing.'],
  [/^option '(.+)' argument missing$/su, 'The option $1 has no value.'],
  [
    /^(?:option '(.+)' argument|command-argument value) '(.*)' is invalid\. (.+)$/su,
    'The option $1 cannot be “$2”. $3',
  ],
  [
    /^too many arguments for '(.+)'\. .+$/su,
    'There are too many arguments for $1; one that has spaces stands in quotes.',
  ],
];

/** What the parser says of a command line, as an error like any other. */
export function usageError({ message }: CommanderError): GlossaryError<'config/invalid'> {
  const [what = '', meant = ''] = message.replace(/^error: /u, '').split('\n');
  const phrase = PHRASES.find(([pattern]) => pattern.test(what));
  const told = phrase === undefined ? what : what.replace(...phrase);
  const suggestion = /^\((.+)\)$/u.exec(meant)?.[1];
  return invalid([told, ...(suggestion === undefined ? [] : [suggestion])].join(' '));
}
