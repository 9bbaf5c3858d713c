import { jsonrepair } from 'jsonrepair';
import { z } from 'zod';
import { scanJson } from './scan-json.ts';

/** What an answer came to. `whole` is false where it broke off and only its complete parts were read. */
export type ReadAnswer<T> =
  | { readonly kind: 'read'; readonly value: T; readonly isRepaired: boolean; readonly isTruncated: boolean }
  | { readonly kind: 'unreadable'; readonly problem: string; readonly isTruncated: boolean };

/**
 * Reads the answer of a model in the given shape, in spite of its form: thoughts before it, fences and words around it,
 * single quotes, trailing commas, a wrapping object or array too many. Of an answer that broke off only what is complete
 * counts: half a sentence is never taken for a whole one.
 */
export function readAnswer<T>(
  text: string,
  schema: z.ZodType<T>,
  { brokeOff = false }: { readonly brokeOff?: boolean } = {},
): ReadAnswer<T> {
  const exact = parsed(text);
  if (exact !== undefined) {
    const strict = schema.safeParse(exact);
    if (strict.success) return { kind: 'read', value: strict.data, isRepaired: false, isTruncated: false };
  }
  let problem = exact === undefined ? 'It is not JSON.' : problemOf(schema, exact);
  let isTruncated = brokeOff;
  for (const { value, isWhole } of valuesIn(text)) {
    if (!isWhole) isTruncated = true;
    for (const variant of variantsOf(value)) {
      const result = schema.safeParse(variant);
      if (result.success) {
        return { kind: 'read', value: result.data, isRepaired: true, isTruncated: brokeOff || !isWhole };
      }
    }
    if (exact === undefined) problem = problemOf(schema, value);
  }
  return { kind: 'unreadable', problem, isTruncated };
}

interface Found {
  readonly value: unknown;
  readonly isWhole: boolean;
}

/** Values that a text holds, the likeliest first: what is fenced, then the longest value in running text. */
function* valuesIn(text: string): Generator<Found> {
  const answer = withoutThoughts(text);
  const fenced = [...answer.matchAll(/```[a-z0-9]*[ \t]*\r?\n([\s\S]*?)```/giu)].map(([, inside = '']) => inside);
  for (const part of [...fenced.toReversed(), answer]) {
    const { whole, broken } = scanJson(part);
    for (const slice of whole.toSorted((a, b) => b.length - a.length)) {
      const value = parsed(slice) ?? repaired(slice);
      if (value !== undefined) yield { value, isWhole: true };
    }
    if (broken !== undefined) {
      const value = parsed(broken);
      if (value !== undefined) yield { value, isWhole: false };
    }
  }
}

/** What comes after a model's thoughts, which some servers leave in the answer. */
function withoutThoughts(text: string): string {
  const ends = ['</think>', '</thinking>', '</reasoning>'].map((tag) => {
    const at = text.lastIndexOf(tag);
    return at < 0 ? 0 : at + tag.length;
  });
  return text.slice(Math.max(...ends));
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function repaired(text: string): unknown {
  try {
    return parsed(jsonrepair(text));
  } catch {
    return undefined;
  }
}

/** The value itself; what it wraps; the wrapping that it lacks. */
function* variantsOf(value: unknown): Generator {
  yield value;
  if (Array.isArray(value)) {
    if (value.length === 1) yield value[0];
    for (const name of LIST_NAMES) yield { [name]: value };
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const inner = Object.values(value);
  if (inner.length === 1) {
    yield inner[0];
    const [only] = inner;
    // A model that was told a schema may answer with the schema's own form.
    if (Array.isArray(only)) for (const name of LIST_NAMES) yield { [name]: only };
  }
  if ('properties' in value) yield value.properties;
}

/** What our shapes call their one list. */
const LIST_NAMES = ['entries', 'statements', 'candidates', 'findings'] as const;

function problemOf(schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value);
  return result.success ? '' : z.prettifyError(result.error).slice(0, 600);
}
