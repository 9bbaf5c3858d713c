import type { InterceptStatement } from '../../storage/kysely/exact-dialect.ts';

/** An error as the driver of a database would throw it. */
export function databaseError(code: string): Error {
  return Object.assign(new Error(`injected: ${code}`), { code });
}

/** A database that fails when it is told to. Give `intercept` to `openStorage`. */
export class Faults {
  #rules: {
    readonly matches: (statement: string) => boolean;
    readonly fault: () => Promise<void> | void;
    left: number;
  }[] = [];
  /** How many statements were hit. */
  hits = 0;

  readonly intercept: InterceptStatement = async (statement) => {
    const rule = this.#rules.find(({ left, matches }) => left > 0 && matches(statement));
    if (rule === undefined) return;
    rule.left -= 1;
    this.hits += 1;
    await rule.fault();
  };

  /** The next `times` statements that match are refused with the code. `commit` and `committed` are statements too. */
  fail(pattern: RegExp, { code, times = 1 }: { readonly code: string; readonly times?: number }): void {
    this.act(pattern, {
      times,
      fault: () => {
        throw databaseError(code);
      },
    });
  }

  /** The next `times` statements that match wait for `fault` first. */
  act(
    pattern: RegExp,
    { fault, times = 1 }: { readonly fault: () => Promise<void> | void; readonly times?: number },
  ): void {
    this.#rules.push({ matches: (statement) => pattern.test(statement), fault, left: times });
  }

  /** From now on nothing fails. */
  heal(): void {
    this.#rules = [];
  }
}

/** The statement that ends a run. */
export const FINISH = /^update "run" set "status" = .*"finished_at" =/u;
/** The statement that adds to a journal. */
export const APPEND = /^update "run" set "batch" =/u;
/** The statement that renews a lease. */
export const HEARTBEAT = /^update "run" set "lease_until" = [^,]*where/u;
/** The statement that takes a run. */
export const CLAIM = /^update "run" set "status" = .*"attempt" = "attempt" \+/u;
/** The statement that makes a run. */
export const CREATE = /^insert into "run" /u;
/** The statement that looks for journals which are too old. */
export const PRUNE = /^select .* from "run" .*offset/u;
