import type { Definition, DocumentId, Evidence, Statement, Support } from '../domain/index.ts';
import type { Sliced } from '../runtime/in-slices.ts';
import { toOriginalRange } from '../text/alignment.ts';
import { isAcronym } from '../text/designation-variants.ts';
import { normalForm } from '../text/normal-form.ts';
import { withOpeningMark } from '../text/with-opening-mark.ts';
import { chooseContexts } from './choose-context.ts';
import type { Definable, DefinitionSource } from './definition-source.ts';
import { rankPassages, type Passage, type RankedPassage } from './rank-passages.ts';
import { quoteStatement, withoutPointers } from './quote-statement.ts';

export interface DefineOptions {
  /** Whether the words of a statement stand on its evidence. */
  readonly verify: (statement: string, evidence: readonly Evidence[], names: readonly string[]) => Support;
  /** Most statements in a definition, 1–3. */
  readonly maximumStatements?: number;
}

/** How many of the best passages are tried before a concept counts as never explained. */
const PASSAGES_TRIED = 4;

/**
 * Writes a definition for each concept from the sentences that define it, as verbatim quotations with their evidence.
 * Where the documents use a concept and never explain it, its one statement is the sentence that shows best what it is
 * about, with the role of a context. Linear in defining sentences, occurrences and concepts.
 */
export function* defineConcepts(
  concepts: readonly Definable[],
  sources: readonly DefinitionSource[],
  { verify, maximumStatements = 1 }: DefineOptions,
): Sliced<ReadonlyMap<string, Definition>> {
  const passagesByKey = yield* indexBySubject(sources, keysOf(concepts));
  const sourcesById = new Map(sources.map((source) => [source.document.id, source]));
  const defined = new Map<string, Definition>();
  for (const concept of concepts) {
    yield;
    const passages = passagesOf(concept, passagesByKey);
    const { defining, telling } = rankPassages(passages, concept);
    const definition =
      write(concept, defining, { verify, maximumStatements }) ?? showInUse(concept, sourcesById, { verify, telling });
    if (definition !== undefined) defined.set(concept.key, definition);
  }
  return defined;
}

/** Finds the passages that define a concept or tell what it does, the best first; what it knows of the sources it learns once. */
export function* createPassageFinder(
  sources: readonly DefinitionSource[],
  concepts: readonly Definable[],
): Sliced<(concept: Definable) => RankedPassage[]> {
  const passagesByKey = yield* indexBySubject(sources, keysOf(concepts));
  return (concept) => {
    const { defining, telling } = rankPassages(passagesOf(concept, passagesByKey), concept);
    return [...defining, ...(defining.length > 0 ? [] : telling)];
  };
}

/** The names of all concepts, as the index has them. */
function keysOf(concepts: readonly Definable[]): ReadonlySet<string> {
  return new Set(
    concepts.flatMap(({ key, names, language }) =>
      [key, ...names.map((name) => normalForm(name, language))].map(joined),
    ),
  );
}

/**
 * Defining sentences by what they define. A sentence about a longer name is about its shorter one too ("a keel object"),
 * unless the longer one has an entry of its own, which it then belongs to.
 */
function* indexBySubject(
  sources: readonly DefinitionSource[],
  named: ReadonlySet<string>,
): Sliced<Map<string, Passage[]>> {
  const index = new Map<string, Passage[]>();
  // By name, so that the order in which documents were read changes nothing.
  const isEverywhere = spreadTest(sources);
  const ordered = sources.toSorted((a, b) => (a.document.name < b.document.name ? -1 : 1));
  for (const source of ordered) {
    for (const sentence of source.definingSentences) {
      yield;
      const { subject, language } = sentence;
      add(index, sentence.subjectKey, { source, sentence, exactness: 1 });
      if (named.has(joined(sentence.subjectKey))) continue;
      const head = withoutClassNoun(subject);
      if (head !== undefined && !isEverywhere(head))
        add(index, normalForm(head, language), { source, sentence, exactness: 0.85 });
      const own = withoutOwner(subject, isEverywhere);
      if (own !== undefined) add(index, normalForm(own, language), { source, sentence, exactness: 0.9 });
      const bare = own === undefined ? undefined : withoutClassNoun(own);
      if (bare !== undefined) add(index, normalForm(bare, language), { source, sentence, exactness: 0.8 });
    }
  }
  return index;
}

function add(index: Map<string, Passage[]>, name: string, passage: Passage): void {
  const key = joined(name);
  const known = index.get(key);
  if (known === undefined) index.set(key, [passage]);
  else known.push(passage);
}

/** Whether a name is written in one word or more is no difference in what it names. */
function joined(key: string): string {
  return key.replaceAll(' ', '');
}

/** "A Keel object" is about the Keel: nouns that only say of which class the named thing is. */
const CLASS_NOUNS =
  /^(?<name>.*\S)(?:\s+(?:objects?|resources?|commands?|features?|components?|concepts?|patterns?|APIs?|tools?|mechanisms?)|\s?(?:オブジェクト|リソース|コマンド|機能|コンポーネント|パターン|ツール|コマンドラインツール))$/u;

function withoutClassNoun(subject: string): string | undefined {
  const name = CLASS_NOUNS.exec(subject)?.groups?.['name'];
  // "A configuration file" is no configuration: only names are of a class.
  return name !== undefined && (/[\p{Lu}\p{N}_.-]/u.test(name) || !/\p{sc=Latin}/u.test(name)) ? name : undefined;
}

/** "A Harbour pilot book" is a pilot book where the whole body of documents is about Harbour. */
function withoutOwner(subject: string, isEverywhere: (word: string) => boolean): string | undefined {
  const parts = /^(?<owner>\p{Lu}[\p{L}\p{N}]+)(?:['’]s?)?(?:\s+|の)(?<name>\S.*)$/u.exec(subject)?.groups;
  const owner = parts?.['owner'];
  const name = parts?.['name'];
  return owner !== undefined && name !== undefined && isEverywhere(owner) ? name : undefined;
}

/** Tells whether a word stands in at least half of the documents. Each word is looked for once. */
function spreadTest(sources: readonly DefinitionSource[]): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const answer =
      known.get(word) ?? sources.filter(({ prose }) => prose.text.includes(word)).length * 2 >= sources.length;
    known.set(word, answer);
    return answer;
  };
}

function passagesOf(concept: Definable, index: ReadonlyMap<string, readonly Passage[]>): Passage[] {
  const keys = new Set([concept.key, ...concept.names.map((name) => normalForm(name, concept.language))].map(joined));
  const seen = new Set<string>();
  const passages: Passage[] = [];
  for (const key of keys) {
    for (const passage of index.get(key) ?? []) {
      const { source, sentence } = passage;
      const place = `${source.document.id} ${String(sentence.start)} ${String(sentence.definitionStart)}`;
      if (!seen.has(place) && !isOtherCase(sentence.subject, key, concept)) passages.push(passage);
      seen.add(place);
    }
  }
  return passages;
}

/** `fqdn` names a parameter, FQDN a kind of name: a short form in capitals is never written without any. */
function isOtherCase(subject: string, key: string, { names, language }: Definable): boolean {
  if (/\p{Lu}/u.test(subject)) return false;
  const [preferred = ''] = names;
  return isAcronym(preferred) && joined(normalForm(preferred, language)) === key;
}

function write(
  concept: Definable,
  ranked: readonly RankedPassage[],
  { verify, maximumStatements }: Required<DefineOptions>,
): Definition | undefined {
  const statements: Statement[] = [];
  const used: RankedPassage[] = [];
  for (const passage of ranked.slice(0, PASSAGES_TRIED)) {
    if (statements.length === maximumStatements) break;
    const text = quoteStatement(passage.source.prose.text, passage.sentence);
    const evidence = [evidenceOf(passage)];
    if (text === '' || statements.some((one) => one.text === text)) continue;
    const support = verify(text, evidence, concept.names);
    if (support === 'unsupported') continue;
    statements.push({ text, role: 'definition', support, evidence });
    used.push(passage);
  }
  const [best] = used;
  if (best === undefined) return undefined;
  return { state: 'drafted', author: 'built-in', statements, confidence: confidenceOf(best, ranked), revision: 1 };
}

/** What nothing defines is shown where it is used; that says nothing of what it is, so it is worth no confidence. */
function showInUse(
  concept: Definable,
  sources: ReadonlyMap<DocumentId, DefinitionSource>,
  { verify, telling }: Pick<DefineOptions, 'verify'> & { readonly telling: readonly RankedPassage[] },
): Definition | undefined {
  const spoken = telling
    .slice(0, PASSAGES_TRIED)
    .map(({ source, sentence: { start, end } }) => ({ source, start, end }));
  const others = chooseContexts(concept, sources, { most: PASSAGES_TRIED, mostInDocument: 2 });
  for (const context of [...spoken, ...others]) {
    const text = withoutPointers(context.source.prose.text.slice(context.start, context.end));
    const evidence = [evidenceAt(context.source, context)];
    const support = verify(text, evidence, concept.names);
    if (text === '' || support === 'unsupported') continue;
    const statements: Statement[] = [{ text, role: 'context', support, evidence }];
    return { state: 'drafted', author: 'built-in', statements, confidence: 0, revision: 1 };
  }
  return undefined;
}

function evidenceOf({ source, sentence }: Passage): Evidence {
  return evidenceAt(source, sentence);
}

function evidenceAt(source: DefinitionSource, sentence: { readonly start: number; readonly end: number }): Evidence {
  const range = withOpeningMark(
    source.document.text,
    toOriginalRange(source.prose.alignment, sentence.start, sentence.end),
  );
  return { documentId: source.document.id, range, quote: source.document.text.slice(range.start, range.end) };
}

/**
 * 0–1, from the evidence alone: how definitional the best passage is (half), how far the others agree with it (a
 * quarter), in how many documents the concept is defined (a quarter; three or more count full).
 */
function confidenceOf(best: RankedPassage, all: readonly RankedPassage[]): number {
  const documents = new Set<DocumentId>(all.map(({ source }) => source.document.id));
  const spread = Math.min(3, documents.size) / 3;
  return Math.round((0.5 * best.sentence.score + 0.25 * best.agreement + 0.25 * spread) * 100) / 100;
}
