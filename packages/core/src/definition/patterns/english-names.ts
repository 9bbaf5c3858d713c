import type { PatternTable } from './definition-pattern.ts';
import { shape } from './definition-shape.ts';
import { name, rest, stop } from './english-parts.ts';

/** Sentences that describe something and give it its name: "… is called a keel", "By keel we mean …". */
export const namingPatterns: PatternTable = {
  'is-called': {
    ...shape({
      before: String.raw`^(?<definition>.*?\s(?:(?:is|are|be)\s+)(?:\w+ly\s+|also\s+|often\s+|sometimes\s+|then\s+)?`,
      // "Are named types" says of which kind they are.
      hint: String.raw`(?:called|termed|named(?=\s+(?:["“'‘]|\p{Lu}|(?:an?|the)\s))|known\s+as|referred\s+to\s+as|dubbed|labell?ed|designated)\s+`,
      after: String.raw`(?:\w+ly\s+)?${name})${stop}`,
    }),
    score: 0.72,
    says: 'sentence',
    naming: true,
  },
  'was-called': {
    ...shape({
      before: String.raw`^(?<definition>.*?\s(?:(?:was|were|been|became|become|becomes)\s+)(?:\w+ly\s+|also\s+|often\s+|sometimes\s+|then\s+)?`,
      hint: String.raw`(?:called|termed|known\s+as|referred\s+to\s+as|dubbed)\s+`,
      after: String.raw`(?:\w+ly\s+)?${name})${stop}`,
    }),
    score: 0.54,
    says: 'sentence',
    naming: true,
  },
  'we-call': {
    ...shape({
      before: String.raw`^(?<definition>.*?\b(?:we|they|one|people|scientists|economists|engineers|psychologists|sociologists|programmers|biologists|physicists|some)\s+(?:also\s+|often\s+|sometimes\s+)?`,
      hint: String.raw`(?:call|term|refer to)\s+(?:(?:this|these|it|them|such\s+[^,;:.]{2,40}?)\s+(?:as\s+)?)`,
      after: String.raw`${name})${stop}`,
    }),
    score: 0.68,
    says: 'sentence',
    naming: true,
  },
  'said-to-be': {
    ...shape({
      before: String.raw`^(?<definition>.*?`,
      hint: String.raw`\s(?:is|are)\s+(?:said\s+to\s+(?:be|have)|described\s+as|considered\s+to\s+be)\s+`,
      after: String.raw`(?<subject>(?:an?\s+)?(?:\p{L}[\p{L}-]*\s+){0,2}?\p{L}[\p{L}-]*))[.]?$`,
    }),
    score: 0.52,
    says: 'sentence',
  },
  'thing-called': {
    ...shape({
      before: String.raw`^(?<definition>.*?\p{L}[,\s]\s?(?:commonly\s+|also\s+|often\s+|sometimes\s+|usually\s+|collectively\s+)?`,
      hint: String.raw`(?:called|termed|known\s+as|referred\s+to\s+as)\s+`,
      after: String.raw`${name})${stop}`,
    }),
    score: 0.54,
    says: 'sentence',
    naming: true,
  },
  'by-we-mean': {
    find: new RegExp(
      String.raw`^By\s+["“'‘]?(?<subject>[^,;:]{2,60}?)["”'’]?,?\s+(?:we|I|one|is|are)\s+(?:here\s+)?(?:mean|understand|meant|understood)s?\s+${rest}`,
      'du',
    ),
    score: 0.9,
    says: 'clause',
  },
  'what-we-call': {
    find: new RegExp(
      String.raw`^What\s+(?:we|people|they|users|staff)\s+(?:usually\s+|often\s+|commonly\s+)?call\s+["“'‘]?(?<subject>[^,;:?]{2,60}?)["”'’]?\s+(?:is|are)\s+(?<definition>(?:an?|the|any|\p{Ll}+)\s.*)$`,
      'du',
    ),
    score: 0.85,
    says: 'clause',
  },
  'the-term': {
    ...shape({
      hint: String.raw`\b[Tt]he\s+(?:term|word|name|phrase|expression|acronym)s?\s+`,
      after: String.raw`["“'‘]?(?<subject>[^,;:]{2,60}?)["”'’]?\s+(?:is\s+used|was\s+used|has\s+been\s+used|can\s+be\s+used|may\s+be\s+used|(?:is|was)\s+(?=an?\s|the\s|applied|given)|refers|describes|means|denotes|covers|applies|stands)\s+${rest}`,
    }),
    score: 0.74,
    says: 'clause',
  },
};
