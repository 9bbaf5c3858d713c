import type { CommandContext } from '../context.ts';

/** Says of a language that somebody named where nothing here is made for it: its lists are rougher. */
export async function tellGeneralAnalysis(
  language: string | undefined,
  { io, words, quiet }: CommandContext,
): Promise<void> {
  if (language === undefined || quiet) return;
  const { analysedLanguages } = await import('@genglossary/core/engine');
  if (analysedLanguages.includes(language)) return;
  io.stderr.write(`${words.generalAnalysis(language, analysedLanguages)}\n`);
}
