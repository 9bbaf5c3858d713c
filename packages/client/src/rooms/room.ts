import type { AppRouter } from '@genglossary/server';
import type { TRPCClient } from '@trpc/client';
import { toClientError } from '../client-error.ts';

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** What every room of the client is made of. */
export interface Room {
  readonly api: TRPCClient<AppRouter>;
  readonly url: string;
}

/** Makes a call and turns what it throws into one of our errors. */
export async function call<T>(
  { url }: Pick<Room, 'url'>,
  { signal }: CallOptions,
  ask: (options: { signal?: AbortSignal }) => Promise<T>,
): Promise<T> {
  try {
    signal?.throwIfAborted();
    return await ask(signal === undefined ? {} : { signal });
  } catch (error) {
    throw toClientError(error, { url, signal });
  }
}
