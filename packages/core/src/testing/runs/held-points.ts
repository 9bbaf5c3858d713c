import type { PointName, Points } from '../../runtime/points.ts';

/** Points that a test holds: a run that reaches a held one waits there until it is let go. */
export class HeldPoints implements Points {
  readonly #held = new Map<
    PointName,
    { readonly reached: PromiseWithResolvers<string>; readonly gate: PromiseWithResolvers<void> }
  >();
  readonly passed: PointName[] = [];

  /** Holds the next run that reaches the point. */
  hold(name: PointName): { readonly reached: Promise<string>; readonly release: () => void } {
    const held = { reached: Promise.withResolvers<string>(), gate: Promise.withResolvers<void>() };
    this.#held.set(name, held);
    return { reached: held.reached.promise, release: () => held.gate.resolve() };
  }

  async reach(name: PointName, run: string): Promise<void> {
    this.passed.push(name);
    const held = this.#held.get(name);
    if (held === undefined) return;
    this.#held.delete(name);
    held.reached.resolve(run);
    await held.gate.promise;
  }
}
