import { useSyncExternalStore } from 'react';

/** Forgotten with the tab; `localStorage` would outlive the visit. */
const key = 'genglossary.token';
const listeners = new Set<() => void>();
let isRefused = false;

/** The token that this tab was given, where the server asks for one. */
export function accessToken(): string | undefined {
  return sessionStorage.getItem(key) ?? undefined;
}

/** Keeps a token for this tab and begins anew with it. */
export function enterWith(token: string): void {
  sessionStorage.setItem(key, token);
  location.reload();
}

/** Remembers that the server asked for a token, or refused the one that was given. */
export function noteRefusal(error: unknown): void {
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'request/unauthorized' || isRefused) return;
  isRefused = true;
  for (const listener of listeners) listener();
}

/** Whether nothing can be seen before a token is given. */
export function useIsRefused(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isRefused,
  );
}
