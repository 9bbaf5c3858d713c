import { flushSync } from 'react-dom';

/** What is still to be drawn for what somebody chose: the pane beside a list comes after the list. */
const following = new Set<() => void>();
/** What no key acts on is only looked at. */
const lookedAt = new Set<() => void>();

/** Says how something is drawn at once that follows what was chosen; returns a way to forget it. */
export function onCatchUp(follow: () => void, { isLookedAt = false } = {}): () => void {
  const among = isLookedAt ? lookedAt : following;
  among.add(follow);
  return () => {
    among.delete(follow);
  };
}

/** Draws at once what is still to follow: a key acts on what was chosen, never on what stood there before. */
export function catchUp(): boolean {
  const isBehind = following.size > 0;
  drawAll([following]);
  return isBehind;
}

/** The same with what is only looked at, for the few keys that go there. */
export function catchUpWhole(): void {
  drawAll([following, lookedAt]);
}

function drawAll(sets: readonly ReadonlySet<() => void>[]): void {
  // What follows may be followed in turn.
  for (let round = 0; sets.some(({ size }) => size > 0) && round < 3; round += 1) {
    flushSync(() => {
      for (const set of sets) for (const follow of set) follow();
    });
  }
}
