import type { Concept } from '../domain/index.ts';
import type { EntryEdit } from '../storage/entry-edits.ts';
import { stableId } from '../text/content-hash.ts';

/**
 * What stands for everything that people can edit in an entry. It is made of the content, not counted: a build that
 * changes nothing of an entry, and a change that is taken back, leave it as it was.
 */
export function versionOf({ designations, definition }: Concept, edit: EntryEdit | undefined): string {
  return stableId(JSON.stringify([designations, definition ?? null, edit?.note ?? null, edit?.locked !== undefined]));
}
