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
 * the first that is called so, else the first that has it as a part of its name (`Term (EN)`, `定義・説明`). Where none
 * is called a term, the first that is mostly filled is, with words rather than numbers.
 */
export function mapColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  said: Readonly<Record<string, ImportField | null>> = {},
): readonly ImportColumn[] {
  const taken = new Set(Object.values(said).filter((field) => field !== null));
  const claim = (names: readonly string[]): ImportField | null => {
    const field = names.map((name) => FIELDS.get(name)).find((one) => one !== undefined && !taken.has(one));
    if (field !== undefined) taken.add(field);
    return field ?? null;
  };
  const fields = headers
    .map((header) => (Object.hasOwn(said, header) ? (said[header] ?? null) : claim([keyOf(header)])))
    .map((field, column) => {
      const header = headers[column] ?? '';
      return field === null && !Object.hasOwn(said, header) ? claim(partsOf(header)) : field;
    });
  const filled = headers.map((_, column) => {
    const count = rows.filter((cells) => (cells[column] ?? '').trim() !== '').length;
    return rows.length === 0 ? 0 : Math.round((count / rows.length) * 100) / 100;
  });
  const isCounted = (column: number) => rows.every((cells) => /^[\p{N}\p{P}\s]*$/u.test(cells[column] ?? ''));
  const free = fields.flatMap((field, column) => {
    const isFree = field === null && (filled[column] ?? 0) > 0.5 && !Object.hasOwn(said, headers[column] ?? '');
    return isFree ? [column] : [];
  });
  const first = free.find((column) => !isCounted(column)) ?? free[0];
  if (!taken.has('term') && first !== undefined) fields[first] = 'term';
  return headers.map((header, column) => ({ header, field: fields[column] ?? null, filled: filled[column] ?? 0 }));
}

/** What a header says besides brackets, or on both sides of a stroke or dot; single words of a phrase mean little. */
function partsOf(header: string): readonly string[] {
  return foldText(header)
    .split(/[()[\]/・:|、,]+/u)
    .map(keyOf)
    .filter((part) => part !== '');
}

function keyOf(header: string): string {
  return foldText(header)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
