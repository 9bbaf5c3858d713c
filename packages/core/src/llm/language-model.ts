import type { z } from 'zod';
import type { Price } from './prices.ts';
import type { ModelCall, ModelCallText, RunUsage } from '../domain/index.ts';

/** One question to a language model, and the shape of the answer. */
export interface ModelRequest<T> {
  /** What to do; the same for many requests and sent first, so that servers reuse what they computed for it. */
  readonly instructions: string;
  /** What to do it with. Text of users is fenced (`fence.ts`). */
  readonly prompt: string;
  readonly schema: z.ZodType<T>;
  /** What the answer is called, in lower case and underscores. */
  readonly schemaName: string;
  /** Most tokens of the answer; the settings' own unless told. */
  readonly maxOutputTokens?: number;
  /** An answer of that shape that says nothing about anything: what a rehearsal goes on with. */
  readonly blank?: T;
  /** Aborting closes the connection. */
  readonly signal: AbortSignal;
  /**
   * Its first request is about to be sent: until then it has cost nothing. What this throws is the end of the question.
   */
  readonly onSend?: () => Promise<void> | void;
  /** Hears once what the question came to, before its answer is handed over; not of one that was aborted. */
  readonly onCall?: (call: ObservedCall) => void;
}

/** What one question came to, as the side that asked it knows it. */
export interface ObservedCall {
  readonly facts: Pick<
    ModelCall,
    'servedModel' | 'reading' | 'isTruncated' | 'tries' | 'inputTokens' | 'outputTokens' | 'cost' | 'tookMs'
  >;
  readonly text: ModelCallText;
  /** Of all requests that were answered, also where no answer could be used. */
  readonly usage: RunUsage;
  /** Why it failed. */
  readonly error?: unknown;
}

/** Where a value came from. */
export interface ModelProvenance {
  readonly provider: string;
  readonly model: string;
  /** What the server calls the model that answered, where it says so. */
  readonly servedModel?: string;
  /** `as-is`, read in spite of its form, or asked for a second time. */
  readonly reading: 'as-is' | 'repaired' | 'asked-again';
  /** The answer broke off and only its whole parts were read. */
  readonly isTruncated: boolean;
  /** From the first byte asked to the last byte answered, retries and the waiting between them included. */
  readonly latencyMs: number;
}

export interface ModelAnswer<T> {
  readonly value: T;
  /** Of all calls that it took. */
  readonly usage: RunUsage;
  readonly provenance: ModelProvenance;
}

/** A language model behind one connection, as steps meet it. */
export interface LanguageModel {
  /**
   * Names everything that answers depend on (provider, address, model, sampling), and no key: part of the key under
   * which an answer is remembered.
   */
  readonly identity: string;
  readonly provider: string;
  readonly model: string;
  /** How many calls it takes at once, from 1. */
  readonly lanes: number;
  /** How many entries one call may carry, from 1. */
  readonly batchSize: number;
  /** What its tokens cost, where that is known. */
  readonly price?: Price | undefined;
  /** Most tokens of an answer. */
  readonly maxOutputTokens?: number;
  /**
   * Asks, reads the answer, asks once more where it cannot be read. Failures that can pass are tried again here and
   * nowhere else: what is thrown is final.
   *
   * @throws `llm/…` · the signal's reason
   */
  generate<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>>;
}
