import type { Category, CategoryId } from '@genglossary/core/domain';
import { CategoryMark } from '../../categories/category-mark.tsx';
import { type FiledTerms, useCategoryOf } from '../../categories/use-categorise.ts';
import type { TermDecision, WorkbenchTerm } from '../../data/shapes.ts';
import { fold } from '../../search/fold.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Column } from '../../ui/virtual-table.tsx';
import type { Words } from '../../words/en.ts';
import { useWords } from '../../words/words.tsx';
import { type SaidDecisions, useDecision } from './use-decisions.ts';

const looks: Readonly<Record<TermDecision, readonly [Tone, IconName | undefined]>> = {
  kept: ['accent', undefined],
  cut: ['neutral', undefined],
  required: ['ok', 'check'],
  excluded: ['bad', 'cross'],
};

/** What the table of terms shows of each. */
export function termColumns(
  words: Words,
  decisions: SaidDecisions,
  { categories, filed }: { readonly categories: ReadonlyMap<CategoryId, Category>; readonly filed: FiledTerms },
): readonly Column<WorkbenchTerm>[] {
  return [
    {
      key: 'term',
      label: words.terms.term,
      width: 'minmax(160px, 3fr)',
      isCut: true,
      sortable: true,
      cell: ({ id, term, language, reading, entry }) => (
        <span lang={language}>
          <strong className="term-name">{term}</strong>
          {reading !== undefined && fold(reading) !== fold(term) && <span className="muted"> {reading}</span>}
          {entry !== undefined && entry.id !== id && (
            <span className="muted">
              {' '}
              <span aria-hidden="true">{words.terms.aliasOf(entry.term)}</span>
              <span className="visually-hidden">{words.terms.aliasOfSpoken(entry.term)}</span>
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'status',
      label: words.terms.status,
      width: '140px',
      sortable: true,
      cell: (term) => <Decision term={term} decisions={decisions} />,
    },
    // Where there are none, nothing is said of them.
    ...(categories.size === 0
      ? []
      : [
          {
            key: 'category',
            label: words.categories.category,
            width: 'minmax(112px, 2fr)',
            isCut: true,
            spare: 2,
            cell: (term: WorkbenchTerm) => <TermCategory {...{ term, categories, filed }} />,
          },
        ]),
    {
      key: 'kind',
      label: words.terms.kind,
      width: '84px',
      spare: 5,
      cell: ({ kind }) => words.terms.kinds[kind],
    },
    {
      key: 'count',
      label: words.terms.count,
      width: '76px',
      align: 'end',
      sortable: true,
      spare: 3,
      cell: ({ frequency }) => words.number(frequency),
    },
    {
      key: 'documents',
      label: words.terms.documents,
      width: '108px',
      align: 'end',
      sortable: true,
      spare: 4,
      cell: ({ documentFrequency }) => words.number(documentFrequency),
    },
    {
      key: 'score',
      label: words.terms.score,
      width: '116px',
      align: 'end',
      sortable: true,
      spare: 1,
      cell: ({ score, isAdded }) =>
        isAdded ? (
          <span className="muted" title={words.terms.noScore}>
            <span aria-hidden="true">–</span>
            <span className="visually-hidden">{words.terms.noScore}</span>
          </span>
        ) : (
          toldScore(score)
        ),
    },
  ];
}

function Decision({ term, decisions }: { readonly term: WorkbenchTerm; readonly decisions: SaidDecisions }) {
  const words = useWords();
  const decision = useDecision(decisions, term);
  const [tone, icon] = looks[decision];
  return (
    <Chip tone={tone} {...(icon === undefined ? {} : { icon })}>
      {term.isAdded && decision === 'required' ? words.terms.added : words.terms.statuses[decision]}
    </Chip>
  );
}

function TermCategory({
  term,
  categories,
  filed,
}: {
  readonly term: WorkbenchTerm;
  readonly categories: ReadonlyMap<CategoryId, Category>;
  readonly filed: FiledTerms;
}) {
  const id = useCategoryOf(filed, term);
  const category = id === undefined ? undefined : categories.get(id);
  return category === undefined ? '' : <CategoryMark category={category} />;
}

/** Nothing is neither above nor below nothing. */
function toldScore(score: number): string {
  const told = score.toFixed(1);
  return told === '-0.0' ? '0.0' : told;
}
