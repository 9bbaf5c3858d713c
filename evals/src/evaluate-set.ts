import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isExplained, normalForm, openCore, openEngine } from '@genglossary/core';
import { analyseProse, definesSomething, readProse } from '@genglossary/core/engine';
import { type EntryText, evaluateSentences, evaluateTexts, type OfficialTerm } from './definitions.ts';
import { evaluateTerms, type TermList } from './terms.ts';

export interface Score {
  readonly kind: string;
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface SetResult {
  readonly set: string;
  readonly scores: readonly Score[];
  readonly seconds: number;
  /** Highest resident memory of the process, MB (10⁶ bytes). */
  readonly peakMegabytes: number;
}

const execution = { signal: new AbortController().signal, report: () => undefined };

/**
 * Scores one set by what its folder holds: `gold_nes.tsv` terms of annotated texts, `labels.jsonl` sentences that
 * define or not, `gold.json` an official glossary of the documents in `docs/`.
 */
export async function evaluateSet(directory: string): Promise<SetResult> {
  const has = (name: string) => existsSync(join(directory, name));
  const started = performance.now();
  const scores: Score[] = [];
  if (has('labels.jsonl')) {
    const split = basename(directory).startsWith('deft') ? { split: 'dev' } : {};
    const figures = await evaluateSentences(directory, { defines, ...split });
    scores.push({ kind: 'defining sentences', figures: { ...figures } });
  } else {
    const { kind, ...figures } = await evaluateTerms(directory, extract);
    scores.push({ kind: `terms: ${kind}`, figures });
    if (kind === 'documentation') {
      const texts = await evaluateTexts(directory, (terms) => define(join(directory, 'docs'), terms));
      scores.push({ kind: 'definition texts', figures: { ...texts } });
    }
  }
  return {
    set: basename(directory),
    scores,
    seconds: (performance.now() - started) / 1000,
    peakMegabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
  };
}

async function defines(sentence: string): Promise<boolean> {
  const prose = readProse('text', sentence);
  const { sentences } = await analyseProse(prose, { language: 'en' });
  return definesSomething(prose, sentences);
}

async function extract(folder: string): Promise<TermList> {
  await using engine = openEngine();
  const { rows, cut } = await engine.extract({ paths: [folder] }, execution);
  return { terms: rows.map(({ term }) => term), cut };
}

/** Builds a glossary in which the official terms are required, as an editor who has the list would. */
async function define(
  folder: string,
  terms: readonly OfficialTerm[],
): Promise<ReadonlyMap<string, EntryText | undefined>> {
  const scratch = mkdtempSync(join(tmpdir(), 'genglossary-eval-'));
  try {
    await using core = await openCore({ databasePath: join(scratch, 'genglossary.db') });
    const required = terms.map(({ term }) => term);
    const { glossary } = await core.build({ project: 'eval', paths: [folder], required }, execution);
    const texts = new Map<string, EntryText>();
    for (const concept of glossary.concepts) {
      const { language, designations, definition } = concept;
      if (definition === undefined) continue;
      const text = definition.statements.map((statement) => statement.text).join(' ');
      const entry = { text, isExplained: isExplained(concept) };
      for (const one of designations) texts.set(normalForm(one.text, language), entry);
    }
    return new Map(
      terms.map((term) => [
        term.term,
        names(term)
          .flatMap((name) => [texts.get(normalForm(name, 'en')), texts.get(normalForm(name, 'ja'))])
          .filter((entry) => entry !== undefined)
          // A name may belong to two entries; people look for the one that explains it.
          .toSorted((a, b) => Number(b.isExplained) - Number(a.isExplained))[0],
      ]),
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function names({ term, aliases, surfaceForms }: OfficialTerm): readonly string[] {
  return [term, ...aliases, ...surfaceForms];
}
