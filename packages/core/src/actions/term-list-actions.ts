import type { Done, ProjectId, RuleEffect, TermLists, TermRule } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { createKeyRuling } from '../text/term-ruling.ts';
import { type ActionTools, perform } from './action-tools.ts';
import { keysOf, type WorkbenchReader } from './read-workbench.ts';
import { requireProject } from './require-project.ts';

export interface TermListActions {
  /** Rules in the order they were given. @throws `storage/not-found` */
  get(project: ProjectId): Promise<TermLists>;
  /** Adds rules; a pattern that is there already stays as it is. @throws `storage/not-found` · `term-list/invalid` */
  add(project: ProjectId, list: keyof TermLists, rules: readonly TermRule[]): Promise<Done<TermLists>>;
  /** Takes rules away by their patterns; others are passed over. @throws `storage/not-found` */
  remove(project: ProjectId, list: keyof TermLists, patterns: readonly string[]): Promise<Done<TermLists>>;
  /** Makes these the rules of a list. @throws as `add` */
  replace(project: ProjectId, list: keyof TermLists, rules: readonly TermRule[]): Promise<Done<TermLists>>;
  /** What a rule would do if it were added, before it is. @throws as `add` */
  effect(project: ProjectId, list: keyof TermLists, rule: TermRule): Promise<RuleEffect>;
}

const MAX_RULES = 20_000;
const MAX_LENGTH = 200;
const EXAMPLES = 20;

export function termListActions(tools: ActionTools, reader: WorkbenchReader): TermListActions {
  const { storage } = tools;
  const edit = (project: ProjectId, work: Parameters<typeof perform<TermLists>>[2]) =>
    perform(tools, { project, kind: 'term-list-edited' }, work);
  return {
    async get(project) {
      await requireProject(storage, project);
      return storage.termLists.read(project);
    },
    add: (project, list, rules) =>
      edit(project, async ({ termLists }) => {
        const valid = rules.map(checkRule);
        const before = await termLists.read(project);
        if (before[list].length + valid.length > MAX_RULES) throw tooMany();
        await termLists.add(project, list, valid);
        return termLists.read(project);
      }),
    remove: (project, list, patterns) =>
      edit(project, async ({ termLists }) => {
        await termLists.remove(project, list, patterns);
        return termLists.read(project);
      }),
    replace: (project, list, rules) =>
      edit(project, async ({ termLists }) => {
        const valid = rules.map(checkRule);
        if (valid.length > MAX_RULES) throw tooMany();
        const before = await termLists.read(project);
        await termLists.replace(project, { ...before, [list]: once(valid) });
        return termLists.read(project);
      }),
    async effect(project, list, rule) {
      const only = createKeyRuling({ required: [], excluded: [], [list]: [checkRule(rule)] });
      const matches = (await reader.list(project)).filter((term) => only(term.language, keysOf(term)) === list);
      // Required goes before excluded, whichever was said last.
      const isChanged = ({ decision }: (typeof matches)[number]) => decision !== list && decision !== 'required';
      const changes = matches.filter(isChanged);
      return {
        matches: matches.length,
        changes: changes.length,
        examples: changes.slice(0, EXAMPLES).map(({ term }) => term),
      };
    },
  };
}

function checkRule({ pattern, note }: TermRule): TermRule {
  const text = pattern.normalize('NFC').trim();
  const words = note?.normalize('NFC').trim() ?? '';
  if (text === '') throw invalid('a rule is empty');
  if (text.length > MAX_LENGTH || words.length > MAX_LENGTH * 10) throw invalid('a rule is too long');
  if (/[\p{Cc}\p{Cs}]/u.test(text) || !words.isWellFormed())
    throw invalid('a rule has characters that nobody can read');
  if (/^[*?\s]+$/u.test(text)) throw invalid('a rule of wildcards alone is about everything');
  return words === '' ? { pattern: text } : { pattern: text, note: words };
}

function once(rules: readonly TermRule[]): TermRule[] {
  return [...new Map(rules.map((rule) => [rule.pattern, rule])).values()];
}

function tooMany(): GlossaryError<'term-list/invalid'> {
  return invalid(`a list has at most ${MAX_RULES} rules`);
}

function invalid(problem: string): GlossaryError<'term-list/invalid'> {
  return new GlossaryError('term-list/invalid', `The list cannot be kept: ${problem}.`, { details: { problem } });
}
