import {
  type LanguageModelSettings,
  languageModelSettings,
  type ModelStep,
  type LanguageModelsTools,
  modelSteps,
  providerNames,
  recordExchanges,
  environmentSecrets,
} from '@genglossary/core';
import { type Environment, variable } from './environment.ts';
import { invalid } from './invalid.ts';

/** Options of the commands that may ask a language model; each can also come from the environment. */
export interface ModelOptions {
  /** `provider/model`. */
  readonly model?: string;
  readonly baseUrl?: string;
  readonly modelSteps?: readonly string[];
  readonly lanes?: number;
}

export interface ChosenModel {
  readonly settings: LanguageModelSettings;
  readonly steps: readonly ModelStep[];
}

/**
 * The language model that the options or `GENGLOSSARY_MODEL` name, `undefined` where none is named: then the built-in
 * engine does everything and nothing leaves the machine.
 *
 * @throws `config/invalid`
 */
export function chosenModel(options: ModelOptions, environment: Environment): ChosenModel | undefined {
  const name = options.model ?? variable(environment, 'GENGLOSSARY_MODEL');
  if (name === undefined || name === 'built-in') return undefined;
  const slash = name.indexOf('/');
  const provider = slash < 0 ? name : name.slice(0, slash);
  const baseUrl = options.baseUrl ?? variable(environment, 'GENGLOSSARY_MODEL_BASE_URL');
  const steps = options.modelSteps ?? variable(environment, 'GENGLOSSARY_MODEL_STEPS')?.split(',') ?? modelSteps;
  if (slash < 0 || !providerNames.some((one) => one === provider)) {
    throw invalid(`Name a model as provider/model; the providers are ${providerNames.join(', ')}.`);
  }
  const result = languageModelSettings.safeParse({
    provider,
    model: name.slice(slash + 1),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(options.lanes === undefined ? {} : { lanes: options.lanes }),
  });
  if (!result.success) {
    throw invalid(
      `The language model ${name} cannot be used: ${result.error.issues.map(({ message }) => message).join('; ')}.`,
    );
  }
  return { settings: result.data, steps: steps.map(stepNamed) };
}

/** Whether asking it is paid for by use: a service with keys, asked at its own address. A server of one's own is not. */
export function costsMoney({ settings: { provider, baseUrl } }: ChosenModel): boolean {
  if (provider === 'openai-compatible' || provider === 'ollama') return false;
  return baseUrl === undefined || !/^https?:\/\/(?:localhost|127\.|\[::1\])/u.test(baseUrl);
}

/**
 * Keys of the environment; with `GENGLOSSARY_MODEL_DEBUG`, every exchange is written into the folder that it names.
 */
export function modelTools(environment: Environment): LanguageModelsTools {
  const folder = variable(environment, 'GENGLOSSARY_MODEL_DEBUG');
  return {
    secrets: environmentSecrets(environment),
    ...(folder === undefined ? {} : { onExchange: recordExchanges(folder) }),
  };
}

function stepNamed(text: string): ModelStep {
  const step = modelSteps.find((one) => one === text.trim());
  if (step !== undefined) return step;
  throw invalid(`A language model can do these steps: ${modelSteps.join(', ')}; not ${text.trim()}.`);
}
