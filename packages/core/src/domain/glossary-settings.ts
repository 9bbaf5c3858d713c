import type { LanguageModelSettings } from './language-model-settings.ts';
import type { RunBudget } from './run.ts';
import type { ModelStep } from './step-event.ts';

type Worker = 'built-in' | LanguageModelSettings;

/**
 * What runs work with where nobody says otherwise: of the server, and over it of a project. A key that is `undefined` is
 * a key that is not there.
 */
export interface GlossarySettings {
  /** Who does the steps that a language model can do: one, or the built-in engine. */
  readonly languageModel?: Worker | undefined;
  /** Somebody else for single steps. */
  readonly stepModels?: { readonly [Step in ModelStep]?: Worker | undefined } | undefined;
  /** How the house writes, in a person's words: handed to models that write, below the rules of evidence. */
  readonly styleGuide?: string | undefined;
  /** In which models write definitions (BCP 47); that of each entry unless told. */
  readonly outputLanguage?: string | undefined;
  /** In which models write to editors (BCP 47); that of each entry unless told. */
  readonly messageLanguage?: string | undefined;
  /** The most that a run may spend: calls, tokens (input and output together), US dollars. */
  readonly budget?: { readonly [Kind in keyof RunBudget]?: number | undefined } | undefined;
  /** Whether runs keep the words of questions to models and of their answers, to be looked at. */
  readonly keepsCallTexts?: boolean | undefined;
  /** Whether documents that come in start a run by themselves. */
  readonly runsAfterUpload?: boolean | undefined;
}

/** What to change; `null` leaves it to the server, or to the default. What is not named stays. */
export type SettingsChange = {
  readonly [Name in keyof GlossarySettings]?: GlossarySettings[Name] | null;
};

/** What holds: every question answered. */
export interface EffectiveSettings {
  /** Who does each step. */
  readonly steps: Readonly<Record<ModelStep, 'built-in' | LanguageModelSettings>>;
  readonly styleGuide?: string;
  readonly outputLanguage?: string;
  readonly messageLanguage?: string;
  readonly budget?: RunBudget;
  readonly keepsCallTexts: boolean;
  readonly runsAfterUpload: boolean;
}
