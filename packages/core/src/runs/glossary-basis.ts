import type { ConceptId, Document, TermLists } from '../domain/index.ts';
import type { GivenNames } from '../pipeline/given-names.ts';
import { contentHash } from '../text/content-hash.ts';
import type { BuildInput } from './build-input.ts';

export interface BasisParts {
  /** Stands for the code that builds and what it runs on: `programFingerprint`. */
  readonly program: string;
  readonly asked: BuildInput;
  readonly documents: readonly Document[];
  /** Those of them that people handed in. */
  readonly handedIn: readonly Document[];
  /** With what is asked for added. */
  readonly termLists: TermLists;
  /** Names that people gave to entries. */
  readonly givenNames: GivenNames;
}

/**
 * Stands for everything that a build depends on (SHA-256, hex): what has the same basis comes to the same glossary, so
 * that nothing needs to be done for it. What is asked for is in it whole, but for what only names or shows a run: an
 * option that is new one day is part of it without a word here.
 *
 * Whatever else people do (categories, decisions, entries that they edit) lies over what builds write; the storage
 * answers no basis once anybody has changed anything: see `GlossaryStore.basis`.
 */
export function glossaryBasis({ program, asked, documents, handedIn, termLists, givenNames }: BasisParts): string {
  const { request: _request, keepsCallTexts: _keepsCallTexts, ...input } = asked;
  const isHandedIn = new Set(handedIn);
  return contentHash(
    JSON.stringify([
      program,
      input,
      documents.map((document) => {
        const { id, name, format, encoding, contentHash: hash } = document;
        return [id, name, format, encoding, hash, isHandedIn.has(document)];
      }),
      termLists,
      [...givenNames].toSorted(byId),
    ]),
  );
}

function byId([a]: readonly [ConceptId, unknown], [b]: readonly [ConceptId, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
