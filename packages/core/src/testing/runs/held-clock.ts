import type { Clock } from '../../runtime/clock.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly work: () => void;
}

/** A clock that stands still until it is told to go on: what waits for time is woken in order, at its own moment. */
export class HeldClock implements Clock {
  #monotonic = 0;
  #wall: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  constructor(wall = Date.UTC(2026, 0, 1)) {
    this.#wall = wall;
  }

  now(): number {
    return Math.floor(this.#wall);
  }

  monotonic(): number {
    return this.#monotonic;
  }

  after(ms: number, work: () => void): Disposable {
    const timer = { at: this.#monotonic + ms, order: (this.#order += 1), work };
    this.#timers.add(timer);
    return { [Symbol.dispose]: () => this.#timers.delete(timer) };
  }

  /** How many wait for time. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Sets the clock on the wall, as a time server or a person does; waiting is not changed by it. */
  setWall(ms: number): void {
    this.#wall = ms;
  }

  /** Lets so much time pass; whoever wakes has done what it can without more time before the next one wakes. */
  async advance(ms: number): Promise<void> {
    const end = this.#monotonic + ms;
    for (;;) {
      await rest();
      const [next] = [...this.#timers].toSorted((a, b) => a.at - b.at || a.order - b.order);
      if (next === undefined || next.at > end) break;
      this.#pass(Math.max(0, next.at - this.#monotonic));
      this.#timers.delete(next);
      next.work();
    }
    this.#pass(end - this.#monotonic);
    await rest();
  }

  /** The process stood still for so long: time has passed, and only then everything that was due wakes. */
  async freeze(ms: number): Promise<void> {
    this.#pass(ms);
    await this.advance(0);
  }

  /** Lets time pass for as long as something is not done. */
  async passUntil(done: Promise<unknown>): Promise<void> {
    const over = { isDone: false };
    const mark = () => {
      over.isDone = true;
    };
    done.then(mark, mark);
    while (!over.isDone) await this.advance(100);
  }

  #pass(ms: number): void {
    this.#monotonic += ms;
    this.#wall += ms;
  }
}

/** Lets promises, and the answers of a database in another process, come in. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((next) => setImmediate(next));
    await new Promise((next) => setTimeout(next, 1));
  }
}
