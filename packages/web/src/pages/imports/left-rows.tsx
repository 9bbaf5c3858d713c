import type { ImportDecisions, ImportPlan, ImportRow } from '@genglossary/client';
import { useId } from 'react';
import { rowReason } from './row-reason.ts';
import { useWords } from '../../words/words.tsx';

/** Rows of a plan that was carried out and that changed nothing: which, and why, line by line. */
export function LeftRows({ plan, decisions }: { readonly plan: ImportPlan; readonly decisions: ImportDecisions }) {
  const words = useWords();
  const { skipped, kept, same } = leftRows(plan, decisions);
  return (
    <>
      {skipped.length > 0 && <Rows title={words.imports.left(skipped.length)} format={plan.format} rows={skipped} />}
      {kept.length > 0 && <Rows title={words.imports.kept(kept.length)} format={plan.format} rows={kept} />}
      {same.length > 0 && <p className="muted numbers">{words.imports.alreadyThere(same.length)}</p>}
    </>
  );
}

function Rows({
  title,
  format,
  rows,
}: {
  readonly title: string;
  readonly format: ImportPlan['format'];
  readonly rows: readonly ImportRow[];
}) {
  const words = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol className="import-rows">
        {rows.map((row) => (
          <li key={row.place} className="import-left">
            <span className="muted numbers">{words.imports[format === 'csv' ? 'line' : 'entryAt'](row.place)}</span>
            <strong>{row.term === '' ? words.imports.noTerm : row.term}</strong>
            <span className="muted">{rowReason(row, words)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a plan left out, what a person left as it was, and what said nothing new. */
export function leftRows(
  { rows }: Pick<ImportPlan, 'rows'>,
  decisions: ImportDecisions,
): Readonly<Record<'skipped' | 'kept' | 'same', readonly ImportRow[]>> {
  const chosen = new Map(decisions.rows?.map(({ place, choice }) => [place, choice]));
  const isKept = (row: ImportRow) =>
    row.outcome !== 'create' && row.choices.length > 0 && (chosen.get(row.place) ?? row.choice) === 'mine';
  return {
    skipped: rows.filter(({ outcome }) => outcome === 'skipped'),
    kept: rows.filter(isKept),
    same: rows.filter(({ outcome }) => outcome === 'same'),
  };
}
