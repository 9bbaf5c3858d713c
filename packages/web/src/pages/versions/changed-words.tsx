import type { EntryChange } from '@genglossary/core/domain';
import { WordDiff } from '../../ui/word-diff.tsx';
import { useWords } from '../../words/words.tsx';
import { toldName, toldRelation } from './told-name.ts';

/** What differs in an entry: its definition word by word, its names, its relations. */
export function ChangedWords({ change }: { readonly change: EntryChange }) {
  const words = useWords();
  const { definition, namesAdded, namesRemoved, namesMatched, category, relationsAdded, relationsRemoved } = change;
  return (
    <>
      {definition !== undefined && <WordDiff parts={definition} />}
      <Marked
        label={words.entries.names}
        added={namesAdded.map((name) => toldName(name, words))}
        removed={namesRemoved.map((name) => toldName(name, words))}
      />
      {namesMatched !== undefined && <p>{`${words.versions.matched}: ${words.list(namesMatched)}`}</p>}
      {category !== undefined && (
        <Marked
          label={words.versions.category}
          added={[category.after ?? words.versions.noCategory]}
          removed={[category.before ?? words.versions.noCategory]}
        />
      )}
      <Marked
        label={words.entries.related}
        added={relationsAdded.map((relation) => toldRelation(relation, words))}
        removed={relationsRemoved.map((relation) => toldRelation(relation, words))}
      />
    </>
  );
}

function Marked({
  label,
  added,
  removed,
}: {
  readonly label: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}) {
  if (added.length + removed.length === 0) return null;
  return (
    <p>
      {`${label}: `}
      {added.map((name) => (
        <ins key={name}>{name} </ins>
      ))}
      {removed.map((name) => (
        <del key={name}>{name} </del>
      ))}
    </p>
  );
}
