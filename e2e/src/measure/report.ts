/** Lines of a table: what was measured, what it shall be, what it is. */
export class Report {
  readonly #lines: {
    readonly name: string;
    readonly aim: string;
    readonly figure: string;
    readonly verdict: string;
  }[] = [];

  /** One figure and the most it may be. */
  add(
    name: string,
    figure: number,
    { most, unit = 'ms', note = '' }: { most: number; unit?: string; note?: string },
  ): void {
    const shown = `${rounded(figure)} ${unit}${note === '' ? '' : ` (${note})`}`;
    this.#put(name, `${most} ${unit}`, shown, figure <= most);
  }

  /** Waits, of which the 95th percentile counts; `busy` is the processor's part of each. */
  addWaits(
    name: string,
    waits: readonly number[],
    { most, busy = [] }: { most: number; busy?: readonly number[] },
  ): void {
    const came = waits.filter((wait) => !Number.isNaN(wait));
    const missing = waits.length - came.length;
    const p95 = percentile(came, 95);
    const processor =
      busy.length === 0 ? '' : `; processor p50 ${rounded(percentile(busy, 50))}, p95 ${rounded(percentile(busy, 95))}`;
    const lost = missing === 0 ? '' : `; ${missing} never came`;
    const shown = `p50 ${rounded(percentile(came, 50))}, p95 ${rounded(p95)} ms of ${came.length}${processor}${lost}`;
    this.#put(name, `p95 ${most} ms`, shown, missing === 0 && p95 <= most);
  }

  /** Tasks, none of which may take longer. */
  addTasks(name: string, tasks: readonly number[], most: number): void {
    const long = tasks.filter((task) => task > most).length;
    const shown = `longest ${rounded(tasks[0] ?? 0)} ms, ${long} of ${tasks.length} above`;
    this.#put(name, `no task > ${most} ms`, shown, long === 0);
  }

  print(): void {
    for (const { name, aim, figure, verdict } of this.#lines) console.info(lineOf(name, aim, figure, verdict));
    const missed = this.#lines.filter(({ verdict }) => verdict === 'missed').length;
    console.info(`\n${this.#lines.length - missed} of ${this.#lines.length} reached`);
  }

  #put(name: string, aim: string, figure: string, isReached: boolean): void {
    const verdict = isReached ? 'reached' : 'missed';
    this.#lines.push({ name, aim, figure, verdict });
    // At once, for who waits.
    console.info(lineOf(name, aim, figure, verdict));
  }
}

/** The nearest rank; `NaN` of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.abs(value) < 1 ? Math.round(value * 1000) / 1000 : Math.round(value);
}

function lineOf(name: string, aim: string, figure: string, verdict: string): string {
  return `${verdict.padEnd(8)}${name.padEnd(44)}${aim.padEnd(18)}${figure}`;
}
