import { type Environment, variable } from '../environment.ts';
import { en, type Words } from './en.ts';
import { ja } from './ja.ts';

export const locales = { en, ja } satisfies Record<string, Words>;
export type Locale = keyof typeof locales;

/** The locale of messages: what is asked for, else what the environment says, else English. It never touches exports. */
export function chooseLocale(asked: string | undefined, environment: Environment): Locale {
  const wanted =
    asked ??
    variable(environment, 'LC_ALL') ??
    variable(environment, 'LC_MESSAGES') ??
    variable(environment, 'LANG') ??
    '';
  return wanted.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
