import './sort-button.css';

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/** The head of a column that sorts by it: pressed again, the other way round. */
export function SortButton({
  by,
  label,
  sort,
  startsDescending,
  onSort,
}: {
  readonly by: string;
  readonly label: string;
  readonly sort: Sort | undefined;
  /** Numbers are asked for largest first. */
  readonly startsDescending: boolean;
  readonly onSort: (sort: Sort) => void;
}) {
  const isBy = sort?.by === by;
  return (
    <button
      type="button"
      className="sort-button"
      onClick={() => onSort({ by, descending: isBy ? !sort.descending : startsDescending })}
    >
      {label}
      <span aria-hidden="true">{isBy ? (sort.descending ? ' ↓' : ' ↑') : ''}</span>
    </button>
  );
}

/** As an address keeps it: `count`, or `-count` for largest first. */
export function sortText({ by, descending }: Sort): string {
  return descending ? `-${by}` : by;
}

export function readSort(text: string | undefined): Sort | undefined {
  if (text === undefined) return undefined;
  return text.startsWith('-') ? { by: text.slice(1), descending: true } : { by: text, descending: false };
}

/** What assistive technology is told of a column. */
export function ariaSort(sort: Sort | undefined, by: string): 'ascending' | 'descending' | 'none' {
  if (sort?.by !== by) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
