import { type EntryExport, GlossaryError, isExplained, normalForm } from '@genglossary/core';
import { distance } from 'fastest-levenshtein';
import type { CommandContext } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { namedProject } from '../place/named-project.ts';
import { openPlace } from '../place/open-place.ts';
import type { LookedUp } from '../place/place.ts';

export interface ShowOptions {
  readonly project?: string;
}

/** `genglossary show`: one entry of the glossary made last, found by any of its names in any spelling. */
export async function show(term: string, options: ShowOptions, context: CommandContext): Promise<number> {
  const { io, words, json, version } = context;
  await using place = await openPlace(context);
  if (place === undefined) throw notFound(words.noGlossary, term, []);
  const known: LookedUp[] = [];
  const projects =
    options.project === undefined ? await place.projects() : [await namedProject(place, options.project)];
  for (const { id } of projects) {
    const glossary = await place.glossary(id);
    if (glossary !== undefined) known.push(glossary);
  }
  for (const glossary of known) {
    const found = glossary.entries.find((entry) => isNamed(entry, term));
    if (found === undefined) continue;
    const entry = glossary.entry(found.id);
    if (json) io.stdout.write(`${JSON.stringify({ schema: 'genglossary.show/1', version, ok: true, entry })}\n`);
    else io.stdout.write(`${describe(entry, glossary, context)}\n`);
    return exitCodes.success;
  }
  throw notFound(`There is no entry “${term}”.`, term, suggestions(known, term));
}

function describe(entry: EntryExport, glossary: LookedUp, { words }: CommandContext): string {
  const [preferred, ...others] = entry.designations;
  const reading = preferred?.reading === undefined ? '' : ` (${preferred.reading})`;
  const lines = [`${entry.term}${reading}`];
  if (others.length > 0) lines.push(`${words.alsoCalled}: ${others.map(({ text }) => text).join(', ')}`);
  const { definition, occurrenceCount, documentCount } = entry;
  if (!isExplained(definition === null ? {} : { definition })) {
    lines.push(words.usedNeverExplained(occurrenceCount, documentCount));
  }
  for (const { text, evidence } of definition?.statements ?? []) {
    lines.push('', `  ${text}`);
    for (const { document, line, column } of evidence) lines.push(`  ${words.evidence}: ${document}:${line}:${column}`);
  }
  const names = new Map(glossary.entries.map(({ id, names: [name = ''] }) => [id, name]));
  const related = entry.relations.map(({ kind, target }) => `${names.get(target) ?? ''} (${words.relations[kind]})`);
  if (related.length > 0) lines.push('', `${words.related}: ${related.join(', ')}`);
  return lines.join('\n');
}

function isNamed({ names, language }: LookedUp['entries'][number], term: string): boolean {
  const key = normalForm(term, language);
  return names.some((name) => normalForm(name, language) === key);
}

/** Names that hold the word, shortest first, then names that are nearly written so. */
function suggestions(glossaries: readonly LookedUp[], term: string): string[] {
  const preferred = glossaries.flatMap(({ entries }) => entries.map(({ names: [name = ''] }) => name));
  const wanted = normalForm(term, 'en');
  if (wanted === '') return [];
  const holding = preferred
    .filter((name) => normalForm(name, 'en').includes(wanted))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const near = preferred
    .map((name) => ({ name, slips: distance(normalForm(name, 'en'), wanted) }))
    .filter(({ slips }) => slips <= Math.floor(wanted.length / 4) + 1 && slips < wanted.length - 1)
    .toSorted((a, b) => a.slips - b.slips || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
  return [...new Set([...holding, ...near])].slice(0, 5);
}

function notFound(message: string, term: string, names: readonly string[]): GlossaryError {
  return new GlossaryError('term/not-found', message, { details: { term, suggestions: names } });
}
