import type { RunFailure } from './run.ts';
import type { ModelStep } from './step-event.ts';

/**
 * What a question to a language model came to.
 *
 * - `answered`: it was asked, and the answer could be used.
 * - `reused`: nothing was asked, because answers of earlier runs were still right.
 * - `failed`: it was asked and gave nothing that could be used.
 */
export const callOutcomes = ['answered', 'reused', 'failed'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** One question of a run to a language model, with all the requests that it took. */
export interface ModelCall {
  readonly step: ModelStep;
  /** What it was about, by the names people know; the first few of `itemCount`. */
  readonly items: readonly string[];
  readonly itemCount: number;
  readonly provider: string;
  readonly model: string;
  /** What the server calls the model that answered, where it says so. */
  readonly servedModel?: string;
  /** Which wording of our instructions it was asked with. */
  readonly promptVersion: string;
  readonly outcome: CallOutcome;
  /** Why it failed; its details hold the raw answer where there was one. */
  readonly failure?: RunFailure;
  /** `as-is`, read in spite of its form, or asked for a second time. */
  readonly reading?: 'as-is' | 'repaired' | 'asked-again';
  /** The answer broke off and only its whole parts were read. */
  readonly isTruncated?: boolean;
  /** Requests that were sent, those that were refused for speed included; 0 where the answer was reused. */
  readonly tries: number;
  /** Of all the requests that were answered; not there where the server does not count. */
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** US dollars; not there where the price is unknown. */
  readonly cost?: number;
  /** Milliseconds from the first request to the last answer, waiting included. */
  readonly tookMs: number;
}

/** The words of a question as they were sent and came: what looks like a key is masked, what is very long is cut. */
export interface ModelCallText {
  readonly instructions: string;
  readonly prompt: string;
  /** One for each request that was answered. */
  readonly answers: readonly string[];
}

/** A question as a run would put it, before anybody is asked. */
export interface PlannedQuestion
  extends Pick<ModelCall, 'step' | 'items' | 'itemCount' | 'provider' | 'model' | 'promptVersion'>,
    Pick<ModelCallText, 'instructions' | 'prompt'> {}

/** A question as it is kept. */
export interface RecordedCall extends ModelCall {
  /** 1, 2, 3 … within the run. */
  readonly number: number;
  /** Which life of the run asked. */
  readonly attempt: number;
  /** Milliseconds since 1970 (UTC), when it was kept. */
  readonly at: number;
  /** Whether its words were kept. */
  readonly hasText: boolean;
}
