/** A branded text is still a text, though its type looks like an object. */
type Whole = string | number | boolean | null | undefined | Uint8Array;

/** The same shape without keys that may be `undefined`: a key is there with a value, or not at all. */
export type Exact<T> = T extends Whole
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Exact<Item>[]
    : { readonly [Key in keyof T]: Exact<Exclude<T[Key], undefined>> };

/** Takes out what a caller in the same process set to `undefined`, so that an input means the same however it came. */
export function exact<T>(value: T): Exact<T> {
  return stripped(value) as Exact<T>;
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, stripped(one)]])),
  );
}
