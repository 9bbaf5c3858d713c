import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { limits } from '../limits.ts';

/** Asked again so often whether a full socket has room; only stalled readers pay for it. */
const LOOK_MS = 20;

/**
 * Holds subscriptions back while their socket is full. tRPC's adapter writes whatever it is given into memory; a
 * subscription that waits here after each page costs a slow reader its own speed and nobody else anything.
 */
export class SocketGate {
  readonly #socket: WebSocket;
  /** Subscriptions that are open on this socket. */
  subscriptions = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Waits until the socket has room. One that stays full is closed: its client resumes where it was. */
  async drained(signal: AbortSignal): Promise<void> {
    if (this.#socket.bufferedAmount <= limits.socketBacklogBytes) return;
    const until = performance.now() + limits.stalledSocketMs;
    while (this.#socket.bufferedAmount > limits.socketBacklogBytes / 2) {
      if (performance.now() > until) {
        this.#socket.terminate();
        return;
      }
      await sleep(LOOK_MS, undefined, { signal });
    }
  }
}
