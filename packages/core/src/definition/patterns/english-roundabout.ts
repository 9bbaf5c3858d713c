import { genericStatement } from '../generic-statement.ts';
import type { PatternTable } from './definition-pattern.ts';
import { shape } from './definition-shape.ts';
import { adverb, be, insert, lead, opening, purpose, subject } from './english-parts.ts';

/** Sentences that say what something is by what it does, when it is so, or what stands in it. */
export const roundaboutPatterns: PatternTable = {
  'is-one': {
    ...shape({
      before: opening,
      hint: String.raw`${be}${adverb}(?<definition>(?:one|those|someone|anyone|something|anything|a person|people)\s+(?:in|on|for|with|by|to|from)?\s*(?:which|that|who|whom|whose|where|when)\s.*)$`,
    }),
    score: 0.75,
    says: 'clause',
  },
  'exists-when': {
    find: /^(?<definition>(?:When|If|Whenever)\s.{10,}?),\s+(?:then\s+)?(?<subject>an?\s+(?:[^,;:\s]+\s+){0,3}?[^,;:\s]+)\s+(?:occurs?|exists?|arises?|results?|takes?\s+place|has\s+occurred)\b/du,
    score: 0.55,
    says: 'sentence',
  },
  'states-that': {
    ...shape({
      before: String.raw`${lead}(?<subject>(?:[^,;:?!\s]+\s+){0,7}?(?:laws?|principles?|theor(?:y|ies)|hypothes[ie]s|rules?|theorems?|doctrines?|axioms?|postulates?|paradox|argument|view|approach|perspective|model|belief|amendment|clause|effect)(?:\s+of\s+(?:[^,;:\s]+\s*){1,3})?)${insert}\s+`,
      hint: String.raw`(?:states?|holds?|says?|asserts?|suggests?|proposes?|predicts?|posits?|argues?|claims?|maintains?|requires?)\s+(?<definition>that\s.*)$`,
    }),
    score: 0.66,
    says: 'clause',
  },
  'is-name': {
    find: /^(?<definition>(?:The|An?)\s+(?:\p{L}+\s+){1,3}?(?:of|that|which|who|in which|by which|at which|to|between|for|from|in)\s.{25,}?)\s+(?:is|are)\s+(?:the\s+)?(?<subject>(?:\p{L}[\p{L}-]*\s+){0,2}\p{L}[\p{L}-]*)[.]?$/du,
    score: 0.52,
    says: 'sentence',
  },
  colon: {
    ...shape({
      before: String.raw`^(?:(?:an?|the)\s+)?(?<subject>(?:[^,;:.?!\s]+\s+){0,4}[^,;:.?!\s]+)`,
      hint: String.raw`:\s+(?<definition>(?:an?|any|the|\p{L}+)\s.{12,})$`,
    }),
    score: 0.6,
    says: 'genus',
    label: true,
  },
  'or-name': {
    ...shape({
      before: String.raw`^(?<definition>.*?\b(?:an?|the)\s+(?:[^,;:\s]+\s+){1,6}?[^,;:\s]+)`,
      hint: String.raw`,\s+or\s+(?:the\s+)?(?<subject>(?:\p{Ll}[\p{L}-]*\s+){0,2}\p{Ll}[\p{L}-]*),`,
    }),
    score: 0.52,
    says: 'sentence',
    naming: true,
  },
  'in-which': {
    ...shape({
      before: String.raw`(?:^|\s)(?:the\s+|an?\s+)?(?<subject>(?:\p{L}[^\s,;:()]*\s+){0,2}\p{L}[^\s,;:()]*)`,
      hint: String.raw`,\s+(?<definition>(?:in\s+which|whereby|wherein|meaning|that\s+is|i\.e\.)[,\s].{15,})$`,
    }),
    score: 0.54,
    says: 'clause',
  },
  'which-does': {
    ...shape({
      before: String.raw`(?:^|\s)(?:the\s+|an?\s+)?(?<subject>(?:\p{Ll}[^\s,;:()]*\s+){0,1}\p{L}[^\s,;:()]*)`,
      hint: String.raw`,\s+which\s+(?<definition>\p{Ll}+(?<!was|were|had|has|is|are|have|will|would|can|could|may|might|led|made|became|began)\s[^,;:]{12,}?)(?:[,;.]|$)`,
    }),
    score: 0.5,
    says: 'clause',
    naming: true,
  },
  'in-a': {
    find: /^(?:In|With|Under)\s+(?<subject>(?:an?\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}\p{Ll}[\p{L}-]*)|(?:\p{Ll}[\p{L}-]*\s+){0,2}\p{Ll}[\p{L}-]*(?:ing|ion|ism|ance|ence|ment|sis)),\s+(?<definition>(?:an?|the|\p{Ll}+s)\s.{20,})$/du,
    score: 0.5,
    says: 'clause',
  },
  does: {
    ...shape({
      before: String.raw`${opening}\s+${adverb}`,
      hint: String.raw`(?:lets?|allows?|enables?|provides?|ensures?|represents?|manages?|defines?|describes?|holds?|stores?|exposes?|controls?|maintains?|specif(?:y|ies)|determines?|serves?|acts?|combines?|groups?|links?|tracks?|handles?|implements?|gives?|offers?|creates?|connects?|collects?|protects?|separates?|limits?|constrains?|tells?|(?:is|are)\s+(?:used|responsible|designed|intended|meant))\s+(?<definition>\S.*)$`,
    }),
    score: 0.5,
    says: 'sentence',
    functional: true,
  },
  'purpose-of': {
    find: new RegExp(
      String.raw`^The\s+(?:main\s+|primary\s+)?${purpose}\s+of\s+(?<subject>[^,;:]{2,60}?)\s+is\s+(?<definition>to\s.{10,})$`,
      'du',
    ),
    score: 0.7,
    says: 'sentence',
    functional: true,
  },
  purpose: {
    ...shape({
      before: `${lead}${subject}`,
      hint: String.raw`['’]s?\s+(?:main\s+|primary\s+)?${purpose}\s+is\s+(?<definition>to\s.{10,})$`,
    }),
    score: 0.7,
    says: 'sentence',
    functional: true,
  },
  generic: { find: genericStatement, score: 0.52, says: 'sentence' },
};
