import { type Category, type EntrySummary, entryStateOf } from '../domain/index.ts';
import type { ListedConcept } from '../storage/glossary-stores.ts';
import { collationEntryOf, indexLetter } from '../text/collation.ts';
import { versionOf } from './entry-version.ts';

/** An entry as a list shows it. */
export function summaryOf(
  { concept, occurrences, documents, members, edit }: ListedConcept,
  {
    openIssues,
    categories,
  }: { readonly openIssues: number; readonly categories: readonly Pick<Category, 'id' | 'name'>[] },
): EntrySummary {
  const { id, language, designations, definition, category, score, scoreParts, reason } = concept;
  const categoryId = categories.find(({ name }) => name === category)?.id;
  const entry = collationEntryOf(concept);
  const isAdded = edit?.language !== undefined;
  // Who adds an entry, or makes several one, gives it names as well, but edits none.
  const hasNewNames = edit?.designations !== undefined && !isAdded && members.length === 1;
  const forbidden = designations.flatMap(({ text, status }) => (status === 'forbidden' ? [text] : []));
  return {
    id,
    version: versionOf(concept, edit),
    language,
    term: entry.text,
    ...(entry.reading === undefined ? {} : { reading: entry.reading }),
    letter: indexLetter(entry),
    names: designations.slice(1).map(({ text }) => text),
    ...(forbidden.length === 0 ? {} : { forbidden }),
    state: entryStateOf(definition),
    ...(definition === undefined
      ? {}
      : {
          definition: definition.statements.map(({ text }) => text).join(' '),
          definitionState: definition.state,
          confidence: definition.confidence,
        }),
    isLocked: edit?.locked !== undefined,
    isAdded,
    isEdited: definition?.author === 'person' || hasNewNames,
    ...(edit?.note === undefined ? {} : { note: edit.note }),
    ...(categoryId === undefined ? {} : { categoryId }),
    occurrences,
    documents,
    openIssues,
    score,
    isScored: reason !== 'required' || scoreParts.length > 0,
    reason,
  };
}
