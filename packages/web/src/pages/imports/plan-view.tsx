import type { ImportChoice, ImportDecisions, ImportField, ImportPlan, ImportRow } from '@genglossary/client';
import { importChoices, importFields, importOutcomes } from '@genglossary/core/domain';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useWords } from '../../words/words.tsx';
import { rowReason } from './row-reason.ts';

const tones: Readonly<Record<ImportRow['outcome'], Tone>> = {
  create: 'ok',
  update: 'accent',
  same: 'neutral',
  conflict: 'warn',
  skipped: 'bad',
};
const rowsAtOnce = 100;

/** What a file would do, row by row; where it and the glossary differ a person chooses, for one row or for all. */
export function PlanView({
  plan,
  isBusy,
  onMap,
  onApply,
}: {
  readonly plan: ImportPlan;
  readonly isBusy: boolean;
  readonly onMap: (header: string, field: ImportField | null) => void;
  readonly onApply: (decisions: ImportDecisions) => void;
}) {
  const words = useWords();
  const [chosen, setChosen] = useState<ReadonlyMap<number, ImportChoice>>(new Map());
  const [shown, setShown] = useState<ImportRow['outcome'] | 'all'>('all');
  const [most, setMost] = useState(rowsAtOnce);
  const { rows, counts, columns, left } = plan;
  const choiceOf = ({ place, choice }: ImportRow) => chosen.get(place) ?? choice;
  const writes = rows.filter(
    (row) => row.outcome === 'create' || (row.choices.length > 0 && choiceOf(row) !== 'mine'),
  ).length;
  const visible = rows.filter(({ outcome }) => shown === 'all' || outcome === shown);
  const chooseAll = (choice: ImportChoice) =>
    setChosen(
      new Map(
        rows.flatMap(({ place, outcome, choices }) =>
          outcome === 'conflict' && choices.includes(choice) ? [[place, choice] as const] : [],
        ),
      ),
    );
  return (
    <>
      {columns.length > 0 && (
        <section className="panel" aria-labelledby="columns">
          <h2 id="columns">{words.imports.columns}</h2>
          <div className="import-columns">
            {columns.map(({ header, field, filled }) => (
              <SelectField
                key={header}
                label={header}
                hint={words.imports.filled(words.percent(filled))}
                value={field ?? ''}
                onChange={(event) => onMap(header, importFields.find((one) => one === event.target.value) ?? null)}
              >
                <option value="">{words.imports.leftOut}</option>
                {importFields.map((one) => (
                  <option key={one} value={one}>
                    {words.imports.fields[one]}
                  </option>
                ))}
              </SelectField>
            ))}
          </div>
        </section>
      )}
      <section aria-labelledby="plan" className="stack">
        <div className="spread">
          <div>
            <h2 id="plan">{words.imports.plan(plan.fileName)}</h2>
            <p role="status" className="numbers">
              {words.list(
                importOutcomes.flatMap((one) => (counts[one] === 0 ? [] : [words.imports.counted[one](counts[one])])),
              )}
            </p>
          </div>
          <Button
            kind="primary"
            busy={isBusy}
            disabled={writes === 0}
            onClick={() => onApply({ rows: [...chosen].map(([place, choice]) => ({ place, choice })) })}
          >
            {writes === 0 ? words.imports.nothing : words.imports.apply(writes)}
          </Button>
        </div>
        <div className="row">
          <SelectField
            label={words.imports.show}
            hideLabel
            value={shown}
            onChange={(event) => {
              setShown(importOutcomes.find((one) => one === event.target.value) ?? 'all');
              setMost(rowsAtOnce);
            }}
          >
            <option value="all">{words.imports.all(rows.length)}</option>
            {importOutcomes.map((one) => (
              <option key={one} value={one}>
                {words.imports.counted[one](counts[one])}
              </option>
            ))}
          </SelectField>
          {counts.conflict > 0 &&
            importChoices.map((choice) => (
              <Button key={choice} size="small" onClick={() => chooseAll(choice)}>
                {words.imports.forAll(words.imports.choices[choice])}
              </Button>
            ))}
        </div>
        {left.length > 0 && (
          <p className="muted">
            {words.imports.notTaken(
              words.list(
                left.map(({ kind, name, count }) =>
                  kind === 'names' ? words.imports.leftNames(name, count) : words.imports.leftField(name, count),
                ),
              ),
            )}
          </p>
        )}
        <ol className="import-rows">
          {visible.slice(0, most).map((row) => (
            <Row
              key={row.place}
              row={row}
              choice={choiceOf(row)}
              onChoose={(choice) => setChosen(new Map([...chosen, [row.place, choice]]))}
            />
          ))}
        </ol>
        {visible.length > most && (
          <Button onClick={() => setMost(most + rowsAtOnce)}>{words.entries.more(visible.length - most)}</Button>
        )}
      </section>
    </>
  );
}

function Row({
  row,
  choice,
  onChoose,
}: {
  readonly row: ImportRow;
  readonly choice: ImportChoice | undefined;
  readonly onChoose: (choice: ImportChoice) => void;
}) {
  const words = useWords();
  const { place, term, outcome, mine, theirs, choices } = row;
  const reason = rowReason(row, words);
  return (
    <li className="import-row">
      <span className="muted numbers">{place}</span>
      <div>
        <p className="row">
          <strong>{term === '' ? words.imports.noTerm : term}</strong>
          <Chip tone={tones[outcome]}>{words.imports.outcomes[outcome]}</Chip>
        </p>
        {reason !== undefined && <p className="muted">{reason}</p>}
        {theirs?.definition !== undefined && theirs.definition !== mine?.definition && (
          <div className="import-sides">
            {mine?.definition !== undefined && (
              <p>
                <small>{words.imports.mine}</small> {mine.definition}
              </p>
            )}
            <p>
              <small>{words.imports.theirs}</small> {theirs.definition}
            </p>
          </div>
        )}
        {theirs?.category !== undefined && theirs.category !== mine?.category && (
          <p>
            <small>{words.imports.fields.category}</small> {theirs.category}
          </p>
        )}
        {theirs !== undefined && mine !== undefined && mine.names.join('\n') !== theirs.names.join('\n') && (
          <p>
            <small>{words.imports.theirNames}</small> {words.list(theirs.names)}
          </p>
        )}
      </div>
      {choices.length > 0 && (
        <SelectField
          label={words.imports.choiceFor(term)}
          hideLabel
          value={choice ?? ''}
          onChange={(event) => {
            const next = choices.find((one) => one === event.target.value);
            if (next !== undefined) onChoose(next);
          }}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {mine === undefined ? words.imports.newChoices[one] : words.imports.choices[one]}
            </option>
          ))}
        </SelectField>
      )}
    </li>
  );
}
