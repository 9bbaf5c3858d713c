/** One call as a provider's adapter meets it: plain words and a JSON schema. */
export interface Question {
  readonly instructions: string;
  readonly prompt: string;
  /** The shape of the answer, for a server that can hold a model to it. `undefined`: only the words ask for JSON. */
  readonly shape: { readonly name: string; readonly schema: JsonSchema } | undefined;
  readonly maxOutputTokens: number;
  /** Whether the answer is to come piece by piece. It is read as a whole all the same. */
  readonly streams: boolean;
  /** `undefined`: the server's own. */
  readonly temperature: number | undefined;
  readonly signal: AbortSignal;
}

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Reply {
  readonly text: string;
  /** `length`: the model was stopped before its end. */
  readonly finish: 'stop' | 'length' | 'refused' | 'other';
  /** `undefined`: the server does not count. */
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
  readonly servedModel?: string;
}

/** One HTTP call, no retries. @throws `llm/…` as the transport classifies it */
export type Ask = (question: Question) => Promise<Reply>;
