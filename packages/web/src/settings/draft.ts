import type { LanguageModelProvider, LanguageModelSettings, Settings, SettingsChange } from '@genglossary/client';
import { type ModelStep, modelSteps } from '@genglossary/core/domain';

type ProviderName = LanguageModelProvider['name'];
type Own = Settings['own'];
type Worker = NonNullable<Own['languageModel']>;

/** What stands in the form: words, as people type them. An empty choice leaves the question to the server. */
export interface Draft {
  readonly worker: '' | 'built-in' | ProviderName;
  readonly baseUrl: string;
  readonly model: string;
  readonly temperature: string;
  readonly lanes: string;
  readonly steps: Readonly<Record<ModelStep, StepWorker>>;
  /** Names of the models of single steps. */
  readonly stepModels: Readonly<Record<ModelStep, string>>;
  readonly styleGuide: string;
  readonly outputLanguage: string;
  readonly calls: string;
  readonly tokens: string;
  readonly cost: string;
  readonly keepsCallTexts: YesNo;
  readonly runsAfterUpload: YesNo;
}

/** Who does one step: as all the others, the engine, or a model of its own. */
export type StepWorker = '' | 'built-in' | 'own';
export type YesNo = '' | 'yes' | 'no';

export function draftOf(own: Own): Draft {
  const {
    languageModel,
    stepModels = {},
    styleGuide = '',
    outputLanguage = '',
    budget = {},
    keepsCallTexts,
    runsAfterUpload,
  } = own;
  const model = typeof languageModel === 'object' ? languageModel : undefined;
  return {
    worker: languageModel === 'built-in' ? 'built-in' : (model?.provider ?? ''),
    baseUrl: model?.baseUrl ?? '',
    model: model?.model ?? '',
    temperature: textOf(model?.temperature ?? undefined),
    lanes: textOf(model?.lanes),
    steps: Object.fromEntries(modelSteps.map((step) => [step, stepWorker(stepModels[step])])) as Draft['steps'],
    stepModels: Object.fromEntries(
      modelSteps.map((step) => [step, (typeof stepModels[step] === 'object' && stepModels[step].model) || '']),
    ) as Draft['stepModels'],
    styleGuide,
    outputLanguage,
    calls: textOf(budget.calls),
    tokens: textOf(budget.tokens),
    cost: textOf(budget.cost),
    keepsCallTexts: yesNo(keepsCallTexts),
    runsAfterUpload: yesNo(runsAfterUpload),
  };
}

/** The model that the form names; nothing where it is none, or not whole. */
export function modelOf({ worker, baseUrl, model, temperature, lanes }: Draft): LanguageModelSettings | undefined {
  if (worker === '' || worker === 'built-in' || model.trim() === '') return undefined;
  return {
    provider: worker,
    model: model.trim(),
    ...(baseUrl.trim() === '' ? {} : { baseUrl: baseUrl.trim() }),
    ...(numberOf(temperature) === undefined ? {} : { temperature: numberOf(temperature) }),
    ...(numberOf(lanes) === undefined ? {} : { lanes: numberOf(lanes) }),
  };
}

/** What another model for one step is asked through: the connection it has already, or that of the form. */
export function baseOf(draft: Draft, own: Own, step: ModelStep): LanguageModelSettings | undefined {
  const before = own.stepModels?.[step];
  return typeof before === 'object' ? before : modelOf(draft);
}

/** Everything that the form says; what it leaves open is left to the server. What it does not know stays. */
export function changeOf(draft: Draft, own: Own): SettingsChange {
  const { worker, steps, styleGuide, outputLanguage, calls, tokens, cost, keepsCallTexts, runsAfterUpload } = draft;
  const named = modelSteps.flatMap((step): (readonly [ModelStep, 'built-in' | LanguageModelSettings])[] => {
    if (steps[step] === 'built-in') return [[step, 'built-in']];
    const [base, name] = [baseOf(draft, own, step), draft.stepModels[step].trim()];
    return steps[step] === 'own' && base !== undefined && name !== '' ? [[step, { ...base, model: name }]] : [];
  });
  const budget = Object.fromEntries(
    Object.entries({ calls, tokens, cost }).flatMap(([name, text]) => {
      const most = numberOf(text);
      return most === undefined ? [] : [[name, most]];
    }),
  );
  const before = typeof own.languageModel === 'object' ? own.languageModel : undefined;
  const model = modelOf(draft);
  return {
    languageModel:
      worker === 'built-in' ? 'built-in' : model === undefined ? null : { ...kept(before, model), ...model },
    stepModels: named.length === 0 ? null : Object.fromEntries(named),
    styleGuide: styleGuide.trim() === '' ? null : styleGuide.trim(),
    outputLanguage: outputLanguage === '' ? null : outputLanguage,
    budget: Object.keys(budget).length === 0 ? null : budget,
    keepsCallTexts: keepsCallTexts === '' ? null : keepsCallTexts === 'yes',
    runsAfterUpload: runsAfterUpload === '' ? null : runsAfterUpload === 'yes',
  };
}

/** Settings of the same provider that the form has no field for. */
function kept(before: LanguageModelSettings | undefined, now: LanguageModelSettings): Partial<LanguageModelSettings> {
  if (before?.provider !== now.provider) return {};
  const shown = new Set(['provider', 'model', 'baseUrl', 'temperature', 'lanes']);
  return Object.fromEntries(Object.entries(before).filter(([name]) => !shown.has(name)));
}

function stepWorker(worker: Worker | undefined): StepWorker {
  return worker === undefined ? '' : worker === 'built-in' ? 'built-in' : 'own';
}

function yesNo(value: boolean | undefined): YesNo {
  return value === undefined ? '' : value ? 'yes' : 'no';
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}
