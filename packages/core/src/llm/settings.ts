import { z } from 'zod';

/** What every provider understands; each adds its own (`providers/`). Keys are never settings: see `secrets.ts`. */
export const commonSettings = z.object({
  model: z.string().trim().min(1),
  /** `http` or `https`; the provider's own address unless told. */
  baseUrl: z.string().trim().min(1).optional(),
  /** Calls at once. */
  lanes: z.number().int().min(1).max(64).optional(),
  /** Entries in one call. */
  batchSize: z.number().int().min(1).max(32).optional(),
  requestsPerMinute: z.number().positive().optional(),
  /** Input and output together. */
  tokensPerMinute: z.number().positive().optional(),
  /** For one call, from its first byte to its last. */
  timeoutMs: z.number().int().min(1000).max(3_600_000).optional(),
  maxOutputTokens: z.number().int().min(16).max(200_000).optional(),
  /** 0–2; 0 unless told. Some models take none. */
  temperature: z.number().min(0).max(2).nullable().optional(),
  /** Whether the server is told the shape of the answer, or only the model is. `auto` tries the server first. */
  structuredOutput: z.enum(['auto', 'prompt']).optional(),
  /** Whether answers come piece by piece: for gateways that cut connections which are silent for long. */
  streams: z.boolean().optional(),
  /** US dollars for a million tokens, where the price table does not know or a contract differs. */
  price: z
    .object({ input: z.number().min(0), output: z.number().min(0) })
    .readonly()
    .optional(),
});

export const DEFAULT_TIMEOUT_MS = 300_000;
export const DEFAULT_OUTPUT_TOKENS = 4096;
