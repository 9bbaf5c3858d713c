import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { openLanguageModels, openStorage } from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { exitCodes } from '../exit-codes.ts';
import { type ChosenModel, chosenModel, type ModelOptions, modelTools } from '../language-model.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
}

/**
 * `genglossary doctor`: checks by doing: runs each analyzer on a sentence, opens the database. Offline, unless a language
 * model is named: then it says what would be sent where, and asks the model one small question.
 */
export async function doctor(options: ModelOptions, context: CommandContext): Promise<number> {
  const { io, words, json, version } = context;
  const checks = [
    { name: words.runtime, ok: true, found: `Node ${process.version}` },
    await checked(words.englishAnalysis, () => parted('en', 'The tide gate closes.', words)),
    await checked(words.japaneseAnalysis, () => parted('ja', '水門が閉じる。', words)),
    await checkDatabase(databasePath(io), context),
    ...(await checkModel(chosenModel(options, io.environment), context)),
  ];
  const ok = checks.every((check) => check.ok);
  if (json) io.stdout.write(`${JSON.stringify({ schema: 'genglossary.doctor/1', version, ok, checks })}\n`);
  else for (const check of checks) io.stdout.write(`${check.ok ? '✓' : '✗'} ${check.name}: ${check.found}\n`);
  return ok ? exitCodes.success : exitCodes.failed;
}

/** A sentence in its words, so that anybody sees whether the language was understood. */
async function parted(language: string, text: string, words: CommandContext['words']): Promise<string> {
  // Only this command needs the analyzers in its own thread.
  const { analyseProse, readProse } = await import('@genglossary/core/engine');
  const { sentences } = await analyseProse(readProse('text', text), { language });
  return words.analysisWorks(sentences.flatMap(({ tokens }) => tokens.map(({ start, end }) => text.slice(start, end))));
}

async function checkModel(chosen: ChosenModel | undefined, { io, words }: CommandContext): Promise<Check[]> {
  const name = words.languageModel;
  if (chosen === undefined) return [{ name, ok: true, found: words.builtInEngine }];
  await using models = openLanguageModels(modelTools(io.environment));
  const { settings, steps } = chosen;
  const sent = await checked(words.sent, () => {
    const { host, isThisMachine } = models.destination(settings);
    return Promise.resolve(isThisMachine ? words.sentHere(host) : words.sentTo(host, steps));
  });
  if (!sent.ok) return [sent];
  const report = await models.test(settings, io.signal);
  const title = `${name} ${settings.provider}/${settings.model}`;
  if (report.ok) return [sent, { name: title, ok: true, found: words.modelAnswers(report.latencyMs, report.reading) }];
  const { message, healedBaseUrl, models: others = [] } = report;
  const hints = [
    ...(healedBaseUrl === undefined ? [] : [words.healedUrl(healedBaseUrl)]),
    ...(others.length === 0 ? [] : [words.modelsThereAre(others)]),
  ];
  return [sent, { name: title, ok: false, found: [message, ...hints].join(' ') }];
}

async function checkDatabase(path: string, { io, words }: CommandContext): Promise<Check> {
  const name = words.databaseCheck;
  const shown = relative(io.cwd, path);
  if (!existsSync(path)) return { name, ok: true, found: words.databaseToCome(shown) };
  return checked(name, async () => {
    await using storage = await openStorage({ path });
    return words.databaseHolds(shown, (await storage.projects.list()).length);
  });
}

async function checked(name: string, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, found: await work() };
  } catch (error) {
    return { name, ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}
