import { analyseProse } from '../analysis/analyse-prose.ts';
import { QUOTABLE_SCORE } from '../definition/defining-sentence.ts';
import { readStatements, type Statements } from '../definition/read-statements.ts';
import { readProse } from '../documents/read-prose.ts';
import type { LanguageTag } from '../domain/index.ts';
import { gatherMentions } from '../extraction/gather-mentions.ts';
import type { Definiendum } from '../extraction/name-spans.ts';
import type { DocumentDigest } from './artifacts.ts';

/** What a worker thread is asked: one document, and its language where a person said it. */
export interface DigestJob {
  readonly format: string;
  readonly text: string;
  readonly language?: LanguageTag;
}

/**
 * Everything that can be learnt from one document alone, in one go and without looking back: prose, language,
 * sentences, candidate mentions, defining sentences. Pure: the same text gives the same digest on any machine.
 */
export async function digestDocument({ format, text, language }: DigestJob): Promise<DocumentDigest> {
  const prose = readProse(format, text);
  const analysed = await analyseProse(prose, language === undefined ? {} : { language });
  const { definingSentences, statedRelations } = readStatements(prose, analysed.sentences);
  return {
    language: analysed.language,
    prose,
    sentences: analysed.sentences.flatMap(({ start, end, block }) => [start, end, block]),
    mentions: gatherMentions(prose, analysed.sentences, {
      definienda: namesOfThings({ definingSentences, statedRelations }),
    }),
    definingSentences,
    statedRelations,
  };
}

const NAMING_SCORE = 0.82;
/** 「HarbourのQuay」 is the quay of a Harbour: two names. */
const OWNED = /[\p{sc=Latin}\p{N}]の/u;
/** What people say stands before と言う, too: 「もうやめたと言う」. */
const VERB_END = /^\p{sc=Hiragana}+$|[^\p{sc=Hiragana}](?:\p{sc=Hiragana}*[うくすつぬむるただ])$/u;
/** Shapes that give a thing its name. */
const NAMING: ReadonlySet<string> = new Set([
  'to-yobu',
  'to-yobi',
  'is-called',
  'what-we-call',
  'appele',
  'on-appelle',
  'genannt',
  'genoemd',
]);

/**
 * What a sentence surely defines is the name of a thing, whatever a tagger takes its words for; so is another name of
 * one, beyond doubt.
 */
export function namesOfThings({ definingSentences, statedRelations }: Statements): readonly Definiendum[] {
  return [
    ...definingSentences.filter(({ subject, explicit, score, pattern }) => {
      if (OWNED.test(subject)) return false;
      const isGiven = NAMING.has(pattern) && !VERB_END.test(subject);
      return explicit !== undefined || score >= (isGiven ? QUOTABLE_SCORE : NAMING_SCORE);
    }),
    ...statedRelations
      .filter(({ isSame }) => isSame === true)
      .map(({ language, other, otherKey }) => ({ language, subject: other, subjectKey: otherKey })),
  ];
}
