/** The paid work that is going on in one attempt: a process that ends politely lets it come in first. */
export class InFlight {
  #count = 0;
  #drained: PromiseWithResolvers<void> | undefined;

  /** Whether no new work begins. */
  get isDraining(): boolean {
    return this.#drained !== undefined;
  }

  begin(): void {
    this.#count += 1;
  }

  end(): void {
    this.#count -= 1;
    if (this.#count === 0) this.#drained?.resolve();
  }

  /** Begins no new work from now on; resolves when what is going on has ended. */
  drain(): Promise<void> {
    this.#drained ??= Promise.withResolvers();
    if (this.#count === 0) this.#drained.resolve();
    return this.#drained.promise;
  }
}
