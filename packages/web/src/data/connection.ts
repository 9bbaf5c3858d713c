import { useSyncExternalStore } from 'react';

/** Lost only after this (milliseconds): a short gap is nobody's business. */
const patienceMs = 1000;
/** Codes of a socket that was closed because nobody needs it. */
const closedOnPurpose: readonly number[] = [1000, 1005];

const listeners = new Set<() => void>();
let isLost = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether what is on screen may be old because the server does not answer. */
export function useIsLost(): boolean {
  return useSyncExternalStore(subscribe, () => isLost);
}

/** The socket of the browser, watched: the app says when it is lost and when it is back. */
export class WatchedSocket extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener('open', () => {
      clearTimeout(timer);
      timer = undefined;
      say(false);
    });
    this.addEventListener('close', ({ code }) => {
      if (closedOnPurpose.includes(code)) return;
      timer ??= setTimeout(() => say(true), patienceMs);
    });
  }
}

function say(lost: boolean) {
  if (lost === isLost) return;
  isLost = lost;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
