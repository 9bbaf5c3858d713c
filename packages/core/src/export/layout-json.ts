/** A JSON value, as `JSON.parse` makes it; `undefined` fields are left out. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * JSON that people can read and compare: what fits into `width` columns stays on one line, everything else has one
 * member a line, indented by two spaces. Members keep their order; unpaired surrogates are escaped.
 */
export function layoutJson(value: JsonValue, indent = 0, width = 120): string {
  const flat = flatJson(value);
  if (typeof value !== 'object' || value === null || indent + flat.length <= width) return flat;
  const inner = indent + 2;
  const [open, close, members] = isList(value)
    ? ['[', ']', value.map((member) => layoutJson(member, inner, width))]
    : [
        '{',
        '}',
        fieldsOf(value).map(([name, member]) => `${JSON.stringify(name)}: ${layoutJson(member, inner, width)}`),
      ];
  const margin = ' '.repeat(inner);
  return `${open}\n${members.map((member) => margin + member).join(',\n')}\n${' '.repeat(indent)}${close}`;
}

function flatJson(value: JsonValue): string {
  if (isList(value)) return `[${value.map(flatJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = fieldsOf(value).map(([name, member]) => `${JSON.stringify(name)}: ${flatJson(member)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function fieldsOf(value: { readonly [name: string]: JsonValue | undefined }): (readonly [string, JsonValue])[] {
  return Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, member] as const]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
