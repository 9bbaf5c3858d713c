import { z } from 'zod';
import type { JsonSchema } from './ask.ts';

const known = new WeakMap<z.ZodType, JsonSchema>();

/**
 * The shape of an answer as servers take it: names, types, enumerations, what is required. Lengths and ranges are left
 * out, since some providers refuse a schema that has them; the answer is held to them when it is read.
 */
export function wireSchema(schema: z.ZodType): JsonSchema {
  let wire = known.get(schema);
  if (wire === undefined) {
    wire = plain(z.toJSONSchema(schema)) as JsonSchema;
    known.set(schema, wire);
  }
  return wire;
}

const LEFT_OUT: ReadonlySet<string> = new Set([
  '$schema',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'uniqueItems',
  'default',
]);

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      // Inside `properties` names are the answer's own.
      if (name === 'properties') return [[name, mapValues(part as object)]];
      return LEFT_OUT.has(name) ? [] : [[name, plain(part)]];
    }),
  );
}

function mapValues(properties: object): object {
  return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, plain(part)]));
}
