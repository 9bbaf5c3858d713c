import { AsyncLocalStorage } from 'node:async_hooks';

/** Sends a request when its time has come. It is over when its answer is here, before anybody has read that. */
export type Turn = <T>(send: () => Promise<T>) => Promise<T>;

/** The libraries that speak to providers take no word of ours along from a question to the request that they make of it. */
const turns = new AsyncLocalStorage<Turn>();

/** Every request that `work` makes is sent by `turn`: what is done before and after it keeps nobody else waiting. */
export function withTurn<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
  return turns.run(turn, work);
}

/** Sends a request by the turn of the question that it belongs to; at once where it belongs to none. */
export function takeTurn<T>(send: () => Promise<T>): Promise<T> {
  const turn = turns.getStore();
  return turn === undefined ? send() : turn(send);
}
