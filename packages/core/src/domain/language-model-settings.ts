export const providerNames = ['openai-compatible', 'ollama', 'openai', 'azure-openai', 'anthropic', 'google'] as const;
export type ProviderName = (typeof providerNames)[number];

/** What every provider understands. Keys are never settings. A key that is `undefined` is a key that is not there. */
export interface CommonModelSettings {
  readonly model: string;
  /** `http` or `https`; the provider's own address unless told. */
  readonly baseUrl?: string | undefined;
  /** Calls at once, 1–64. */
  readonly lanes?: number | undefined;
  /** Entries in one call, 1–32. */
  readonly batchSize?: number | undefined;
  readonly requestsPerMinute?: number | undefined;
  /** Input and output together. */
  readonly tokensPerMinute?: number | undefined;
  /** For one call, from its first byte to its last. */
  readonly timeoutMs?: number | undefined;
  readonly maxOutputTokens?: number | undefined;
  /** 0–2; 0 unless told. Some models take none. */
  readonly temperature?: number | null | undefined;
  /** Whether the server is told the shape of the answer, or only the model is. `auto` tries the server first. */
  readonly structuredOutput?: 'auto' | 'prompt' | undefined;
  /**
   * Whether answers come piece by piece: for gateways that cut connections which are silent for long. A server that
   * answers in no other way is found out by itself.
   */
  readonly streams?: boolean | undefined;
  /** US dollars for a million tokens, where the price table does not know or a contract differs. */
  readonly price?: { readonly input: number; readonly output: number } | undefined;
}

interface OllamaSettings {
  /** Tokens that the model reads and writes at most (`num_ctx`). */
  readonly contextTokens?: number | undefined;
  /** How long the model stays loaded after a call, in Ollama's words: `10m`, `-1`. */
  readonly keepAlive?: string | undefined;
}

interface AzureSettings {
  /** `v1` unless told; a dated version (`2024-10-21`) uses the older paths that name the deployment. */
  readonly apiVersion?: string | undefined;
}

/** Which language model, and how it is asked. */
export type LanguageModelSettings = CommonModelSettings &
  (
    | { readonly provider: Exclude<ProviderName, 'ollama' | 'azure-openai'> }
    | ({ readonly provider: 'ollama' } & OllamaSettings)
    | ({ readonly provider: 'azure-openai' } & AzureSettings)
  );

/** Whether a server hands questions to this model on to machines of its maker, as the name tells: Ollama's `…-cloud`. */
export function isAnsweredElsewhere(provider: string, model: string): boolean {
  return provider === 'ollama' && /[-:]cloud$/u.test(model.trim());
}
