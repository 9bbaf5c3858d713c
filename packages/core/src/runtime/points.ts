/**
 * Named moments in the life of a run. They cost nothing; a test holds one, or ends the process there, to reach an order
 * of events that chance would bring once in a year.
 */
export type PointName = `${'before' | 'after'}:${'start' | 'claim' | 'append' | 'checkpoint' | 'finish'}`;

export interface Points {
  /** Waits while a test holds the moment. */
  reach(name: PointName, run: string): Promise<void> | void;
}

export const noPoints: Points = { reach: () => undefined };
