import type { Evidence } from './evidence.ts';

export const definitionStates = ['drafted', 'refined', 'edited'] as const;
export type DefinitionState = (typeof definitionStates)[number];

export const definitionAuthors = ['built-in', 'language-model', 'person'] as const;
export type DefinitionAuthor = (typeof definitionAuthors)[number];

/** Whether a statement stands on its evidence; only `evidence/verify-evidence.ts` says so. */
export type Support = 'supported' | 'weak' | 'unsupported';

/** One sentence of a definition and the passages that it rests on. */
export interface Statement {
  readonly text: string;
  /** `definition` says what the thing is; `context` only shows it in use. */
  readonly role: 'definition' | 'context';
  readonly support: Support;
  readonly evidence: readonly Evidence[];
}

/**
 * Whether a definition says what the thing is; one that only shows it in use, one that stands on nothing, or none at all,
 * does not. What a person wrote is theirs.
 */
export function isExplained({
  definition,
}: {
  readonly definition?: Pick<Definition, 'author'> & {
    readonly statements: readonly Pick<Statement, 'role' | 'support'>[];
  };
}): boolean {
  if (definition === undefined) return false;
  const { author, statements } = definition;
  return statements.some(
    ({ role, support }) => role === 'definition' && (support !== 'unsupported' || author === 'person'),
  );
}

/** One revision of what a concept means: one to three statements. */
export interface Definition {
  readonly state: DefinitionState;
  readonly author: DefinitionAuthor;
  readonly statements: readonly Statement[];
  /** 0–1, computed from the evidence. */
  readonly confidence: number;
  /** From 1; a refinement makes the next one and says why. */
  readonly revision: number;
  readonly reason?: string;
}
