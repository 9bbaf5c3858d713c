import type { AppRouter } from '@genglossary/contract';
import type { TRPCClient } from '@trpc/client';
import { toClientError } from '../client-error.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** What every room of the client is made of. */
export interface Room {
  readonly api: TRPCClient<AppRouter>;
  readonly url: string;
  readonly ask: Ask;
}

/** Calls a procedure; what it throws is one of our errors, or the reason of the signal. */
export type Ask = <Input, Output>(
  procedure: (input: Input, options?: { signal?: AbortSignal }) => Promise<Output>,
  input: NoInfer<Input>,
  options?: { readonly signal?: AbortSignal | undefined },
) => Promise<Output>;

export function createAsk(url: string): Ask {
  return async (procedure, input, { signal } = {}) => {
    try {
      signal?.throwIfAborted();
      return await procedure(input, signal === undefined ? {} : { signal });
    } catch (error) {
      throw toClientError(error, { url, signal });
    }
  };
}
