import { breathe, LONGEST_HELD_MS } from './breathe.ts';

/** A long calculation that can be left at each `yield` and gone on with later. It yields nothing but the chance. */
export type Sliced<T> = Generator<void, T, void>;

/**
 * Calculates while the rest of the process stays awake: after each slice everything else that waits has its turn. The
 * answer is that of `atOnce`; only the time of it differs. Aborting leaves the calculation at its next `yield`.
 *
 * @throws the signal's reason · what the calculation throws
 */
export async function inSlices<T>(work: Sliced<T>, signal?: AbortSignal): Promise<T> {
  for (let until = performance.now() + LONGEST_HELD_MS; ; ) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await breathe();
    signal?.throwIfAborted();
    until = performance.now() + LONGEST_HELD_MS;
  }
}

/** What `make` makes of each item, with a chance to leave after each. */
export function* mapped<In, Out>(items: Iterable<In>, make: (item: In, index: number) => Out): Sliced<Out[]> {
  const made: Out[] = [];
  for (const item of items) {
    made.push(make(item, made.length));
    yield;
  }
  return made;
}

/** Calculates in one go, for whoever has nothing else to do meanwhile. */
export function atOnce<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
