import type { ReactNode } from 'react';
import { useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useWords } from '../../words/words.tsx';
import { csvOf } from './measures.ts';

export interface Bar {
  readonly key: string;
  readonly name: string;
  /** Where the name leads, if anywhere. */
  readonly link?: ReactNode;
  readonly value: number;
  /** What is said instead of the number. */
  readonly shown?: string;
}

/** One finding, and the table that shows it; the numbers are also drawn. Read aloud it is a table, printed a chart. */
export function Chart({
  finding,
  detail,
  subject,
  unit,
  rows,
  most = Math.max(1, ...rows.map(({ value }) => value)),
}: {
  readonly finding: string;
  readonly detail?: string;
  /** What rows are, and what numbers count: the head of the table. */
  readonly subject: string;
  readonly unit: string;
  readonly rows: readonly Bar[];
  /** What fills the width. */
  readonly most?: number;
}) {
  const words = useWords();
  const id = useId();
  const content = () =>
    csvOf(
      [subject, unit],
      rows.map(({ name, value }) => [name, value]),
    );
  return (
    <section aria-labelledby={id}>
      <div className="spread chart-head">
        <h2 id={id}>{finding}</h2>
        <Button
          size="small"
          aria-label={words.insights.saveTable(subject)}
          onClick={() => saveFile(`${subject}.csv`, { mediaType: 'text/csv', content: content() })}
        >
          {words.insights.csv}
        </Button>
      </div>
      {detail !== undefined && <p className="muted">{detail}</p>}
      <table className="bars" aria-labelledby={id}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{subject}</th>
            <th scope="col">{unit}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, link, value, shown }) => (
            <tr key={key}>
              <th scope="row">{link ?? name}</th>
              <td>
                {value > 0 && (
                  <span className="bar" aria-hidden="true" style={{ '--share': value / most } as React.CSSProperties} />
                )}
                <span className="numbers">{shown ?? words.number(value)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
