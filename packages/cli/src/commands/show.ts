import { existsSync } from 'node:fs';
import {
  type Concept,
  type Glossary,
  GlossaryError,
  linePosition,
  normalForm,
  openStorageReader,
  isExplained,
} from '@genglossary/core';
import type { CommandContext } from '../context.ts';
import { databasePath } from '../database-path.ts';
import { exitCodes } from '../exit-codes.ts';

export interface ShowOptions {
  readonly project?: string;
}

/** `genglossary show`: one entry of the glossary made last, found by any of its names in any spelling. */
export async function show(term: string, options: ShowOptions, context: CommandContext): Promise<number> {
  const { io, words, json, version } = context;
  const path = databasePath(io);
  if (!existsSync(path)) throw notFound(words.noGlossary, term, []);
  await using storage = await openStorageReader({ path });
  const projects = (await storage.projects.list()).filter(
    ({ name }) => options.project === undefined || name === options.project,
  );
  const glossaries = await Promise.all(projects.map(({ id }) => storage.glossary.read(id)));
  const known = glossaries.filter((glossary) => glossary !== undefined);
  const found = known
    .map((glossary) => ({ glossary, concept: glossary.concepts.find((concept) => isNamed(concept, term)) }))
    .find(({ concept }) => concept !== undefined);
  if (found?.concept === undefined) throw notFound(`There is no entry “${term}”.`, term, suggestions(known, term));
  const { glossary, concept } = found;
  if (json) {
    const document = { schema: 'genglossary.show/1', version, ok: true, entry: concept };
    io.stdout.write(`${JSON.stringify(document)}\n`);
  } else io.stdout.write(`${describe(concept, glossary, context)}\n`);
  return exitCodes.success;
}

function describe(concept: Concept, glossary: Glossary, { words }: CommandContext): string {
  const documents = new Map(glossary.documents.map((document) => [document.id, document]));
  const [preferred, ...others] = concept.designations;
  const reading = preferred?.reading === undefined ? '' : ` (${preferred.reading})`;
  const lines = [`${preferred?.text ?? ''}${reading}`];
  if (others.length > 0) lines.push(`${words.alsoCalled}: ${others.map(({ text }) => text).join(', ')}`);
  const statements = concept.definition?.statements ?? [];
  if (!isExplained(concept)) {
    const inDocuments = new Set(concept.occurrences.map(({ documentId }) => documentId)).size;
    lines.push(words.usedNeverExplained(concept.occurrences.length, inDocuments));
  }
  for (const { text, evidence } of statements) {
    lines.push('', `  ${text}`);
    for (const { documentId, range } of evidence) {
      const document = documents.get(documentId);
      if (document === undefined) continue;
      const { line, column } = linePosition(document.lineStarts, range.start);
      lines.push(`  ${words.evidence}: ${document.name}:${line}:${column}`);
    }
  }
  const names = new Map(glossary.concepts.map(({ id, designations }) => [id, designations[0]?.text ?? '']));
  const related = concept.relations.map(({ kind, target }) => `${names.get(target) ?? ''} (${kind})`);
  if (related.length > 0) lines.push('', `${words.related}: ${related.join(', ')}`);
  return lines.join('\n');
}

function isNamed({ designations, language }: Concept, term: string): boolean {
  const key = normalForm(term, language);
  return designations.some(({ text }) => normalForm(text, language) === key);
}

/** Names that hold the word, shortest first. */
function suggestions(glossaries: readonly Glossary[], term: string): string[] {
  const names = glossaries.flatMap(({ concepts }) => concepts.map(({ designations }) => designations[0]?.text ?? ''));
  const wanted = normalForm(term, 'en');
  return names
    .filter((name) => wanted !== '' && normalForm(name, 'en').includes(wanted))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .slice(0, 5);
}

function notFound(message: string, term: string, names: readonly string[]): GlossaryError {
  return new GlossaryError('term/not-found', message, { details: { term, suggestions: names } });
}
