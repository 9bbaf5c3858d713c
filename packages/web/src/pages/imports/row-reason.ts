import type { ImportRow } from '@genglossary/client';
import type { Words } from '../../words/en.ts';

/** Why a row is not taken as it stands, in the words of the page. */
export function rowReason({ reason, detail }: Pick<ImportRow, 'reason' | 'detail'>, words: Words): string | undefined {
  if (reason === undefined) return undefined;
  return words.imports.reasons[reason] ?? (detail === undefined ? undefined : words.imports.unusable(detail));
}
