import type { LanguageTag } from '../../domain/index.ts';
import type { AnalyzerDefinition } from '../analyzer.ts';
import { english } from './english.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { unicode } from './unicode.ts';

/** Every analyzer of the product. To add one, write its file and a line here. */
export const analyzers = { english, japanese, korean, unicode } as const satisfies Record<string, AnalyzerDefinition>;

export type AnalyzerName = keyof typeof analyzers;

/** The languages that an analyzer is made for; any other is read by one that takes all of them. */
export const analysedLanguages: readonly LanguageTag[] = Object.values(analyzers)
  .flatMap(({ languages }) => languages)
  .filter((language) => language !== '*')
  .toSorted();

/** The analyzer made for a language, or the one that takes any. */
export function analyzerFor(language: LanguageTag): AnalyzerDefinition {
  const definitions: readonly AnalyzerDefinition[] = Object.values(analyzers);
  return definitions.find((definition) => definition.languages.includes(language)) ?? unicode;
}
