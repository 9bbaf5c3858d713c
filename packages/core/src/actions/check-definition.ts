import type { Concept, DocumentId, Evidence, ProjectId, Statement, Support } from '../domain/index.ts';
import { verifyStatement } from '../evidence/verify-evidence.ts';
import type { DefinitionEdit } from '../storage/glossary-stores.ts';
import type { Stores } from '../storage/storage.ts';
import { invalid } from './check-designations.ts';

/** One sentence as a person writes it. */
export interface StatementInput {
  readonly text: string;
  /** `definition` unless told. */
  readonly role?: Statement['role'];
  /** What it rests on; looked for in the evidence of the definition before unless told. */
  readonly evidence?: readonly Evidence[];
}

export interface DefinitionInput {
  /** One to ten. */
  readonly statements: readonly StatementInput[];
  /** Why it was changed. */
  readonly reason?: string;
}

export const MAX_STATEMENTS = 10;
const MAX_LENGTH = 4000;

/** How sure one can be of a statement, by what it rests on. */
const CONFIDENCE: Readonly<Record<Support, number>> = { supported: 0.9, weak: 0.6, unsupported: 0.3 };

/** A definition as it is kept: each statement with the passages that really bear it. @throws `entry/invalid` */
export async function checkDefinition(
  stores: Stores,
  {
    project,
    concept,
    texts = new Map(),
  }: {
    readonly project: ProjectId;
    readonly concept: Pick<Concept, 'designations' | 'language' | 'definition'>;
    /** Texts that were read already; what is read is added. */
    readonly texts?: Map<DocumentId, string>;
  },
  { statements, reason }: DefinitionInput,
): Promise<DefinitionEdit> {
  if (statements.length === 0) throw invalid('a definition has at least one statement');
  if (statements.length > MAX_STATEMENTS) throw invalid(`a definition has at most ${MAX_STATEMENTS} statements`);
  const textOf = async (id: DocumentId) => {
    const known = texts.get(id) ?? (await stores.documents.builtText(project, id))?.text ?? '';
    texts.set(id, known);
    return known;
  };
  const checked: Statement[] = [];
  for (const input of statements) checked.push(await checkStatement(input, concept, textOf));
  const sum = checked.reduce((total, { support }) => total + CONFIDENCE[support], 0);
  return {
    statements: checked,
    confidence: Math.round((sum / checked.length) * 100) / 100,
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim().slice(0, MAX_LENGTH) }),
  };
}

/** The words of a statement as they are kept. @throws `entry/invalid` */
export function checkStatementText(text: string): string {
  const words = text.normalize('NFC').trim();
  if (words === '') throw invalid('a statement is empty');
  if (words.length > MAX_LENGTH) throw invalid(`a statement is at most ${MAX_LENGTH} characters long`);
  if (!words.isWellFormed()) throw invalid('a statement is not valid Unicode');
  return words;
}

async function checkStatement(
  { text, role = 'definition', evidence }: StatementInput,
  { definition, designations, language }: Pick<Concept, 'designations' | 'language' | 'definition'>,
  textOf: (id: DocumentId) => Promise<string>,
): Promise<Statement> {
  const words = checkStatementText(text);
  const same = definition?.statements.find((one) => one.text === words && one.role === role);
  if (evidence === undefined && same !== undefined) return same;
  const offered = evidence ?? definition?.statements.flatMap((one) => one.evidence) ?? [];
  const passages = [];
  for (const { documentId, range, quote } of offered) {
    const document = await textOf(documentId);
    if (document.slice(range.start, range.end) === quote) passages.push({ quote, range, text: document, documentId });
    else if (evidence !== undefined) throw invalid('a quotation is not what stands at its place');
  }
  const names = designations.map((one) => one.text);
  const { support } = verifyStatement({ text: words, language, names }, passages);
  // What a person did not choose is kept only where it bears the statement.
  const borne = support === 'unsupported' && evidence === undefined ? [] : passages;
  return {
    text: words,
    role,
    support,
    evidence: borne.map(({ documentId, range, quote }) => ({ documentId, range, quote })),
  };
}
