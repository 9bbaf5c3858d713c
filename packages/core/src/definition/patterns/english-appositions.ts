import type { PatternTable } from './definition-pattern.ts';
import { shape } from './definition-shape.ts';
import { adverb, inner, lead, subject } from './english-parts.ts';

/** A name and, beside it, what it is: "the keel, a beam that …, carries", "a keel (a beam that …)". */
export const appositionPatterns: PatternTable = {
  'apposition-a': {
    ...shape({
      before: `${lead}${subject}`,
      hint: String.raw`,\s+(?<definition>(?:an?|any|the)\s+[^,;:]{8,}?),\s+\p{Ll}`,
    }),
    score: 0.66,
    says: 'genus',
    apposition: true,
    needsDifferentia: true,
  },
  'apposition-last': {
    ...shape({
      before: String.raw`\s${inner}`,
      hint: String.raw`,\s+(?<definition>an?\s+[^,;:]{12,}?)[.]?$`,
    }),
    score: 0.6,
    says: 'genus',
    apposition: true,
    needsDifferentia: true,
  },
  'apposition-or': {
    ...shape({
      before: `${lead}${subject}`,
      hint: String.raw`,\s+or\s+(?<definition>(?:(?:an?|the|any)\s+)?[^,;:]{8,}?),\s+\p{Ll}`,
    }),
    score: 0.6,
    says: 'genus',
    needsDifferentia: true,
  },
  'apposition-bare': {
    ...shape({
      before: String.raw`(?:^|\s)${inner}`,
      hint: String.raw`(?:,\s+(?:or\s+)?|:\s+|\s*(?:—|–|\s-{1,2}\s)\s*)(?<definition>(?!an?\s|the\s|is\s|are\s|which\s|such\s|some\s|and\s)(?:\p{Ll}[^\s,;:()]*\s+){1,4}(?:that|which|who|in which|of)\s[^,;:—–]{8,}?)(?:[,;.—–](?!\s*(?:and|or)\b)|$)`,
    }),
    score: 0.54,
    says: 'genus',
    apposition: true,
    needsDifferentia: true,
  },
  'which-is': {
    ...shape({
      before: String.raw`\b${inner}`,
      hint: String.raw`,\s+which\s+(?:is|are|was|were|means|refers\s+to)\s+${adverb}(?<definition>(?:an?|any|the)\s+[^,;:]{8,}?)(?:[,;.]|$)`,
    }),
    score: 0.6,
    says: 'genus',
    apposition: true,
  },
  dash: {
    ...shape({
      before: String.raw`(?:^|\s)(?<subject>(?:[\p{L}\p{N}][^\s,;:()—–]*\s+){0,3}[\p{L}\p{N}][^\s,;:()—–]*?)\s*`,
      hint: String.raw`(?:—|–|\s-{1,2}\s)\s*(?<definition>(?:an?|any|the)\s[^—–;:]{10,}?)(?:—|–|\s-{1,2}\s|[.;]|$)`,
    }),
    score: 0.62,
    says: 'genus',
    apposition: true,
  },
  parenthesis: {
    ...shape({
      before: String.raw`(?:^|\s)${inner}`,
      hint: String.raw`\s\((?:or\s+)?(?<definition>(?:an?|the|any)\s[^()]{10,}?)\)`,
    }),
    score: 0.6,
    says: 'genus',
    apposition: true,
    raw: true,
  },
};
