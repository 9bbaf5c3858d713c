import type { Cue, CueMentions, LanguageMentions, PhraseMentions } from './document-mentions.ts';
import { emptyTally, type PhraseTally } from './phrase-tally.ts';

interface PhraseCounts extends PhraseTally {
  readonly text: string;
  readonly classes: string;
}

/** What the sentences of one language in a document say, while it is counted. */
export interface MentionCounts {
  wordCount: number;
  /** By classes, then by text. */
  readonly phrases: Map<string, Map<string, PhraseCounts>>;
  readonly cues: Map<string, Partial<Record<Cue, number>>>;
  readonly readings: Map<string, string>;
}

export function createCounts(): MentionCounts {
  return { wordCount: 0, phrases: new Map(), cues: new Map(), readings: new Map() };
}

/** The counts of a phrase written one way, from its first time on. */
export function phraseIn({ phrases }: MentionCounts, text: string, classes: string): PhraseCounts {
  let byText = phrases.get(classes);
  if (byText === undefined) phrases.set(classes, (byText = new Map()));
  let phrase = byText.get(text);
  if (phrase === undefined) {
    phrase = { text, classes, ...emptyTally() };
    byText.set(text, phrase);
  }
  return phrase;
}

/** What was counted, as plain data in code-unit order. */
export function toMentions(language: string, { wordCount, phrases, cues, readings }: MentionCounts): LanguageMentions {
  return {
    language,
    wordCount,
    phrases: inOrder(phrases).flatMap(([, byText]) =>
      inOrder(byText).map(
        ([, { text, classes, count, inside, inHeading, determined, related, argument }]): PhraseMentions => {
          return [text, classes, count, inside, inHeading, determined, related, argument];
        },
      ),
    ),
    cues: inOrder(cues).map(([text, counts]): CueMentions => ({ text, counts })),
    readings: Object.fromEntries(inOrder(readings)),
  };
}

/** Entries by the code units of their keys. */
export function inOrder<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].toSorted((a, b) => byCodeUnits(a[0], b[0]));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
