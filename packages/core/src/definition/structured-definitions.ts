import type { Block, Mark, Prose, Sentence } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { differInNumber, isField, isMereName, isOfItself, isRemarkWord, repeatsName } from './assess-match.ts';
import type { DefiningSentence } from './defining-sentence.ts';
import { isCutShort } from './is-cut-short.ts';
import { goesOnWithVerb, leadingGenus, opensWithVerb } from './noun-phrase.ts';
import { announcesFields, isLongName, saysNothing } from './label-text.ts';
import { definitionLanguage, knownLanguages } from './patterns/index.ts';

/** The longest name that a list or table defines, in characters. */
const LONGEST_NAME = 60;
const SHORTEST_TEXT = 8;

/**
 * Definitions that the layout makes, in any language: definition lists and glossary directives, tables with a column of
 * descriptions, and list items or paragraphs that open with a marked name ("**Keel**: …").
 */
export function findStructuredDefinitions(prose: Prose, sentences: readonly Sentence[]): DefiningSentence[] {
  const firstSentences = new Map<number, Sentence>();
  for (const sentence of sentences)
    if (!firstSentences.has(sentence.block)) firstSentences.set(sentence.block, sentence);
  const marksByStart = new Map<number, Mark>();
  for (const mark of prose.marks) {
    if (NAMING_MARKS.has(mark.kind) && !marksByStart.has(mark.start)) marksByStart.set(mark.start, mark);
  }
  return [
    ...definitionLists(prose, firstSentences),
    ...describedRows(prose, firstSentences),
    ...markedNames(prose, firstSentences, marksByStart),
    ...namesBeforeColons(prose, sentences),
    ...definienda(prose, sentences),
  ];
}

const NAMING_MARKS: ReadonlySet<string> = new Set(['strong', 'term', 'definiendum', 'code', 'emphasis', 'link']);

function definitionLists(prose: Prose, firstSentences: ReadonlyMap<number, Sentence>): DefiningSentence[] {
  const found: DefiningSentence[] = [];
  let terms: Block[] = [];
  let isOfFields = false;
  prose.blocks.forEach((block, index) => {
    if (block.kind === 'definition-term') {
      const before = prose.blocks[index - 1];
      if (before?.kind !== 'definition-term') terms = [];
      if (before?.kind !== 'definition-term' && before?.kind !== 'definition-text')
        isOfFields = before !== undefined && announcesFields(prose.text.slice(before.start, before.end));
      // In a list of fields "Length" is the length of what has these fields.
      if (!isOfFields || isLongName(prose.text.slice(block.start, block.end))) terms.push(block);
    } else if (block.kind === 'definition-text' && terms.length > 0) {
      const sentence = firstSentences.get(index);
      if (sentence !== undefined) {
        for (const term of terms) {
          // What a thing does is told of it, but does not say what it is.
          const score = tellsOf(prose, sentence, term) ? 0.5 : 0.95;
          found.push(...defined(prose, term, sentence, { pattern: 'definition-list', score }));
        }
      }
      terms = [];
    } else {
      terms = [];
    }
  });
  return found;
}

/** Whether the text beside a name is a clause: what the named thing does, or what is so when something has that name. */
function tellsOf(prose: Prose, { start, end, language, tokens }: Sentence, name: Block): boolean {
  const words = prose.text.slice(start, end).trim();
  const known = definitionLanguage(language);
  if (known?.predicate?.test(words) === true || opensWithVerb(tokens, prose.text)) return true;
  // A name beside a name is another of its kind, or an example.
  if (NAMES_ALONE.test(words)) return true;
  // What one does is told by what one does: "Tailing | Following a boat …".
  if (language === 'en' && DOING.test(words) && DOING.test(prose.text.slice(name.start, name.end))) return false;
  const genus = language === 'en' ? leadingGenus(tokens, prose.text) : undefined;
  if (genus === undefined) return language === 'en' && known?.noGenus.test(words) === true;
  const isOfName =
    normalForm(prose.text.slice(genus.start, genus.end), language) ===
    normalForm(prose.text.slice(name.start, name.end), language);
  return !isOfName && goesOnWithVerb(tokens, genus, prose.text);
}

const DOING = /^\s*\p{L}{2,}ing(?:\s|$)/u;

const NAMES_ALONE = /^(?:\p{Lu}[\p{L}.]*|\p{N}[\p{N}.]*)(?:\s(?:\p{Lu}[\p{L}.]*|\p{N}[\p{N}.]*))*$/u;

function describedRows(prose: Prose, firstSentences: ReadonlyMap<number, Sentence>): DefiningSentence[] {
  const found: DefiningSentence[] = [];
  let described = -1;
  let isGlossary = false;
  let isOfTerms = false;
  let isOfParameters = false;
  let name: Block | undefined;
  prose.blocks.forEach((block, index) => {
    if (block.kind === 'table-header') {
      const header = prose.text.slice(block.start, block.end).trim();
      if (block.column <= 0) {
        [described, isOfTerms, isOfParameters] = [-1, isHeader(header, 'termHeader'), false];
        isGlossary = isOfTerms;
      }
      isOfParameters ||= isHeader(header, 'parameterHeading');
      const isMeaning = isHeader(header, 'meaningHeader');
      if (block.column > 0 && described < 0 && (isMeaning || isHeader(header, 'descriptionHeader'))) {
        described = block.column;
        isGlossary ||= isMeaning;
      }
    } else if (block.kind === 'table-cell') {
      if (block.column === 0) name = block;
      const sentence = firstSentences.get(index);
      if (block.column !== described || name === undefined || name.row !== block.row || sentence === undefined) return;
      // A table of terms defines them, however it puts it; other tables describe what they list, for a program or for us.
      if (isOfParameters ? !isOfTerms : !isGlossary && !namesKind(prose, sentence, name)) return;
      // What a state means is told by what has happened: "Ready | The boat has left the quay".
      if (!isOfTerms && tellsOf(prose, sentence, name)) return;
      found.push(...defined(prose, name, sentence, { pattern: 'table', score: isGlossary ? GLOSSARY_ROW : 0.6 }));
    }
  });
  return found;
}

/** The cells of tables of fields, flags and values: "name is the key to read" is said there of a field, not of a name. */
export function parameterCells(prose: Prose): ReadonlySet<number> {
  const cells = new Set<number>();
  let isOfParameters = false;
  for (const [index, { kind, start, end, column }] of prose.blocks.entries()) {
    if (kind === 'table-header') {
      if (column <= 0) isOfParameters = false;
      isOfParameters ||= isHeader(prose.text.slice(start, end).trim(), 'parameterHeading');
    } else if (kind === 'table-cell' && isOfParameters) cells.add(index);
  }
  return cells;
}

const GLOSSARY_ROW = 0.85;

/** Headers are short and bare, so that their language cannot be told: every known language is asked. */
function isHeader(
  header: string,
  kind: 'termHeader' | 'descriptionHeader' | 'meaningHeader' | 'parameterHeading',
): boolean {
  return knownLanguages.some((tag) => definitionLanguage(tag)?.[kind].test(header) === true);
}

function markedNames(
  prose: Prose,
  firstSentences: ReadonlyMap<number, Sentence>,
  marksByStart: ReadonlyMap<number, Mark>,
): DefiningSentence[] {
  return prose.blocks.flatMap((block, index) => {
    if (block.kind !== 'list-item' && block.kind !== 'paragraph') return [];
    const mark = marksByStart.get(block.start);
    const sentence = firstSentences.get(index);
    if (mark === undefined || sentence === undefined || mark.end >= block.end) return [];
    const after = prose.text.slice(mark.end, block.end);
    const inside = /[:：]\s*$/u.test(prose.text.slice(mark.start, mark.end));
    const joint = inside
      ? /^\s*/u.exec(after)
      : /^(?:\s*(?:\([^)]{1,40}\)|（[^）]{1,40}）))?\s*(?:[:：]|—|–|--?\s)\s*/u.exec(after);
    if (joint === null) return [];
    const start = mark.end + joint[0].length;
    const name = { start: mark.start, end: mark.end };
    const text = { ...sentence, start, end: Math.max(start, sentence.end > start ? sentence.end : block.end) };
    const score = mark.kind === 'strong' || mark.kind === 'term' ? 0.78 : 0.6;
    if (!namesKind(prose, text, name)) return [];
    return defined(prose, name, text, { pattern: 'marked-name', score });
  });
}

/** A marked name in the middle of a sentence that says after a colon what it is: "check the **sail list**: the list of …". */
function namesBeforeColons(prose: Prose, sentences: readonly Sentence[]): DefiningSentence[] {
  let at = 0;
  return prose.marks.flatMap((mark) => {
    if (!APART.has(mark.kind)) return [];
    while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) at += 1;
    const sentence = sentences[at];
    if (sentence === undefined || mark.start <= sentence.start || mark.end >= sentence.end) return [];
    const joint = /^[:：]\s+/u.exec(prose.text.slice(mark.end, sentence.end));
    if (joint === null) return [];
    const text = { ...sentence, start: mark.end + joint[0].length };
    return namesKind(prose, text, mark) ? defined(prose, mark, text, { pattern: 'named-inside', score: 0.78 }) : [];
  });
}

const APART: ReadonlySet<string> = new Set(['strong', 'emphasis', 'term', 'definiendum']);

/**
 * Where an author marks a term as defined (`<dfn>`), the sentence says what it is, in whatever shape (HTML, "The dfn
 * element": what contains it must contain the definition). Words that go on with a longer name use the term, and a sentence
 * that ends in it has to say that it gives a name.
 */
function definienda(prose: Prose, sentences: readonly Sentence[]): DefiningSentence[] {
  let at = 0;
  return prose.marks.flatMap((mark) => {
    if (mark.kind !== 'definiendum') return [];
    while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= mark.start) at += 1;
    const sentence = sentences[at];
    if (sentence === undefined || mark.start < sentence.start || mark.end > sentence.end) return [];
    const [before, after] = [prose.text.slice(sentence.start, mark.start), prose.text.slice(mark.end, sentence.end)];
    if (!ENDS_SENTENCE.test(after) || (!SAYS_AFTER.test(after) && !NAMES_BEFORE.test(before))) return [];
    if (lettersOf(before + after) < LEAST_LETTERS) return [];
    return defined(prose, mark, sentence, { pattern: 'marked-term', score: 0.62 });
  });
}

const ENDS_SENTENCE = /[.!。！][)\]"'”’」』）]*\s*$/u;
/** Another name or an apposition, or the verb of a sentence that says what the term is. */
const SAYS_AFTER =
  /^["”»」』]?\s*(?:[,(:（：、—–]|-\s|(?:is|are|means?|refers?|denotes?|describes?|est|sont|désigne|désignent|signifie|is|zijn|betekent|ist|sind|bezeichnet|bedeutet|es|son|significa|è|sono|é|são)(?!\p{L})|とは|は|という|と[呼い言])/u;
const NAMES_BEFORE =
  /(?:\b(?:called|termed|named|known as|referred to as|appelée?s?|nommée?s?|dite?s?|genannt|heißt|heet|heten|llamad[oa]s?|chiamat[oaie]|chamad[oa]s?)\s|[をは])\s*(?:(?:an?|the|une?|l[ea]s?|eine?n?|der|die|das|een|de|het)\s+)?["“«「『]?\s*$/u;
const LEAST_LETTERS = 16;

/** One of a script without spaces says about as much as three letters. */
function lettersOf(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters + 2 * (text.match(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu)?.length ?? 0);
}

/** A label may be followed by anything; it is defined by a noun phrase with what sets the thing apart. */
function namesKind(
  prose: Prose,
  text: Pick<Sentence, 'start' | 'end' | 'language' | 'tokens'>,
  name: { readonly start: number; readonly end: number },
): boolean {
  const language = definitionLanguage(text.language);
  const words = prose.text.slice(text.start, text.end);
  if (language === undefined) return true;
  if (language.noGenus.test(words) || !language.differentia.test(words) || language.anaphora.test(words)) return false;
  if (language.clauseStart.test(words) || language.clause?.test(words) === true) return false;
  if (!language.articles.test(words) && !language.strongDifferentia.test(words)) return false;
  const tokens = text.tokens.filter((token) => token.start >= text.start && token.end <= text.end);
  // Only analysers with parts of speech can tell a noun phrase.
  if (text.language !== 'en' || tokens.length === 0) return true;
  const genus = leadingGenus(tokens, prose.text);
  const label = prose.text.slice(name.start, name.end).replace(/[:：]\s*$/u, '');
  // After an article stands a noun, though a tagger may see none ("the yearly sowing that …").
  if (genus === undefined) return language.articles.test(words) && language.strongDifferentia.test(words);
  if (differInNumber(label, prose.text.slice(genus.start, genus.end))) return false;
  if (goesOnWithVerb(tokens, genus, prose.text)) return false;
  return tokens[0]?.partOfSpeech !== 'VERB' && !opensWithVerb(tokens, prose.text);
}

function defined(
  prose: Prose,
  name: { readonly start: number; readonly end: number },
  text: Pick<Sentence, 'start' | 'end' | 'language' | 'tokens'>,
  { pattern, score }: { readonly pattern: string; readonly score: number },
): DefiningSentence[] {
  const language = definitionLanguage(text.language);
  const subject = prose.text
    .slice(name.start, name.end)
    .trim()
    .replace(/[:：]$/u, '')
    .replace(language?.articles ?? /^(?!)/u, '')
    .trim();
  const words = prose.text.slice(text.start, text.end);
  // `--depth` is what somebody types; it names no depth.
  if (/^--?\p{L}/u.test(subject) || (pattern !== 'definition-list' && isField(subject))) return [];
  if (!/\p{L}/u.test(subject) || subject.length > LONGEST_NAME || words.trim().length < SHORTEST_TEXT) return [];
  if (isCutShort(prose.text, text) || (text.start >= name.end && saysNothing(subject, words, language))) return [];
  if (isMereName(words, subject) || language?.noName?.test(subject) === true) return [];
  // What stands in a table of terms is meant as a definition, also "How far …".
  if (language !== undefined && pattern !== 'definition-list' && score < GLOSSARY_ROW) {
    const isLabel = text.start >= name.end;
    if (isLabel && (isOfItself(subject, words, language) || repeatsName(subject, words))) return [];
    if (isRemarkWord(subject)) return [];
    if (language.noSubject.test(subject) || language.vagueSubject.test(subject) || language.noDefinition.test(words))
      return [];
    if (language.clauseInSubject.test(subject)) return [];
  }
  return [
    {
      subject,
      subjectKey: normalForm(subject, text.language),
      language: text.language,
      start: text.start,
      end: text.end,
      definitionStart: text.start,
      definitionEnd: text.end,
      pattern,
      place: 'body',
      score,
    },
  ];
}
