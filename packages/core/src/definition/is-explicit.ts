import type { LanguageTag, Mark, MarkKind, Prose } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import type { DefiningSentence } from './defining-sentence.ts';
import { definitionLanguage } from './patterns/index.ts';

/** The judge of one document: its marks are put in order once. */
export function createExplicitTest(prose: Prose): (sentence: DefiningSentence) => 'term' | 'text' | undefined {
  const marks = prose.marks.filter(({ kind }) => NAMING_MARKS.has(kind));
  const definienda = marks.filter(({ kind }) => kind === 'definiendum');
  const markedKeys = new Map<LanguageTag, ReadonlySet<string>>();
  /**
   * Whether an author who wrote this meant to define a term: the layout is that of a glossary, the name is set apart in
   * the sentence that explains it, the sentence is of a shape that does nothing else, or it opens the section named
   * after its subject. Only what also looks like a definition in itself (its score) can be one. Where the name is marked
   * as a term that is defined there, `term`.
   */
  return (sentence) => {
    if (sentence.score >= LEAST_MARKED_TERM && isMarkedIn(definienda, sentence)) return 'term';
    return isText(sentence) ? 'text' : undefined;
  };

  function isText(sentence: DefiningSentence): boolean {
    const { pattern, score, place, opens } = sentence;
    const least = LAYOUTS[pattern] ?? SHAPES[pattern];
    if (least !== undefined) return score >= least;
    if (DOINGS.has(pattern)) return isMarked({ ...sentence, score: 0 });
    if (!SENTENCES.has(pattern) || score < LEAST_MARKED) return false;
    return (opens === true && place !== 'body' && score >= LEAST_OPENING) || isMarked(sentence);
  }

  function isMarked(sentence: DefiningSentence): boolean {
    const { score, language, subjectKey } = sentence;
    if (isMarkedIn(marks, sentence)) return true;
    return score >= LEAST_ELSEWHERE && markedAnywhere(language).has(subjectKey);
  }

  function isMarkedIn(ordered: readonly Mark[], { start, end, subjectKey, language }: DefiningSentence): boolean {
    for (let index = firstFrom(ordered, start); index < ordered.length; index += 1) {
      const mark = ordered[index];
      if (mark === undefined || mark.start >= end) break;
      if (keyOf(mark, language) === subjectKey) return true;
    }
    return false;
  }

  /** What the document sets apart as a term, by strong print; emphasis may only stress a word. */
  function markedAnywhere(language: LanguageTag): ReadonlySet<string> {
    let keys = markedKeys.get(language);
    if (keys === undefined) {
      keys = new Set(marks.filter(({ kind }) => kind !== 'emphasis').map((mark) => keyOf(mark, language)));
      markedKeys.set(language, keys);
    }
    return keys;
  }

  function keyOf({ start, end }: Mark, language: LanguageTag): string {
    const words = prose.text.slice(start, end).replace(/^[\s"“「『]+|[\s"”」』:：.,]+$/gu, '');
    return normalForm(words.replace(definitionLanguage(language)?.articles ?? NONE, ''), language);
  }
}

const NONE = /^(?!)/u;
const NAMING_MARKS: ReadonlySet<MarkKind> = new Set<MarkKind>(['strong', 'emphasis', 'term', 'definiendum']);

/** By pattern, the score from which the layout is that of a glossary: a name apart, and what it means beside it. */
const LAYOUTS: Readonly<Record<string, number>> = {
  'definition-list': 0.9,
  table: 0.8,
  'marked-name': 0.78,
  'named-inside': 0.78,
};

/** Shapes of sentences that hardly do anything but define. */
const SHAPES: Readonly<Record<string, number>> = {
  towa: 0.9,
  'by-we-mean': 0.85,
  'the-term': 0.7,
  'what-we-call': 0.8,
  'versteht-man': 0.8,
  'ist-gemeint': 0.8,
  'on-appelle': 0.8,
  'par-on-entend': 0.8,
  'verstaan-onder': 0.8,
  'wordt-bedoeld': 0.8,
};

/** Shapes that define where the author has set the subject apart, or has put it over the section. */
const SENTENCES: ReadonlySet<string> = new Set(
  (
    'is-a is-the is-kind is-one-of is-one is-when defined-as regarded-as refers-to is-used-to-name which-is ' +
    'apposition-a apposition-or colon dash is-called we-call to-yobu to-yobi wa-desu wa-noun wo-sasu ' +
    'ist-ein ist-der bezeichnet nennt-man genannt heisst est-un est-le designe c-est appele is-een is-de betekent noemt-men genoemd heet'
  ).split(' '),
);
/** Shapes that tell what their subject does: enough where it is set apart in this very sentence. */
const DOINGS: ReadonlySet<string> = new Set(['does', 'generic', 'wa-suru']);
const LEAST_MARKED = 0.55;
/** Where the name is marked as a term, only what hardly says anything is no definition. */
const LEAST_MARKED_TERM = 0.4;
/** Where the name is set apart in another sentence of the document. */
const LEAST_ELSEWHERE = 0.7;
const LEAST_OPENING = 0.9;

/** Index of the first mark that starts at `start` or later. */
function firstFrom(marks: Prose['marks'], start: number): number {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
