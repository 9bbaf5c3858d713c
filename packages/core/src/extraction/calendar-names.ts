import type { LanguageTag } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { remembering } from '../text/remembering.ts';

/** Whether a candidate (by its key) is the name of a day of the week or of a month: they stand in every text and belong to no subject. */
export function isCalendarName(key: string, language: LanguageTag): boolean {
  return namesIn(language).has(key);
}

/** The long names alone: short ones are words ("sun", "mar"). */
const namesIn = remembering((language: LanguageTag): ReadonlySet<string> => {
  // A language that nobody could tell has the names of none.
  if (language === 'und' || Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return new Set();
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, day + 1));
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
  const inText = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const formats = [
    ...days.map((day) => [day, new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })] as const),
    ...months.map((month) => [month, new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })] as const),
    ...months.map((month) => [month, inText] as const),
  ];
  return new Set(
    formats.flatMap(([date, format]) =>
      format
        .formatToParts(date)
        .filter(({ type }) => type === 'weekday' || type === 'month')
        .map(({ value }) => normalForm(value, language)),
    ),
  );
});
