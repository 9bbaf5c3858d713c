import {
  type ConceptId,
  conceptId,
  type Definition,
  type Designation,
  type EntryHistoryField,
  type EntryHistoryItem,
  type LanguageTag,
  type ProjectId,
  type RelationKind,
  type Statement,
} from '../domain/index.ts';
import type { Stores } from '../storage/storage.ts';
import type { ChangedFields } from '../storage/work-stores.ts';
import { wordDiff } from '../text/word-diff.ts';

type Value = string | number | null;

/** What was done to an entry, latest first, in words that people know. */
export async function readHistory(
  { changes, concepts }: Stores,
  { project, id }: { readonly project: ProjectId; readonly id: ConceptId },
  options: { readonly limit: number; readonly before?: number },
): Promise<readonly EntryHistoryItem[]> {
  const items = await changes.of(project, { noun: 'entry', id, ...options });
  const revisions = await concepts.revisions(project, id);
  const language = (await concepts.read(project, id))?.language ?? 'und';
  return items.map(({ fields, ...change }) => ({
    ...change,
    fields: fields.flatMap((one) => fieldsOf(one, { revisions, language })),
  }));
}

function fieldsOf(
  { table, key, before, after }: ChangedFields,
  known: { readonly revisions: readonly Definition[]; readonly language: LanguageTag },
): EntryHistoryField[] {
  if (table === 'definition') return [definitionField({ key, before, after }, known)];
  if (table === 'relation_decision') {
    return [
      {
        field: 'relation',
        kind: key['kind'] as RelationKind,
        target: conceptId(String(key['target'])),
        before: decisionIn(before),
        after: decisionIn(after),
      },
    ];
  }
  const was = (name: string): Value => before?.[name] ?? null;
  const is = (name: string): Value => after?.[name] ?? null;
  const isChanged = (name: string) => was(name) !== is(name);
  const fields: EntryHistoryField[] = [];
  if (isChanged('designations')) {
    fields.push({
      field: 'names',
      ...told('before', namesIn(was('designations'))),
      ...told('after', namesIn(is('designations'))),
    });
  }
  if (isChanged('note'))
    fields.push({ field: 'note', ...told('before', textIn(was('note'))), ...told('after', textIn(is('note'))) });
  if ((was('locked') === null) !== (is('locked') === null)) {
    fields.push({ field: 'lock', isLocked: is('locked') !== null });
  }
  if (isChanged('removed') || isChanged('merged_into')) {
    const into = textIn(is('merged_into'));
    const state = (textIn(is('removed')) ?? 'there') as 'there' | 'deleted' | 'merged';
    fields.push({ field: 'place', is: state, ...told('into', into === undefined ? undefined : conceptId(into)) });
  }
  return fields;
}

function definitionField(
  { key, before, after }: Pick<ChangedFields, 'key' | 'before' | 'after'>,
  { revisions, language }: { readonly revisions: readonly Definition[]; readonly language: LanguageTag },
): EntryHistoryField {
  const revision = Number(key['revision']);
  const former = revisions.findLast((one) => one.revision < revision);
  const row = after ?? before;
  const statements = JSON.parse(String(row?.['statements'] ?? '[]')) as readonly Statement[];
  const texts = [former?.statements ?? [], statements].map((all) => all.map(({ text }) => text).join(' '));
  const [old = '', written = ''] = after === null ? texts.toReversed() : texts;
  return {
    field: 'definition',
    revision,
    isWritten: after !== null,
    diff: wordDiff(old, written, language),
    ...told('reason', textIn(row?.['reason'] ?? null)),
  };
}

function decisionIn(row: ChangedFields['before']): 'open' | 'accepted' | 'rejected' {
  return (row?.['state'] ?? 'open') as 'open' | 'accepted' | 'rejected';
}

function namesIn(value: Value): readonly string[] | undefined {
  return value === null ? undefined : (JSON.parse(String(value)) as readonly Designation[]).map(({ text }) => text);
}

function textIn(value: Value): string | undefined {
  return value === null ? undefined : String(value);
}

function told<Name extends string, T>(name: Name, value: T | undefined): { readonly [Key in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: T };
}
