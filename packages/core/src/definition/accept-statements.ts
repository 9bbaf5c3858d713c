import type { Definition, DocumentId, Evidence, LanguageTag, Statement } from '../domain/index.ts';
import { type CitedPassage, type EvidenceProblem, verifyStatement } from '../evidence/verify-evidence.ts';
import { translationProblems } from '../evidence/verify-translation.ts';
import type { WriterPassage } from './choose-passages.ts';
import type { WrittenStatement } from './definition-prompt.ts';

/** A statement that was written, checked against the passages, and the words that they do not hold. */
export interface CheckedStatement {
  readonly statement: Statement;
  readonly problems: readonly string[];
}

export interface Writing {
  readonly language: LanguageTag;
  /** Of the statements, where it is another one than that of the passages. */
  readonly outputLanguage?: LanguageTag;
  readonly names: readonly string[];
  readonly passages: readonly WriterPassage[];
  readonly texts: ReadonlyMap<DocumentId, string>;
}

/**
 * Checks what a model wrote. A statement rests on one of the passages that it cites; where none of those holds it word
 * for word, and another passage that the model was given does, it rests on that one. Numbers that name no passage count
 * for nothing. A statement in another language rests on the passage that holds what it translates, word for word.
 */
export function checkStatements(written: readonly WrittenStatement[], writing: Writing): CheckedStatement[] {
  const all = writing.passages.map(({ evidence }) => evidence);
  return written.map(({ text, quote = '', passages: numbers }) => {
    const cited = [...new Set(numbers)].flatMap((number) => all[number - 1] ?? []);
    const supportOf = (evidence: Evidence) => verify(text, [evidence], writing).support;
    const quoted = [...cited, ...all].find((evidence) => supportOf(evidence) === 'supported');
    if (quoted !== undefined) return checked(text, [quoted], 'supported', []);
    const reworded = cited.find((evidence) => supportOf(evidence) === 'weak');
    if (reworded !== undefined) return checked(text, [reworded], 'weak', []);
    if (writing.outputLanguage !== undefined) {
      const { language: _own, outputLanguage: language, names } = writing;
      const problems = translationProblems({ text, language, quote, names });
      const source = [...cited, ...all].find((evidence) => verify(quote, [evidence], writing).support === 'supported');
      if (source !== undefined && problems.length === 0) return checked(text, [source], 'weak', []);
      return checked(text, cited, 'unsupported', source === undefined ? [quote] : wordsOf(problems, text));
    }
    const { problems } = verify(text, cited, writing);
    return checked(text, cited, 'unsupported', wordsOf(problems, text));
  });
}

function wordsOf(problems: readonly EvidenceProblem[], text: string): string[] {
  return problems.flatMap(({ word }) => (word === '' || word === text ? [] : [word]));
}

/**
 * The definition that stands on checked statements: those that hold, then, flagged, those that do not, which never leave
 * the product unless asked for. `undefined` where nothing was written.
 */
export function definitionOf(
  checkedStatements: readonly CheckedStatement[],
  { passages }: Pick<Writing, 'passages'>,
): Definition | undefined {
  const statements = checkedStatements.map(({ statement }) => statement);
  const holding = statements.filter(({ support }) => support !== 'unsupported');
  const flagged = statements.filter(({ support }) => support === 'unsupported');
  if (statements.length === 0) return undefined;
  return {
    state: 'drafted',
    author: 'language-model',
    statements: [...holding, ...flagged],
    confidence: confidenceOf(holding, passages),
    revision: 1,
  };
}

/**
 * Whether a definition says what the documents say the thing is: where they define it, it rests on a passage that does.
 * Otherwise a sentence that only uses the name, whatever it asks for, could take the place of its definition.
 */
export function restsOnDefinition({ statements }: Definition, { passages }: Pick<Writing, 'passages'>): boolean {
  const defining = new Set(passages.filter(({ score }) => score > 0).map(({ evidence }) => evidence));
  if (defining.size === 0) return true;
  return statements.some(
    ({ support, evidence }) => support !== 'unsupported' && evidence.some((one) => defining.has(one)),
  );
}

function verify(text: string, evidence: readonly Evidence[], { language, names, texts }: Writing) {
  const cited = evidence.map(
    ({ documentId, quote, range }): CitedPassage => ({ quote, range, text: texts.get(documentId) ?? '' }),
  );
  return verifyStatement({ text, language, names }, cited);
}

function checked(
  text: string,
  evidence: readonly Evidence[],
  support: Statement['support'],
  problems: readonly string[],
): CheckedStatement {
  return { statement: { text, role: 'definition', support, evidence }, problems };
}

/**
 * 0–1, from the evidence alone: how far the statements are quotations (half), how definitional the best passage is that
 * they rest on (a quarter), in how many documents those stand (a quarter; three or more count full). The model's own
 * word counts for nothing.
 */
function confidenceOf(statements: readonly Statement[], passages: readonly WriterPassage[]): number {
  if (statements.length === 0) return 0;
  const evidence = statements.flatMap((statement) => statement.evidence);
  const quoted = statements.filter(({ support }) => support === 'supported').length / statements.length;
  const scores = passages.filter((passage) => evidence.includes(passage.evidence)).map(({ score }) => score);
  const documents = new Set(evidence.map(({ documentId }) => documentId));
  const spread = Math.min(3, documents.size) / 3;
  return Math.round((0.25 + 0.25 * quoted + 0.25 * Math.max(0, ...scores) + 0.25 * spread) * 100) / 100;
}
