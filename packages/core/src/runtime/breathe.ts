/** Lets everything else that waits in this process have its turn: for loops that work long. */
export function breathe(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}
