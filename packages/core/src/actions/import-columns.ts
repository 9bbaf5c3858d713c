import type { ImportColumn, ImportField } from '../domain/index.ts';
import { foldText } from '../text/normal-form.ts';
import { importHeaders } from './import-headers.ts';

const FIELDS = new Map(
  Object.entries(importHeaders).flatMap(([field, lines]) =>
    lines.flatMap((line) => line.split(' ').map((name) => [keyOf(name), field as ImportField] as const)),
  ),
);

/**
 * What the columns of a table are taken for: what a person said, else by their headers. A field belongs to one column,
 * the first that claims it. Where none is called a term, the first column that is mostly filled is.
 */
export function mapColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  said: Readonly<Record<string, ImportField | null>> = {},
): readonly ImportColumn[] {
  const taken = new Set(Object.values(said).filter((field) => field !== null));
  const fields = headers.map((header): ImportField | null => {
    if (Object.hasOwn(said, header)) return said[header] ?? null;
    const guessed = FIELDS.get(keyOf(header));
    if (guessed === undefined || taken.has(guessed)) return null;
    taken.add(guessed);
    return guessed;
  });
  const filled = headers.map((_, column) => {
    const count = rows.filter((cells) => (cells[column] ?? '').trim() !== '').length;
    return rows.length === 0 ? 0 : Math.round((count / rows.length) * 100) / 100;
  });
  const first = fields.findIndex(
    (field, column) => field === null && (filled[column] ?? 0) > 0.5 && !Object.hasOwn(said, headers[column] ?? ''),
  );
  if (!taken.has('term') && first >= 0) fields[first] = 'term';
  return headers.map((header, column) => ({ header, field: fields[column] ?? null, filled: filled[column] ?? 0 }));
}

function keyOf(header: string): string {
  return foldText(header)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
