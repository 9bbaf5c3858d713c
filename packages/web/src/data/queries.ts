import { QueryClient } from '@tanstack/react-query';

/** What the server said last. Nothing goes stale by time: changes are told (`changes.ts`) and refresh what they touch. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The client itself tries again what may be tried again.
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, throwOnError: false },
      mutations: { retry: false },
    },
  });
}
