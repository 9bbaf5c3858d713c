/** What a scenario came to. */
export interface Report {
  readonly name: string;
  /** Rows of the fault table that it proves. */
  readonly rows: readonly number[];
  readonly outcome: 'passed' | 'failed' | 'not run';
  readonly lines: readonly string[];
}

export interface Verdict {
  readonly rows: readonly number[];
  readonly seed: number;
  readonly figures: Readonly<Record<string, number | string>>;
  /** Each must be 0. */
  readonly faults: Readonly<Record<string, number>>;
  /** Name, figure, least: a run that tried too little proves nothing. */
  readonly minima?: readonly (readonly [string, number, number])[];
  /** Name, figure, most. */
  readonly maxima?: readonly (readonly [string, number, number])[];
  readonly note?: string;
}

export function verdict(
  name: string,
  { rows, seed, figures, faults, minima = [], maxima = [], note }: Verdict,
): Report {
  const wrong = [
    ...Object.entries(faults).flatMap(([fault, count]) => (count === 0 ? [] : [`${fault}: ${count}`])),
    ...minima.flatMap(([figure, value, least]) =>
      value >= least ? [] : [`${figure}: ${value}, at least ${least} asked`],
    ),
    ...maxima.flatMap(([figure, value, most]) => (value <= most ? [] : [`${figure}: ${value}, at most ${most} asked`])),
  ];
  const shown = Object.entries(figures).map(
    ([figure, value]) => `${figure} ${typeof value === 'number' ? round(value) : value}`,
  );
  return {
    name,
    rows,
    outcome: wrong.length === 0 ? 'passed' : 'failed',
    lines: [
      `seed ${seed}: ${shown.join(' · ')}`,
      Object.entries(faults)
        .map(([fault, count]) => `${count} ${fault}`)
        .join(', '),
      ...wrong.map((line) => `WRONG ${line}`),
      ...(note === undefined ? [] : [note]),
    ],
  };
}

export function notRun(name: string, rows: readonly number[], why: string): Report {
  return { name, rows, outcome: 'not run', lines: [why] };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
