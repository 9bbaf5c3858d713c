import type { ComparableWord } from './comparable-words.ts';

const NEGATION =
  /^(?:not|no|never|none|nor|neither|without|cannot|nobody|nothing|hardly|non|ne|pas|jamais|sans|niet|geen|nooit|zonder|nicht|kein\p{L}*|nie|ohne|nunca|sin|não|sem|senza)$|n't$/u;
const JAPANESE_NEGATION =
  /ない|なく|なかっ|なけれ|ません|ぬ(?=。|$)|ずに|せず|えず|れず|(?<=[一-龠])(?:しない|不要)|以外/gu;
const COMPARISON =
  /^(?:more|less|fewer|most|least|greater|smaller|larger|higher|lower|before|after|above|below|over|under|only|always|all|any|some|must|may|increase\p{L}*|decrease\p{L}*|plus|moins|meer|minder|mehr|weniger|[<>=≤≥≠±])$/u;
const JAPANESE_COMPARISON = /以上|以下|未満|超え|より|だけ|のみ|すべて|全て|必ず|前に|後に|最大|最小/gu;

/** Words that turn a meaning round, and words that compare or limit: the two lists of a text, sorted. */
export interface Polarity {
  readonly negations: readonly string[];
  readonly comparisons: readonly string[];
}

export function polarityOf(words: readonly ComparableWord[]): Polarity {
  const text = words.map((word) => word.text).join('');
  const matching = (pattern: RegExp, japanese: RegExp) =>
    [
      ...words.filter((word) => pattern.test(word.text)).map((word) => word.text),
      ...[...text.matchAll(japanese)].map(([match]) => match),
    ].toSorted();
  return {
    negations: matching(NEGATION, JAPANESE_NEGATION),
    comparisons: matching(COMPARISON, JAPANESE_COMPARISON),
  };
}
