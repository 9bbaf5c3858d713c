import type { PatternTable } from './definition-pattern.ts';
import { shape } from './definition-shape.ts';
import { adverb, be, isOrWas, lead, opening, rest, subject } from './english-parts.ts';

/** Sentences that open with a name and say by their verb what it is: "A keel is a beam that …". */
export const verbPatterns: PatternTable = {
  'is-a': {
    ...shape({
      before: opening,
      hint: String.raw`${be}${adverb}(?<definition>(?:an?|any(?:\s+one)?(?:\s+of(?:\s+the)?)?(?:\s+(?:several|various|many|numerous))?)\s.*)$`,
    }),
    score: 0.85,
    says: 'genus',
  },
  'is-the': {
    ...shape({ before: opening, hint: String.raw`${be}${adverb}(?<definition>the\s.*)$` }),
    score: 0.68,
    says: 'genus',
  },
  'is-kind': {
    ...shape({ before: opening, hint: String.raw`${be}${adverb}(?<definition>(?!an?\s|any\s|the\s)\p{L}.*)$` }),
    score: 0.64,
    says: 'genus',
  },
  'is-one-of': {
    ...shape({
      before: opening,
      hint: String.raw`${be}${adverb}one\s+of\s+(?:the\s+)?(?:\w+\s+)?(?<definition>(?!(?:most|least|many|more|best|major|main|key|largest|biggest|oldest|first|few|only|greatest)\s)\p{L}.*)$`,
    }),
    score: 0.56,
    says: 'genus',
  },
  'is-when': {
    ...shape({
      before: `${lead}${subject}`,
      hint: String.raw`${be}(?<definition>(?:when|where|what happens when)\s.*)$`,
    }),
    score: 0.6,
    says: 'clause',
  },
  'we-define': {
    ...shape({
      hint: String.raw`\b(?:define[sd]?|describe[sd]?)\s+`,
      after: String.raw`(?<subject>(?:[^,;:?!\s]+\s+){0,3}?[^,;:?!\s]+)\s+as\s+(?!["“'‘])${rest}`,
    }),
    score: 0.75,
    says: 'clause',
  },
  'defined-as': {
    ...shape({
      before: opening,
      hint: String.raw`\s+(?:is|are|was|were|can be|may be|could be|has been)\s+${adverb}(?:defined|thought of|understood)\s+(?:\w+ly\s+)?(?:as|to be|in terms of)\s+${rest}`,
    }),
    score: 0.85,
    says: 'clause',
  },
  'regarded-as': {
    ...shape({
      before: opening,
      hint: String.raw`\s+(?:is|are|was|were|can be|may be)\s+${adverb}(?:described|regarded|viewed|seen|considered)\s+(?:as\s+|to\s+be\s+)?(?<definition>(?:an?|any)\s.*)$`,
    }),
    score: 0.62,
    says: 'genus',
  },
  'refers-to': {
    ...shape({
      before: String.raw`${opening}\s+${adverb}`,
      hint: String.raw`(?:refer(?:s|red)?\s+(?:to|only\s+to)|denote[sd]?(?!\s+by\b)|mean(?:s|t)?(?!\s+that\s+(?:we|you|it|they|there)\s)(?:\s+that)?|designate[sd]?|signif(?:y|ies)|stands?\s+for)\s+${rest}`,
    }),
    score: 0.85,
    says: 'clause',
  },
  // "A flag may refer to a flag rope": one of several things, or what somebody can look up.
  'may-refer-to': {
    ...shape({
      before: String.raw`${opening}\s+`,
      hint: String.raw`(?:can|may)\s+${adverb}(?:refer\s+(?:to|only\s+to)|denote|mean(?:\s+that)?|designate|signify|stand\s+for)\s+${rest}`,
    }),
    score: 0.52,
    says: 'clause',
  },
  'is-used-to-name': {
    ...shape({
      before: `${opening}${be}${adverb}`,
      hint: String.raw`(?:used|applied|given|employed)\s+(?:to|when|for|as)\s+(?:describ|refer|denot|mean|nam|designat)\w*\s+${rest}`,
    }),
    score: 0.85,
    says: 'clause',
  },
  'consists-of': {
    ...shape({
      before: String.raw`${opening}\s+`,
      hint: String.raw`(?:consists?\s+of|comprises?|involves?|describes?|represents?|${isOrWas}\s+(?:composed|made\s+up)\s+of)\s+${rest}`,
    }),
    score: 0.56,
    says: 'clause',
  },
  'occurs-when': {
    ...shape({
      before: String.raw`${opening}\s+`,
      hint: String.raw`(?:occurs?|happens?|arises?|exists?|results?|takes?\s+place)\s+(?<definition>(?:when|whenever|if|as|because|from|in\s+which|through)\s.*)$`,
    }),
    score: 0.62,
    says: 'clause',
  },
};
