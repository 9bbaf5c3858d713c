import type { LanguageTag, Prose, RelationKind, Sentence } from '../domain/index.ts';
import { normalForm } from '../text/normal-form.ts';
import { findAbbreviations } from '../text/find-abbreviations.ts';

/** Changes whenever the same sentences could give other relations: part of the key of every remembered digest. */
export const STATED_RELATIONS_VERSION = '3';

/** What a sentence says about how two names relate. Plain data, small, safe to send between threads. */
export interface StatedRelation {
  /** How `other` relates to `name`: `synonym` (another name), `abbreviation`, `narrower` (a kind), `part-of` (a whole). */
  readonly kind: Extract<RelationKind, 'synonym' | 'abbreviation' | 'narrower' | 'part-of'>;
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
export function findStatedRelations(prose: Prose, sentences: readonly Sentence[]): readonly StatedRelation[] {
  return sentences.flatMap((sentence) => {
    const text = prose.text.slice(sentence.start, sentence.end);
    if (text.length > 1200) return [];
    const stated: StatedRelation[] = [];
    const add = (
      kind: StatedRelation['kind'],
      name: string,
      other: string,
      [start, end]: readonly [number, number],
    ): void => {
      const [cleanName, cleanOther] = [clean(name, sentence.language), clean(other, sentence.language)];
      const [key, otherKey] = [normalForm(cleanName, sentence.language), normalForm(cleanOther, sentence.language)];
      if (key === '' || otherKey === '' || key === otherKey) return;
      if (NO_NAME.test(cleanOther) || SEVERAL.test(cleanName) || SEVERAL.test(cleanOther)) return;
      // A name that holds the other is the name of something narrower.
      if (kind === 'synonym' && (key.includes(otherKey) || otherKey.includes(key))) return;
      stated.push({
        kind,
        name: cleanName,
        key,
        other: cleanOther,
        otherKey,
        language: sentence.language,
        start: sentence.start + start,
        end: sentence.start + end,
      });
    };
    if (/[(（]/u.test(text)) {
      for (const { long, short, start, end } of findAbbreviations(text)) add('abbreviation', long, short, [start, end]);
    }
    for (const { kind, hint, find } of SHAPES[sentence.language] ?? []) {
      if (!hint.test(text)) continue;
      for (const match of text.matchAll(find)) {
        const { name, other } = match.groups ?? {};
        if (name === undefined || other === undefined) continue;
        const from = match.index + match[0].indexOf(name);
        const named = nounPhraseAtEnd(sentence, prose.text, [from, from + name.length]);
        for (const one of listed(other)) add(kind, named, one, [match.index, match.index + match[0].length]);
      }
    }
    return stated;
  });
}

interface RelationShape {
  readonly kind: StatedRelation['kind'];
  /** Words without which the shape cannot be there: names make shapes costly, and most sentences state nothing. */
  readonly hint: RegExp;
  /** Groups `name` and `other`; `other` may be a list. */
  readonly find: RegExp;
}

const words = String.raw`(?:[\p{L}\p{N}][\p{L}\p{N}'’/-]*)`;
const name = String.raw`(?<name>(?:${words}\s){0,3}${words})`;
const other = String.raw`["“'‘«]?(?<other>(?:${words}\s){0,3}${words})["”'’»]?`;
const list = String.raw`(?<other>(?:${words}\s){0,2}${words}(?:,\s(?:${words}\s){0,2}${words}){0,6}(?:,?\s(?:and|or|et|ou|en|of|und|oder)\s(?:${words}\s){0,2}${words})?)`;
const stop = String.raw`(?=\s*(?:[,;:.)!?]|$|\s(?:is|are|was|were|that|which|est|sont|is|zijn)\s))`;

/** The shapes of each language: a table of its own, so that a language is added by a line (Hearst 1992 for "such as"). */
const SHAPES: Readonly<Record<LanguageTag, readonly RelationShape[]>> = {
  en: [
    {
      kind: 'synonym',
      hint: /called|known|named|termed|referred/u,
      find: new RegExp(
        String.raw`${name}(?:,|\s\()\s?(?:also|otherwise|sometimes|often|commonly|formerly|previously)\s(?:called|known\sas|named|termed|referred\sto\sas)\s(?:an?\s|the\s)?${other}${stop}`,
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
      hint: /[（(](?:別名|通称|旧称)/u,
      find: /(?<name>[\p{scx=Han}\p{scx=Katakana}ー]{2,20})[（(](?:別名|通称|旧称)[：:、]?\s?(?<other>[^（）()、。]{2,20})[）)]/gu,
    },
    {
      kind: 'narrower',
      hint: /(?:など|といった|等)の/u,
      find: /(?<other>[\p{scx=Han}\p{scx=Katakana}\p{L}ー]{2,20}(?:[、や][\p{scx=Han}\p{scx=Katakana}\p{L}ー]{2,20}){0,5})(?:など|といった|等)の(?<name>[\p{scx=Han}\p{scx=Katakana}ー]{2,15})/gu,
    },
  ],
};

/** The name that a stretch of a sentence ends in, where parts of speech are known: what stands before it is no part of it. */
function nounPhraseAtEnd({ start, language, tokens }: Sentence, prose: string, [from, to]: readonly [number, number]) {
  const inside = tokens.filter((token) => token.start >= start + from && token.end <= start + to);
  const before = language === 'en' ? inside.findLastIndex(({ partOfSpeech }) => !NAME_PARTS.has(partOfSpeech)) : -1;
  return prose.slice(inside[before + 1]?.start ?? start + from, start + to);
}

const NAME_PARTS: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'X', 'SYM']);

/** Words that a name does not have: what stands there is a clause. */
const NO_NAME =
  /(?:^|\s)(?:if|you|your|they|it|its|this|these|that|when|where|which|who|use|using|other|others|one|ones|another|sometimes|as|is|are|not)(?:\s|$)/iu;

/** Not one name but two, or a name with what stood around it. */
const SEVERAL = /あるいは|または|および|[()（）「」『』]/u;

function listed(text: string): string[] {
  return text.split(/,?\s(?:and|or|et|ou|en|of|und|oder)\s|,\s|[、や]/u).filter((part) => part !== '');
}

const ARTICLES: Readonly<Record<LanguageTag, RegExp>> = {
  en: /^(?:(?:an?|the|some|other|many|several|various|of|in|for|with|to|and|or|by|as|from|on|any)\s+)+/iu,
  fr: /^(?:(?:une?|l[ea]s?|des|de|du)\s+)+/iu,
  nl: /^(?:(?:een|de|het|van|in|met)\s+)+/iu,
  de: /^(?:(?:eine?|der|die|das|von|in|mit)\s+)+/iu,
};

function clean(text: string, language: LanguageTag): string {
  const articles = ARTICLES[language];
  // Of two names for one short form, the first: "Fully Tidal Gate, 全潮門 (FTG)".
  const trimmed = (text.split('、')[0] ?? '').replaceAll(/^[「『“"]|[」』”"]$/gu, '').trim();
  return articles === undefined ? trimmed : trimmed.replace(articles, '');
}
