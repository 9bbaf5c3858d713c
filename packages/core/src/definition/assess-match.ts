import type { Token } from '../domain/index.ts';
import { findAbbreviations } from '../text/find-abbreviations.ts';
import { normalForm, singular } from '../text/normal-form.ts';
import { LESS_THAN_QUOTABLE } from './defining-sentence.ts';
import { goesOnWithVerb, isNameLike, leadingGenus, opensWithVerb, type Genus } from './noun-phrase.ts';
import { describesWhatItNames } from './describes-what-it-names.ts';
import type {
  DefinitionLanguage,
  DefinitionPattern,
  PatternMatch,
  SentenceView,
} from './patterns/definition-pattern.ts';

export interface Assessment {
  /** 0–1: how sure it is that the sentence says what the subject is. */
  readonly score: number;
  /** Prose offsets. */
  readonly genus?: Genus;
  /** It may define, but nobody would understand it who does not know the name: no place makes it a definition to show. */
  readonly unclear?: true;
}

const REJECTED: Assessment = { score: 0 };

/**
 * How definitional a match is: the shape's own score, lowered for subjects that are hardly names and for defining parts
 * that do not name a kind of thing, raised for a genus with differentia (ISO 704: superordinate concept plus delimiting
 * characteristics).
 */
export function assessMatch(
  match: PatternMatch,
  pattern: DefinitionPattern,
  view: SentenceView & { readonly prose: string },
  language: DefinitionLanguage,
): Assessment {
  const subject = view.text.slice(...match.subject);
  const subjectFactor = assessSubject(subject, language);
  if (subjectFactor === 0) return REJECTED;
  const name = tokensIn(view, match.subject).filter((token) => token.partOfSpeech !== 'PUNCT');
  if (view.tagged && !isNameLike(name)) return REJECTED;
  const properName = pattern.apposition === true && name.at(-1)?.partOfSpeech === 'PROPN' ? 0.7 : 1;
  const definition = view.text.slice(...match.definition).trim();
  if (
    definition === '' ||
    (pattern.label === true && (isOfItself(subject, definition, language) || repeatsName(subject, definition))) ||
    (pattern.label === true &&
      isMereName(view.prose.slice(view.offset + match.definition[0], view.offset + match.definition[1]), subject))
  )
    return REJECTED;
  const isAside = pattern.label === true || pattern.apposition === true;
  if (pattern.label === true && (language.noName?.test(subject) === true || isRemarkWord(subject))) return REJECTED;
  if (isAside && (isField(subject) || language.clause?.test(definition) === true)) return REJECTED;
  if (
    pattern.label === true &&
    (language.clauseStart.test(definition) || language.noGenus.test(definition) || isBare(definition, language))
  )
    return REJECTED;
  if (pattern.says === 'clause' && isOfItself(subject, definition, language)) return REJECTED;
  if (pattern.says !== 'genus') {
    const named = pattern.naming === true && /^\p{Lu}/u.test(subject.trim()) ? 0.6 : 1;
    const score = Math.min(1, pattern.score * subjectFactor * named);
    const isUnsaid =
      (pattern.says === 'clause' && namesItself(subject, definition, language)) ||
      (pattern.naming === true && view.tagged && !describesWhatItNames(view.text.slice(0, match.subject[0]), language));
    return isUnsaid ? unclear(score) : { score };
  }
  if (language.noGenus.test(definition)) return REJECTED;
  const rest = definition.slice(definition.indexOf(' ') + 1);
  const differentia = language.strongDifferentia.test(rest)
    ? 1.12
    : language.differentia.test(rest)
      ? 1.06
      : pattern.needsDifferentia === true
        ? 0.7
        : 0.85;
  if (!view.tagged) {
    const score = Math.min(1, pattern.score * subjectFactor * differentia);
    return namesItself(subject, definition, language) ? unclear(score) : { score };
  }
  const words = tokensIn(view, match.definition);
  const genus = leadingGenus(words, view.prose);
  if (
    genus === undefined ||
    isOfItself(subject, definition, language) ||
    isKindOfItself(subject, view.prose.slice(genus.start, genus.end), language) ||
    (isAside && differInNumber(subject, view.prose.slice(genus.start, genus.end))) ||
    (pattern.apposition === true && isOccasion(view.prose.slice(genus.start, genus.end)))
  )
    return REJECTED;
  const [opening] = words;
  // Without an article a verb there is an instruction ("Name: authenticate the user") or a progressive ("is showing").
  if (opening?.partOfSpeech === 'VERB' && definition.split(' ')[0]?.endsWith('ed') !== true) return REJECTED;
  // "Buoys are painted as …" tells what is done with them; "are painted floats" does not.
  if (/^\p{Ll}{3,}ed\s(?:as|by|when|while|at|on|in|from|to|with|for|via|through)\s/u.test(definition)) return REJECTED;
  if (pattern.label === true && (opensWithVerb(words, view.prose) || goesOnWithVerb(words, genus, view.prose)))
    return REJECTED;
  if (pattern.apposition === true && (isOfSeveral(view.text, match) || language.clauseStart.test(definition)))
    return REJECTED;
  if (opening?.partOfSpeech !== 'DET' && !isBareGenus(genus, view.prose)) return REJECTED;
  const score = Math.min(1, pattern.score * subjectFactor * differentia * properName);
  // "A tide table is a printed tide table" defines, but not for who does not know the name.
  const bare = subject.trim().replace(language.articles, '');
  if (!repeatsName(bare, beforeClause(definition))) return { score, genus };
  const isKind = normalForm(view.prose.slice(genus.start, genus.end), 'en') === normalForm(bare, 'en');
  // "A log is a book of log pages" does under its heading, where everybody sees of what it speaks.
  return isKind ? { ...unclear(score), genus } : { score: Math.min(score, LESS_THAN_QUOTABLE), genus };
}

function unclear(score: number): Assessment {
  return { score: Math.min(score, LESS_THAN_QUOTABLE), unclear: true };
}

/** "Hull means hulls and decks": the name is among the first words, or in languages that name the kind last, the last. */
function namesItself(subject: string, definition: string, { articles, predicate }: DefinitionLanguage): boolean {
  const name = subject.trim().replace(articles, '');
  if (predicate === undefined) return repeatsName(name, beforeClause(definition));
  const kind = definition.replace(/(?:のこと)?(?:です|である|だ|を(?:指|意味|表)(?:す|します))?[。]?$/u, '');
  return name.length > 1 && kind.endsWith(name);
}

/** What an abbreviation stands for is a name of the thing and does not say what it is. */
export function isMereName(words: string, subject: string): boolean {
  const bare = words.trim().replace(/[.。]$/u, '');
  const [, outside = '', inside = ''] = /^([^()（）]{1,30})[(（]([^()（）]+)[)）]$/u.exec(bare) ?? [];
  if (inside !== '' && !/[はがをにで、]/u.test(outside) && isMereName(inside, subject)) return true;
  const text = /[)）]/u.test(bare) ? bare : `${bare} (${subject})`;
  // One noun may follow: "Tide Table Office (TTO) building".
  return findAbbreviations(text).some(({ start, end }) => start === 0 && /^\s?[\p{L}\p{N}-]*$/u.test(text.slice(end)));
}

/** "The draught is the draught of a hull" says what it belongs to, not what it is. */
export function isOfItself(subject: string, definition: string, { articles }: DefinitionLanguage): boolean {
  const [name, words] = [subject, definition].map((text) => text.trim().toLowerCase().replace(articles, ''));
  if (name === undefined || words === undefined || name === '' || !words.startsWith(name)) return false;
  // "Draught: draught mark" only repeats the name.
  if (/^\s[\p{L}\p{N}-]+[.。]?$/u.test(words.slice(name.length))) return true;
  return /^s?\s(?:of|for|from|van|voor|von|für|de|du|des|pour)\b/u.test(words.slice(name.length));
}

/** "Buoys: a list of the bell buoys": who reads it knows the name already. Names of several scripts are compared as they are. */
export function repeatsName(subject: string, words: string): boolean {
  const [name, text] = [subject, words].map((one) => joinedForm(one));
  return name !== undefined && name.length > 1 && text?.includes(name) === true;
}

function joinedForm(text: string): string {
  // In a script without spaces, a Latin word is one by itself.
  const apart = text.replaceAll(/[\p{sc=Latin}\p{N}]+/gu, ' $& ');
  const parts = (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) ? apart : text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  return /\p{sc=Latin}/u.test(text)
    ? ` ${parts.map((part) => singular(part.toLowerCase())).join(' ')} `
    : parts.join('');
}

/** What is named before anything is told of it. */
export function beforeClause(definition: string): string {
  return definition.split(/\s(?:that|which|who|whose|where|when)\s|[,;:(]/u)[0] ?? '';
}

/** "Name: the display name of …" tells of a narrower thing of the same name; so does "Buoys: the bell buoys that …". */
function isKindOfItself(subject: string, genus: string, { articles }: DefinitionLanguage): boolean {
  const name = normalForm(subject.trim().replace(articles, ''), 'en');
  return genus.length > name.length && normalForm(genus, 'en').endsWith(` ${name}`);
}

/** After a label one name more, or the words of code, say nothing of the first ("Ferry: timetable"). */
function isBare(definition: string, { articles, differentia, vagueSubject }: DefinitionLanguage): boolean {
  if (vagueSubject.test(definition.replace(/[.。]$/u, ''))) return true;
  return /=>|[{}|]/u.test(definition) || (!articles.test(definition) && !differentia.test(definition));
}

/** "Nets, lines, or buoys that …", "nets, lines and buoys that …": the name is one of several, and nothing is said of it. */
function isOfSeveral(text: string, { subject: [start], definition }: PatternMatch): boolean {
  const [genus = ''] = text.slice(...definition).split(/\s(?:that|which|who|in which|of)\s/u);
  return /\p{L},\s(?:an?\s|the\s)?$/u.test(text.slice(0, start)) || /\s(?:and|or)\s/u.test(genus);
}

/** What forms and tables call their fields says what stands in them there. */
export function isField(subject: string): boolean {
  return /^(?:the\s)?(?:description|type|value|default|usage|format|status|comment|version)s?$/iu.test(subject.trim());
}

/** "Note", "TODO": what remarks are headed with in texts of any language. */
export function isRemarkWord(subject: string): boolean {
  return REMARK_WORD.test(subject.trim());
}

const REMARK_WORD = /^(?:note|please note|warning|caution|important|tip|hint|info|todo|example)s?$/iu;

/** One thing is not several: "keeper: certificates that …" tells of something that belongs to a keeper. */
export function differInNumber(subject: string, genus: string): boolean {
  return !isPlural(subject) && isPlural(genus);
}

function isPlural(name: string): boolean {
  const word = /\p{L}+$/u.exec(name.trim())?.[0].toLowerCase() ?? '';
  return word !== singular(word);
}

/** "They repaint all buoys, a process that takes a week": what was done is meant, not the name that stands last. */
function isOccasion(genus: string): boolean {
  return /(?:^|\s)(?:process|practice|task|step|operation|procedure|activity|move|decision|effort|change|fact|feat)$/iu.test(
    genus,
  );
}

/** Without an article only a kind of thing can be a genus: not a name, not the owner of something. */
function isBareGenus(genus: Genus, prose: string): boolean {
  return (
    /(?:^|\s)\p{Ll}\S*$/u.test(prose.slice(genus.start, genus.end)) &&
    !/^['’]/u.test(prose.slice(genus.end, genus.end + 2))
  );
}

function assessSubject(subject: string, language: DefinitionLanguage): number {
  const bare = subject.trim().replace(/^["“”'‘’«»]+|["“”'‘’«»]+$/gu, '');
  // `--depth` is what somebody types; it names no depth.
  if (!/\p{L}/u.test(bare) || /^--?\p{L}/u.test(bare)) return 0;
  if (language.noSubject.test(bare) || language.vagueSubject.test(bare) || language.clauseInSubject.test(bare))
    return 0;
  const words = bare.replace(language.articles, '').split(/\s+/u).length;
  const length = words <= 4 ? 1 : words <= 6 ? 0.9 : 0.7;
  const definite = /^(?:the|les?|la|l['’]|het|de|der|die|das)\s/iu.test(bare) ? 0.92 : 1;
  const several = /\s(?:and|et|en|und)\s/iu.test(bare) ? 0.8 : 1;
  return length * definite * several;
}

function tokensIn(
  view: { readonly offset: number; readonly tokens: readonly Token[]; readonly text: string },
  [start, end]: readonly [number, number],
): readonly Token[] {
  return view.tokens.filter(
    (token) =>
      token.start >= view.offset + start &&
      token.end <= view.offset + end &&
      view.text.slice(token.start - view.offset, token.end - view.offset).trim() !== '',
  );
}
