/** So many forms serve nearly every word of a corpus; beyond them all are forgotten, and memory stays what it is. */
const MOST = 20_000;

/** What `make` makes of a text, made once for each: texts repeat their words. `make` depends on nothing else. */
export function remembering<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined || made.has(text)) return known as T;
    if (made.size >= MOST) made.clear();
    const fresh = make(text);
    made.set(text, fresh);
    return fresh;
  };
}
