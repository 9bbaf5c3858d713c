import type { LanguageTag, Prose, Sentence, Token } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { remembering } from '../text/remembering.ts';
import { findAbbreviations } from '../text/find-abbreviations.ts';
import { QUOTABLE_SCORE, type DefiningSentence } from './defining-sentence.ts';
import { anyOf } from './patterns/any-of.ts';
import { findNamesBeside } from './names-beside.ts';
import { list, name, other, type RelationShape, stop } from './relation-parts.ts';
import { supersededNameShapes } from './superseded-names.ts';

/** Changes whenever the same sentences could give other relations: part of the key of every remembered digest. */
export const STATED_RELATIONS_VERSION = '5';

/** What a sentence says about how two names relate. Plain data, small, safe to send between threads. */
export interface StatedRelation {
  /** How `other` relates to `name`: `synonym` (another name), `abbreviation`, `narrower` (a kind), `part-of` (a whole). */
  readonly kind: RelationShape['kind'];
  /** What is said against `other`: it was used once, or is not to be used. */
  readonly status?: RelationShape['status'];
  /** Both are names of one thing beyond doubt: of one entry, named `name`. */
  readonly isSame?: true;
  readonly name: string;
  readonly key: string;
  readonly other: string;
  readonly otherKey: string;
  readonly language: LanguageTag;
  /** Prose offsets of the words that say so. */
  readonly start: number;
  readonly end: number;
}

/** Every relation that the sentences of a document state in so many words, in text order. Linear in the text. */
export function findStatedRelations(
  prose: Prose,
  sentences: readonly Sentence[],
  { definingSentences = [] }: { readonly definingSentences?: readonly DefiningSentence[] } = {},
): readonly StatedRelation[] {
  const definedBefore = createDefinedBefore(definingSentences);
  const expansions = prose.marks.filter(({ kind, value }) => kind === 'abbreviation' && value !== '');
  let marked = 0;
  return sentences.flatMap((sentence) => {
    const text = prose.text.slice(sentence.start, sentence.end);
    const stated: StatedRelation[] = [];
    const add = (
      { kind, status, isSame }: Pick<StatedRelation, 'kind' | 'status' | 'isSame'>,
      [named, called]: readonly [string, string],
      [start, end]: readonly [number, number],
    ): void => {
      const [cleanName, cleanOther] = [clean(named, sentence.language), clean(called, sentence.language)];
      const [key, otherKey] = [normalForm(cleanName, sentence.language), normalForm(cleanOther, sentence.language)];
      if (key === '' || otherKey === '' || key === otherKey) return;
      if (NO_NAME.test(cleanOther) || SEVERAL.test(cleanName) || SEVERAL.test(cleanOther)) return;
      // A name that holds the other is the name of something narrower; what it was called once may hold it.
      const holds = key.includes(otherKey) || otherKey.includes(key);
      if (kind === 'synonym' && status === undefined && holds) return;
      stated.push({
        kind,
        ...(status !== undefined && { status }),
        ...(isSame === true && { isSame }),
        name: cleanName,
        key,
        other: cleanOther,
        otherKey,
        language: sentence.language,
        start: sentence.start + start,
        end: sentence.start + end,
      });
    };
    for (; (expansions[marked]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; marked += 1) {
      const { start, end, value } = expansions[marked] as Prose['marks'][number];
      if (start < sentence.start) continue;
      const range = [start - sentence.start, end - sentence.start] as const;
      add({ kind: 'abbreviation' }, [value.replace(/\s+/gu, ' ').trim(), prose.text.slice(start, end)], range);
    }
    if (text.length > LONGEST) return stated;
    if (/[(（]/u.test(text)) {
      const beside = findNamesBeside(text, sentence.language);
      for (const { name: named, others, start, end } of beside) {
        const phrase = nounPhraseAtEnd(sentence, prose.text, [start, start + named.length]);
        for (const { kind, text: one } of others) add({ kind, isSame: true }, [phrase, one], [start, end]);
      }
      for (const { long, short, start, end } of findAbbreviations(text)) {
        // What stands in the brackets together is named by what stands before them.
        const isInside = beside.some((one) => one.start <= start && end <= one.end);
        if (!isInside) add({ kind: 'abbreviation' }, [long, short], [start, end]);
      }
    }
    const known = shapesOf(sentence.language);
    // Nearly every sentence states nothing: one look is enough to see that.
    if (known?.hint.test(text) !== true) return stated;
    for (const { kind, status, hint, find } of known.shapes) {
      if (!hint.test(text)) continue;
      for (const match of text.matchAll(find)) {
        const { name: named, other: called } = match.groups ?? {};
        if (called === undefined) continue;
        const range = [match.index, match.index + match[0].length] as const;
        if (named === undefined) {
          const before = definedBefore(
            prose,
            sentence,
            normalForm(clean(called, sentence.language), sentence.language),
          );
          if (before !== undefined) add({ kind, status, isSame: true }, [before, called], range);
          continue;
        }
        const from = match.index + match[0].indexOf(named);
        const phrase = nounPhraseAtEnd(sentence, prose.text, [from, from + named.length]);
        const same = status === undefined ? {} : { status, isSame: true as const };
        for (const one of status === undefined ? listed(called) : [called])
          add({ kind, ...same }, [phrase, one], range);
      }
    }
    return stated;
  });
}

/** Longer sentences are lists or broken text. */
const LONGEST = 1200;

/** Finds what was defined last in the block of a sentence, or in the paragraph before, up to its end: what "do not say …" then speaks of. */
function createDefinedBefore(definingSentences: readonly DefiningSentence[]) {
  return ({ blocks }: Prose, { block, end }: Sentence, otherKey: string): string | undefined => {
    const [before, own] = [blocks[block - 1], blocks[block]];
    const goesOn = own?.kind === 'paragraph' && before?.kind === 'paragraph';
    const from = (goesOn ? before : own)?.start ?? 0;
    let [low, high] = [0, definingSentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((definingSentences[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    for (let at = low - 1; at >= 0; at -= 1) {
      const one = definingSentences[at];
      if (one === undefined || one.start < from) return undefined;
      if (one.score >= QUOTABLE_SCORE && one.subjectKey !== otherKey) return one.subject;
    }
    return undefined;
  };
}

/** The shapes of each language: a table of its own, so that a language is added by a line (Hearst 1992 for "such as"). */
const SHAPES: Readonly<Record<LanguageTag, readonly RelationShape[]>> = {
  en: [
    {
      kind: 'synonym',
      hint: /called|known|named|termed|referred/u,
      find: new RegExp(
        String.raw`${name}(?:,|\s\()\s?(?:also|otherwise|sometimes|often|commonly)\s(?:called|known\sas|named|termed|referred\sto\sas)\s(?:an?\s|the\s)?${other}${stop}`,
        'gu',
      ),
    },
    {
      kind: 'synonym',
      // "(or …)" names an alternative more often than another name.
      hint: /\((?:a\.k\.a\.|aka)\s/u,
      find: new RegExp(String.raw`${name}\s\((?:a\.k\.a\.|aka)\s${other}\)`, 'gu'),
    },
    {
      kind: 'narrower',
      hint: /\ssuch\sas\s/u,
      find: new RegExp(String.raw`${name},?\ssuch\sas\s(?:an?\s|the\s)?${list}${stop}`, 'gu'),
    },
    {
      kind: 'part-of',
      hint: /\s(?:part|components?|members?)\sof\s/u,
      find: new RegExp(
        String.raw`(?:^|[\s(])${name}\s(?:is|are)\s(?:an?\s)?(?:part|components?|members?)\sof\s(?:an?\s|the\s)?${other}${stop}`,
        'gu',
      ),
    },
  ],
  fr: [
    {
      kind: 'synonym',
      hint: /appelée?|nommée?|connue?/u,
      find: new RegExp(
        String.raw`${name}(?:,|\s\()\s?(?:aussi|également|parfois|encore)\s(?:appelée?s?|nommée?s?|connue?s?\ssous\sle\snom\sde)\s${other}${stop}`,
        'gu',
      ),
    },
    {
      kind: 'narrower',
      hint: /\stel(?:le)?s?\sque\s/u,
      find: new RegExp(String.raw`${name},?\s(?:tels?|telles?)\sque\s(?:l[ea]s?\s|l['’])?${list}${stop}`, 'gu'),
    },
  ],
  nl: [
    {
      kind: 'synonym',
      hint: /ook\s/u,
      find: new RegExp(
        String.raw`${name}(?:,|\s\()\s?ook\s(?:wel\s)?(?:bekend\sals|genoemd)?\s?${other}(?:\sgenoemd)?${stop}`,
        'gu',
      ),
    },
    { kind: 'narrower', hint: /\szoals\s/u, find: new RegExp(String.raw`${name},?\szoals\s${list}${stop}`, 'gu') },
  ],
  de: [
    {
      kind: 'synonym',
      hint: /auch\s/u,
      find: new RegExp(String.raw`${name}(?:,|\s\()\s?auch\s(?:als\s)?${other}\s(?:genannt|bekannt|bezeichnet)`, 'gu'),
    },
  ],
  ja: [
    {
      kind: 'synonym',
      hint: /とも[呼い言]/u,
      find: /(?:^|[、。\s（])[「『]?(?<name>[^、。「」『』（）()はがをに\s]{2,20})[」』]?は、?[「『]?(?<other>[^、。「」『』（）()をに\s]{2,20}?)[」』]?とも(?:呼|い|言)/gu,
    },
    {
      kind: 'abbreviation',
      hint: /（以下/u,
      find: /(?<name>[\p{scx=Han}\p{scx=Katakana}\p{L}\p{N}ー・]{3,30})（以下、?[「『]?(?<other>[^「」『』（）]{1,15}?)[」』]?と(?:いう|呼ぶ|する|略す|略記する)[^（）]{0,4}）/gu,
    },
    {
      kind: 'synonym',
      // 「（または…）」 names an alternative more often than another name.
      hint: /[（(](?:別名|通称)/u,
      find: /(?<name>[\p{scx=Han}\p{scx=Katakana}ー]{2,20})[（(](?:別名|通称)[：:、]?\s?(?<other>[^（）()、。]{2,20})[）)]/gu,
    },
    {
      kind: 'narrower',
      hint: /(?:など|といった|等)の/u,
      find: /(?<other>[\p{scx=Han}\p{scx=Katakana}\p{L}ー]{2,20}(?:[、や][\p{scx=Han}\p{scx=Katakana}\p{L}ー]{2,20}){0,5})(?:など|といった|等)の(?<name>[\p{scx=Han}\p{scx=Katakana}ー]{2,15})/gu,
    },
  ],
};

interface KnownShapes {
  readonly shapes: readonly RelationShape[];
  /** Stands wherever one of the shapes does. */
  readonly hint: RegExp;
}

/** All shapes of a language, put together once. */
const shapesOf = remembering((language: LanguageTag): KnownShapes | undefined => {
  const [first, ...others] = [...(SHAPES[language] ?? []), ...(supersededNameShapes[language] ?? [])];
  if (first === undefined) return undefined;
  return { shapes: [first, ...others], hint: anyOf(first.hint, ...others.map(({ hint }) => hint)) };
});

/** The name that a stretch of a sentence ends in, where parts of speech are known: what stands before it is no part of it. */
function nounPhraseAtEnd({ start, language, tokens }: Sentence, prose: string, [from, to]: readonly [number, number]) {
  const inside = tokens.filter((token) => token.start >= start + from && token.end <= start + to);
  const isPart = (token: Token, index: number): boolean => {
    if (NAME_PARTS.has(token.partOfSpeech)) return true;
    // A participle that an article or a quotation mark stands before, or the sentence begins with: "the drying loft".
    const opens =
      inside[index - 1]?.partOfSpeech === 'DET' ||
      token.start === start ||
      OPENING_MARK.test(prose.charAt(token.start - 1));
    return token.partOfSpeech === 'VERB' && opens && /(?:ing|ed)$/u.test(prose.slice(token.start, token.end));
  };
  const before = language === 'en' ? inside.findLastIndex((token, index) => !isPart(token, index)) : -1;
  return prose.slice(inside[before + 1]?.start ?? start + from, start + to);
}

const OPENING_MARK = /["“‘«]/u;
const NAME_PARTS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'X', 'SYM']);

/** Words that a name does not have: what stands there is a clause. */
const NO_NAME =
  /(?:^|\s)(?:if|you|your|they|it|its|this|these|that|when|where|which|who|use|using|other|others|one|ones|another|sometimes|as|is|are|not)(?:\s|$)/iu;

/** Not one name but two, or a name with what stood around it. */
const SEVERAL = /あるいは|または|および|とは$|[()（）「」『』]/u;

function listed(text: string): string[] {
  return text.split(/,?\s(?:and|or|et|ou|en|of|und|oder)\s|,\s|[、や]/u).filter((part) => part !== '');
}

const ARTICLES: Readonly<Record<LanguageTag, RegExp>> = {
  en: /^(?:(?:an?|the|some|other|many|several|various|of|in|for|with|to|and|or|by|as|from|on|any)\s+)+/iu,
  fr: /^(?:(?:une?|l[ea]s?|des|de|du)\s+|[ld]['’])+/iu,
  nl: /^(?:(?:een|de|het|van|in|met)\s+)+/iu,
  de: /^(?:(?:eine?|der|die|das|von|in|mit)\s+)+/iu,
};

function clean(text: string, language: LanguageTag): string {
  const articles = ARTICLES[language];
  // Of two names for one short form, the first: "Fully Tidal Gate, 全潮門 (FTG)".
  const trimmed = (text.split('、')[0] ?? '').replaceAll(/^[「『“"]|[」』”"]$/gu, '').trim();
  return articles === undefined ? trimmed : trimmed.replace(articles, '');
}
