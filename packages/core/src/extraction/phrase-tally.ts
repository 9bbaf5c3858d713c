/** How often a phrase stands somewhere, and in which parts: see `PhraseMentions`. */
export interface PhraseTally {
  count: number;
  inside: number;
  inHeading: number;
  determined: number;
  related: number;
  argument: number;
}

export function emptyTally(): PhraseTally {
  return { count: 0, inside: 0, inHeading: 0, determined: 0, related: 0, argument: 0 };
}
