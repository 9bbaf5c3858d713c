import type { Concept, Designation, Glossary } from '../domain/index.ts';
import { createAutomaton } from '../text/aho-corasick.ts';
import { isAcronym } from '../text/designation-variants.ts';
import { createFoldedText, foldedString, foldWithAlignment } from '../text/fold-with-alignment.ts';
import { preferred } from './entry-view.ts';
import { furtherForms, ownForms, pluralOf } from './name-forms.ts';
import { type NameContext, namePattern } from './name-pattern.ts';
import { plainLine } from './plain-line.ts';

/** A name that people marked as deprecated or forbidden, as programs that check texts look for it. */
export interface UnwelcomeName {
  readonly text: string;
  readonly status: 'deprecated' | 'forbidden';
  /** In a person's words. */
  readonly reason?: string;
  /** The preferred name of its entry. */
  readonly instead: string;
  /** Itself first, then its inflections and what a person listed. */
  readonly forms: readonly UnwelcomeForm[];
}

export interface UnwelcomeForm {
  readonly text: string;
  /** What to write: the preferred name, in the plural where this is one and there is one way to write it. */
  readonly instead: string;
  /** Other capitals are other words, or another name. */
  readonly isCaseSensitive: boolean;
  /** A regular expression (`namePattern`). */
  readonly pattern: string;
}

/** A name that no rule can be about, and why. */
export interface LeftName {
  readonly text: string;
  /** `welcome`: an entry is called so; `twice`: an entry before forbids it and says what to write instead. */
  readonly why: 'welcome' | 'twice';
  /** The preferred name of that entry. */
  readonly entry: string;
}

export interface UnwelcomeNames {
  /** In the order of the glossary. */
  readonly names: readonly UnwelcomeName[];
  readonly left: readonly LeftName[];
}

/**
 * The names of a glossary that texts should not use. A name is not found within a longer one of the glossary (`keel
 * clearance` in `under-keel clearance`), so what is put in its place is never found again.
 */
export function unwelcomeNames(glossary: Glossary): UnwelcomeNames {
  const entries = glossary.concepts.flatMap((concept) => concept.designations.map((one) => ({ concept, one })));
  const welcome = new Map<string, string>();
  for (const { concept, one } of entries) {
    if (isUnwelcome(one)) continue;
    for (const text of ownForms(one)) if (!welcome.has(text)) welcome.set(text, nameOf(concept));
  }
  const left: LeftName[] = [];
  const claimed = new Map<string, string>();
  const found: Sought[] = [];
  for (const { concept, one } of entries) {
    if (!isUnwelcome(one)) continue;
    const text = plainLine(one.text);
    const other = welcome.get(text);
    const before = claimed.get(text);
    if (other !== undefined) left.push({ text, why: 'welcome', entry: other });
    else if (before !== undefined) left.push({ text, why: 'twice', entry: before });
    else if (text !== '') {
      claimed.set(text, nameOf(concept));
      found.push({ concept, one, text });
    }
  }
  if (found.length === 0) return { names: [], left };
  const spelled = countSpellings([...welcome.keys(), ...claimed.keys()]);
  const taken = new Set(spelled.keys());
  const forms = found.map(({ concept, one, text }) => {
    const further = furtherForms(one, concept.language).filter((form) => {
      const isTaken = taken.has(form.toLowerCase());
      taken.add(form.toLowerCase());
      return !isTaken;
    });
    return [text, ...further];
  });
  const contexts = contextsOf(forms.flat(), entries);
  const names = found.map(({ concept, one, text }, index) => {
    const instead = nameOf(concept);
    const plural = pluralOf(instead, concept.language);
    const reason = plainLine(one.reason ?? '');
    return {
      text,
      status: one.status,
      ...(reason === '' ? {} : { reason }),
      instead,
      forms: (forms[index] ?? []).map((form, place) => ({
        text: form,
        instead: place > 0 && isInflected(one, form) && form.length >= text.length ? plural : instead,
        isCaseSensitive:
          one.matching?.isCaseSensitive === true || isAcronym(text) || (spelled.get(form.toLowerCase()) ?? 0) > 1,
        pattern: namePattern(form, { boundary: one.matching?.boundary, within: contexts.get(form) ?? [] }),
      })),
    };
  });
  return { names, left };
}

interface Sought {
  readonly concept: Concept;
  readonly one: UnwelcomeDesignation;
  readonly text: string;
}

type UnwelcomeDesignation = Designation & { readonly status: UnwelcomeName['status'] };

export function isUnwelcome(one: Designation): one is UnwelcomeDesignation {
  return one.status === 'deprecated' || one.status === 'forbidden';
}

function nameOf(concept: Concept): string {
  return plainLine(preferred(concept).text);
}

/** Whether a form was made, not listed by a person: what is not shorter is a plural then. */
function isInflected({ matching }: Designation, form: string): boolean {
  return matching?.forms?.some((listed) => plainLine(listed) === form) !== true;
}

/** How many names there are that differ in their capitals only. */
function countSpellings(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1);
  return counts;
}

/** For each form, what stands around it in the longer names that hold it as a word. */
function contextsOf(
  forms: readonly string[],
  names: readonly { readonly concept: Concept; readonly one: Designation }[],
): ReadonlyMap<string, readonly NameContext[]> {
  const byFolded = Map.groupBy(forms, foldedString);
  byFolded.delete('');
  const patterns = [...byFolded.keys()];
  const automaton = createAutomaton(patterns);
  const contexts = new Map<string, NameContext[]>();
  const longer = new Set(
    names.flatMap(({ concept, one }) => [...ownForms(one), ...furtherForms(one, concept.language)]),
  );
  for (const name of longer) {
    const folded = foldWithAlignment(name, createFoldedText(name.length + 8));
    automaton.scan(folded.units, folded.length, (pattern, last) => {
      const start = folded.starts[last + 1 - (patterns[pattern]?.length ?? 0)] ?? 0;
      const end = folded.ends[last] ?? 0;
      const context = { before: name.slice(0, start), after: name.slice(end) };
      if (context.before === '' && context.after === '') return;
      for (const form of byFolded.get(patterns[pattern] ?? '') ?? []) {
        const known = contexts.get(form);
        if (known === undefined) contexts.set(form, [context]);
        else known.push(context);
      }
    });
  }
  return contexts;
}
