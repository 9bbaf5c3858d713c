import type { LanguageTag } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import type { CandidateStatistics } from './candidate-statistics.ts';
import type { PhraseMentions } from './document-mentions.ts';
import { expandPhrase, type Reading } from './expand-phrase.ts';
import { emptyTally, type PhraseTally } from './phrase-tally.ts';

/** The phrases of a corpus, and what they say of the candidates that can be read out of them. */
export interface PhraseBook {
  /** All that were met so far. What they have in their documents is counted at once, all else when the book is settled. */
  readonly candidates: ReadonlyMap<string, CandidateStatistics>;
  /** Documents are known by number, and come one after the other. */
  add(phrase: PhraseMentions, document: number): void;
  /** Counts for each candidate what all phrases say of it, once; answers how often the words of phrases occur. */
  settle(): Sliced<ReadonlyMap<string, number>>;
}

/** A phrase written one way. A corpus repeats its phrases: they are read once, and their candidates counted once. */
interface KnownPhrase extends PhraseTally {
  readonly readings: readonly Reading[];
  /** Of each reading. */
  readonly candidates: readonly CandidateStatistics[];
}

export function createPhraseBook(language: LanguageTag): PhraseBook {
  const candidates = new Map<string, CandidateStatistics>();
  /** By classes, then by text: to look twice costs less than to make one key of two. */
  const byClasses = new Map<string, Map<string, KnownPhrase>>();
  const all: KnownPhrase[] = [];
  const known = (text: string, classes: string): KnownPhrase => {
    let byText = byClasses.get(classes);
    if (byText === undefined) byClasses.set(classes, (byText = new Map()));
    let phrase = byText.get(text);
    if (phrase === undefined) {
      const readings = expandPhrase({ text, classes }, language);
      const own = readings.map((reading) => candidateOf(candidates, reading));
      phrase = { readings, candidates: own, ...emptyTally() };
      byText.set(text, phrase);
      all.push(phrase);
    }
    return phrase;
  };
  return {
    candidates,
    add: ([text, classes, count, inside, inHeading, determined, related, argument], document) => {
      const phrase = known(text, classes);
      phrase.count += count;
      phrase.inside += inside;
      phrase.inHeading += inHeading;
      phrase.determined += determined;
      phrase.related += related;
      phrase.argument += argument;
      for (const candidate of phrase.candidates) {
        if (candidate.lastDocument === document) continue;
        candidate.lastDocument = document;
        candidate.documentFrequency += 1;
      }
    },
    *settle() {
      const words = new Map<string, number>();
      for (const phrase of all) {
        yield;
        for (const [index, reading] of phrase.readings.entries()) {
          tell(phrase.candidates[index] as CandidateStatistics, reading, phrase);
          if (reading.classes.length !== 1) continue;
          const word = reading.words[0] as string;
          words.set(word, (words.get(word) ?? 0) + phrase.count);
        }
      }
      return words;
    },
  };
}

function candidateOf(candidates: Map<string, CandidateStatistics>, { key, words }: Reading): CandidateStatistics {
  let candidate = candidates.get(key);
  if (candidate === undefined) {
    candidate = {
      key,
      words,
      frequency: 0,
      documentFrequency: 0,
      alone: 0,
      nested: 0,
      containers: 0,
      inside: 0,
      capitalised: 0,
      inHeading: 0,
      determined: 0,
      related: 0,
      argument: 0,
      classes: new Map(),
      forms: new Map(),
      cues: {},
      explained: 0,
      definitions: 0,
      shaped: 0,
      glossed: 0,
      lastDocument: -1,
    };
    candidates.set(key, candidate);
  } else if (words.length !== candidate.words.length || words[0] !== candidate.words[0]) {
    if (words.join(' ') < candidate.words.join(' ')) candidate.words = words;
  }
  return candidate;
}

function tell(candidate: CandidateStatistics, reading: Reading, phrase: KnownPhrase): void {
  const { count: times } = phrase;
  candidate.frequency += times;
  if (reading.isTied) candidate.related += times;
  else if (reading.isHead || reading.standsAlone) candidate.related += phrase.related;
  if (reading.standsAlone) {
    candidate.alone += times;
    candidate.argument += phrase.argument;
  } else {
    candidate.nested += times;
    candidate.containers += 1;
  }
  const inside = reading.isFirst ? phrase.inside : times - phrase.inHeading;
  candidate.inside += inside;
  if (reading.isName) candidate.capitalised += inside;
  candidate.inHeading += phrase.inHeading;
  if (reading.isHead) candidate.determined += phrase.determined;
  candidate.classes.set(reading.classes, (candidate.classes.get(reading.classes) ?? 0) + times);
  candidate.forms.set(reading.surface, (candidate.forms.get(reading.surface) ?? 0) + times);
}
