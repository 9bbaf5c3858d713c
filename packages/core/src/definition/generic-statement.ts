import type { Token } from '../domain/index.ts';
import type { PatternMatch, SentenceView } from './patterns/definition-pattern.ts';

/**
 * A generic statement: it tells in the plain present what any thing of a kind does ("Ligaments connect bones"). Its
 * subject is a bare common noun or one with "a", and nothing in it points to one time, place, number or name
 * (Krifka et al. 1995, characterising sentences). It describes a kind without naming the kind's genus.
 */
export function genericStatement({ text, offset, tokens, tagged }: SentenceView): PatternMatch | undefined {
  if (!tagged || /\d|["“]/u.test(text) || OPENS_CLAUSE.test(text)) return undefined;
  const words = tokens.filter((token) => text.slice(token.start - offset, token.end - offset).trim() !== '');
  const verb = words.findIndex((token, index) =>
    isVerb(words, index, text.slice(token.start - offset, token.end - offset)),
  );
  const verbToken = words[verb];
  const last = words.at(-1);
  if (verb < 1 || verb > 6 || verbToken === undefined || last === undefined) return undefined;
  const surface = (token: Token): string => text.slice(token.start - offset, token.end - offset);
  if (verbToken.partOfSpeech === 'AUX' || !isPlainPresent(surface(verbToken), verbToken.lemma)) return undefined;
  const subject = words.slice(0, verb).filter((token) => token.partOfSpeech !== 'ADV');
  const head = subject.at(-1);
  const first = subject[0];
  if (head === undefined || first === undefined || !isCommonNoun(head, subject.length, surface(head))) return undefined;
  if (
    !subject.every(
      (token, index) => SUBJECT_PARTS.has(token.partOfSpeech) || (index === 0 && token.partOfSpeech === 'PROPN'),
    )
  ) {
    return undefined;
  }
  if (first.partOfSpeech === 'DET' && !/^an?$/iu.test(surface(first))) return undefined;
  const after = words.slice(verb + 1);
  if (after.length < 3 || after.some((token) => token.partOfSpeech === 'PROPN' || isPast(token, surface(token))))
    return undefined;
  return {
    subject: [first.start - offset, head.end - offset],
    definition: [verbToken.start - offset, last.end - offset],
  };
}

/** A plural noun before an article is a verb that the tagger took for a noun ("a lens bends the light"). */
function isVerb(words: readonly Token[], index: number, surface: string): boolean {
  const tag = words[index]?.partOfSpeech;
  if (tag === 'VERB' || tag === 'AUX') return true;
  return (
    tag === 'NOUN' &&
    words[index - 1]?.partOfSpeech === 'NOUN' &&
    surface.endsWith('s') &&
    words[index + 1]?.partOfSpeech === 'DET'
  );
}

/** The first word of a sentence is capitalised, which taggers take for a name; a lone plural there is a common noun. */
function isCommonNoun(head: Token, length: number, surface: string): boolean {
  return (
    head.partOfSpeech === 'NOUN' || (head.partOfSpeech === 'PROPN' && length === 1 && /^\p{Lu}\p{Ll}+s$/u.test(surface))
  );
}

/** "When a lens bends the light" is no sentence yet. */
const OPENS_CLAUSE =
  /^(?:When(?:ever)?|Where(?:ver)?|While|If|Once|After|Before|Because|Although|As|Since|Until|Unless)\s/u;

const SUBJECT_PARTS: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN']);

function isPlainPresent(surface: string, lemma: string): boolean {
  return !REPORTING.has(lemma) && (surface === lemma || (surface.endsWith('s') && surface !== lemma));
}

function isPast(token: Token, surface: string): boolean {
  return token.partOfSpeech === 'AUX' && /^(?:was|were|had|did|could|would|might|should)$/u.test(surface);
}

/** Verbs of saying and thinking, and of naming some: what somebody claims, or a few of a kind, tell nothing of the kind. */
const REPORTING: ReadonlySet<string> = new Set(
  'say argue believe suggest think know see note report find show claim want need seem appear tend become remain include'.split(
    ' ',
  ),
);
