import type { BlockKind, Prose, Sentence } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { assessMatch } from './assess-match.ts';
import type { DefiningSentence } from './defining-sentence.ts';
import { isCutShort } from './is-cut-short.ts';
import type {
  DefinitionLanguage,
  DefinitionPattern,
  PatternMatch,
  SentenceView,
} from './patterns/definition-pattern.ts';

/** Longer sentences are lists or broken text; shapes are not searched in them, so that time stays linear. */
const MAXIMUM_LENGTH = 1200;

/** A list of "name: text" is a small glossary. */
const LISTED_FACTOR = 1.35;

/** A defining sentence before its place is known. */
export interface SentenceMatch extends Omit<DefiningSentence, 'place'> {
  readonly functional: boolean;
  readonly unclear: boolean;
}

/** Everything that a sentence's own words define, by the shapes of its language, best first. */
export function matchPatterns(
  prose: Prose,
  sentence: Sentence,
  language: DefinitionLanguage,
  { kind }: { readonly kind: BlockKind },
): SentenceMatch[] {
  const text = prose.text.slice(sentence.start, sentence.end);
  if (text.length > MAXIMUM_LENGTH || text.length < 12) return [];
  const masked = maskParentheses(text);
  if (language.noDefinition.test(masked) || isCutShort(prose.text, sentence)) return [];
  const view = {
    text: masked,
    offset: sentence.start,
    tokens: sentence.tokens,
    tagged: sentence.language === 'en',
    prose: prose.text,
  };
  const found: SentenceMatch[] = [];
  for (const [key, pattern] of patternsOf(language)) {
    if (pattern.blocks !== undefined && !pattern.blocks.includes(kind)) continue;
    if (pattern.hint?.test(pattern.raw === true ? text : masked) === false) continue;
    const seen = pattern.raw === true ? { ...view, text } : view;
    const shape = typeof pattern.find === 'function' ? pattern.find(seen) : matchShape(pattern.find, seen.text);
    if (shape === undefined) continue;
    const match = pattern.apposition === true && view.tagged ? nearestName(shape, seen) : shape;
    const { subject, definition } = match;
    if (cutsWord(sentence, sentence.start + subject[1])) continue;
    if (
      pattern.apposition === true &&
      language.opensClause.test(text) &&
      !text.slice(0, match.definition[0]).slice(0, -2).includes(',')
    )
      continue;
    const { score, genus, unclear = false } = assessMatch(match, pattern, seen, language);
    if (score === 0) continue;
    const words = subjectWords(seen.text, subject, language);
    if (words === '') continue;
    const whole = pattern.says === 'sentence';
    found.push({
      subject: words,
      subjectKey: normalForm(words, sentence.language),
      language: sentence.language,
      start: sentence.start,
      end: sentence.end,
      definitionStart: sentence.start + (whole ? 0 : definition[0]),
      definitionEnd: sentence.start + (whole ? text.length : definition[1]),
      pattern: key,
      functional: pattern.functional === true,
      unclear,
      score:
        Math.round(Math.min(1, score * (key === 'colon' && kind === 'list-item' ? LISTED_FACTOR : 1)) * 1000) / 1000,
      ...(genus === undefined ? {} : { genus: prose.text.slice(genus.start, genus.end) }),
    });
  }
  return found.toSorted((a, b) => b.score - a.score);
}

/** The patterns of a language in a row: to list a table anew for each sentence takes longer than most of the patterns. */
function patternsOf(language: DefinitionLanguage): readonly (readonly [string, DefinitionPattern])[] {
  let row = rows.get(language);
  if (row === undefined) rows.set(language, (row = Object.entries(language.patterns)));
  return row;
}

const rows = new Map<DefinitionLanguage, readonly (readonly [string, DefinitionPattern])[]>();

/** Whether an offset stands within a word: 「人びとは」 is no 「とは」. */
function cutsWord({ tokens }: Sentence, offset: number): boolean {
  return tokens.some(({ start, end }) => start < offset && offset < end);
}

/** An apposition belongs to the name right before it: "an overview of tide pools: …" speaks of tide pools. */
function nearestName(match: PatternMatch, { offset, tokens }: SentenceView): PatternMatch {
  const [start, end] = match.subject;
  if (start === 0) return match;
  const inside = tokens.filter((token) => token.start >= offset + start && token.end <= offset + end);
  const other = inside.findLastIndex(({ partOfSpeech }) => !NAME_PARTS.has(partOfSpeech));
  // Between an article and its noun stands a part of the name, whatever a tagger takes it for ("the late frost, a …").
  const isAfterArticle = inside[other - 1]?.partOfSpeech === 'DET' && inside[other]?.partOfSpeech !== 'ADP';
  const last = isAfterArticle ? other - 1 : other;
  const first = inside[last + 1];
  return first === undefined ? match : { ...match, subject: [first.start - offset, end] };
}

const NAME_PARTS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'X', 'SYM', 'NUM']);

function matchShape(shape: RegExp, text: string): PatternMatch | undefined {
  const groups = shape.exec(text)?.indices?.groups;
  const subject = groups?.['subject'];
  const definition = groups?.['definition'];
  return subject === undefined || definition === undefined ? undefined : { subject, definition };
}

/** Parentheses, citations and brackets become spaces of the same length, so that shapes see through them and offsets stay. */
function maskParentheses(text: string): string {
  return text
    .replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[\d\s,–-]*\]|（[^（）]*）/gu, (inner) => ' '.repeat(inner.length))
    .replace(/[[\]]/gu, ' ');
}

function subjectWords(masked: string, [start, end]: readonly [number, number], language: DefinitionLanguage): string {
  return masked
    .slice(start, end)
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^["“”'‘’«»„]+|["“”'‘’«»“]+$/gu, '')
    .replace(language.articles, '')
    .trim();
}
