import { en, type Words } from './en.ts';
import { ja } from './ja.ts';

export const locales = { en, ja } satisfies Record<string, Words>;
export type Locale = keyof typeof locales;

/** The locale of messages: what is asked for, else what the environment says, else English. It never touches exports. */
export function chooseLocale(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Locale {
  const wanted = asked ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return wanted.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
