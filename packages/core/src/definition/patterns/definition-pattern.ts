import type { BlockKind, Token } from '../../domain/index.ts';

/** A sentence as patterns see it. */
export interface SentenceView {
  /** The sentence; parentheses may be blanked out, offsets stay. */
  readonly text: string;
  /** Prose offset of its first character. */
  readonly offset: number;
  readonly tokens: readonly Token[];
  /** Whether the tokens carry parts of speech that can be relied on. */
  readonly tagged: boolean;
}

/** What a pattern found in a sentence. Offsets are relative to the sentence. */
export interface PatternMatch {
  readonly subject: readonly [start: number, end: number];
  readonly definition: readonly [start: number, end: number];
}

/**
 * One shape in which sentences of a language define something.
 *
 * `find` is matched against the sentence with its parentheses blanked out (offsets stay). It has the flags `du` and
 * the groups `subject` (what is defined) and `definition` (the words that say what it is).
 */
export interface DefinitionPattern {
  readonly find: RegExp | ((view: SentenceView) => PatternMatch | undefined);
  /** What stands wherever `find` matches, and is cheaper to look for: see `shape`. */
  readonly hint?: RegExp;
  /** 0–1: how sure this shape is before subject and definition are looked at. */
  readonly score: number;
  /**
   * What the defining part has to look like: `genus` begins with a noun phrase that names a kind of thing, `clause` is
   * anything that says something, `sentence` defines only as a whole (the sentence is the definition).
   */
  readonly says: 'genus' | 'clause' | 'sentence';
  /** Only with words that set the thing apart: the shape alone also adds a mere remark. */
  readonly needsDifferentia?: boolean;
  /** Adds something in passing; next to a proper name it rather tells who somebody is. */
  readonly apposition?: boolean;
  /** Gives something a name ("is called X"); a capitalised name there is rather a person's, a firm's or a place's. */
  readonly naming?: boolean;
  /** Only in blocks of these kinds. */
  readonly blocks?: readonly BlockKind[];
  /** Matched against the sentence with its parentheses. */
  readonly raw?: boolean;
  /** A label and what stands after it: a clause there is a remark about the subject or an instruction. */
  readonly label?: boolean;
  /** The shape tells what the subject does; it defines only where the subject is what the section is about. */
  readonly functional?: boolean;
}

export type PatternTable = Readonly<Record<string, DefinitionPattern>>;

/** What a language brings so that definitions can be found in it: shapes and closed classes of words. */
export interface DefinitionLanguage {
  readonly patterns: PatternTable;
  /** At the start of a subject: nothing that can be defined (pronouns, demonstratives, possessives, quantifiers). */
  readonly noSubject: RegExp;
  /** A subject that is a noun but names no concept (`the reason`, `this section`). */
  readonly vagueSubject: RegExp;
  /** Inside a subject: it is a clause, not a name. */
  readonly clauseInSubject: RegExp;
  /** A label or heading that names an action or a numbered choice. */
  readonly noName?: RegExp;
  /** Leading articles, removed from a subject. */
  readonly articles: RegExp;
  /** At the start of a defining part: it judges, counts or points and does not say what the thing is. */
  readonly noGenus: RegExp;
  /** Anywhere in a defining part: what sets the thing apart from others of its kind. */
  readonly differentia: RegExp;
  /** Of these, the clauses and purposes, which say most. */
  readonly strongDifferentia: RegExp;
  /** After a label ("Keel: …"): an instruction or a remark, not the name of a kind. */
  readonly clauseStart: RegExp;
  /** After a label: words with a verb of their own. */
  readonly clause?: RegExp;
  /** After a label: words that tell what the thing does, in languages whose verb stands last. */
  readonly predicate?: RegExp;
  /** In a sentence that tells what a thing does: it adds, restricts or advises and is no definition. */
  readonly remark: RegExp;
  /** At the start of a sentence: its first comma ends a clause and opens no apposition. */
  readonly opensClause: RegExp;
  /** Words that point to what was said elsewhere: the sentence does not stand alone. */
  readonly anaphora: RegExp;
  /** Anywhere in the sentence: it speaks to the reader, asks, supposes, or is bound to a moment. */
  readonly noDefinition: RegExp;
  /** At the end of a text: the word that it ends with asks for another one, which was markup. */
  readonly brokenEnd?: RegExp;
  /** At the start of what stands beside a name: it only says where the name is explained. */
  readonly pointerStart?: RegExp;
  /** At the end of what stands before a list of names: it announces names that programs read. */
  readonly parameterIntro?: RegExp;
  /** Discourse words that may be removed from the front of a quotation. */
  readonly discourse: RegExp;
  /** A heading that names no topic of its own: what stands under it is about the document's title. */
  readonly overviewHeading: RegExp;
  /** A heading that wraps its topic in words; the group `a` or `b` is the topic. */
  readonly topicHeading: RegExp;
  /** A heading under which names are defined one by one. */
  readonly glossaryHeading: RegExp;
  /** A heading or column under which stand names that programs read: what is said of them holds there alone. */
  readonly parameterHeading: RegExp;
  /** At the start of a sentence: "this is", which under a heading speaks of what the heading names. */
  readonly pronounSubject: RegExp;
  /** After that: it speaks of the text ("an overview of …"), or places a thing among others of its kind ("the first …"). */
  readonly ofTheText?: RegExp;
  /** Under a heading, a sentence that says what something is and leaves it to the heading to say of what. */
  readonly withoutSubject?: RegExp;
  /** Header of a table column that says what the first column names. */
  readonly descriptionHeader: RegExp;
  /** Of these, a header that promises what words mean. */
  readonly meaningHeader: RegExp;
  /** Header of a column of terms. */
  readonly termHeader: RegExp;
}
