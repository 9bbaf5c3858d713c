import { flushSync } from 'react-dom';

/** What is still to be drawn for what somebody chose: the pane beside a list comes after the list. */
const following = new Set<() => void>();

/** Says how something is drawn at once that follows what was chosen; returns a way to forget it. */
export function onCatchUp(follow: () => void): () => void {
  following.add(follow);
  return () => {
    following.delete(follow);
  };
}

/** Draws at once what is still to follow: a key acts on what was chosen, never on what stood there before. */
export function catchUp(): boolean {
  const isBehind = following.size > 0;
  // What follows may be followed in turn.
  for (let round = 0; following.size > 0 && round < 3; round += 1) {
    flushSync(() => {
      for (const follow of following) follow();
    });
  }
  return isBehind;
}
