import type { LanguageTag, RelationKind } from '../domain/index.ts';
import { abbreviates, isShortForm } from '../text/find-abbreviations.ts';

/** A name and the names of the same thing that stand in brackets behind it. Offsets are relative to the text searched. */
export interface NamesBeside {
  readonly name: string;
  readonly others: readonly {
    readonly kind: Extract<RelationKind, 'abbreviation' | 'synonym'>;
    readonly text: string;
  }[];
  readonly start: number;
  readonly end: number;
}

/**
 * Brackets that hold nothing but names: a short form with what it stands for behind a name of other words ("rise rate
 * (RoR: Rate of Rise)"), and in Japanese foreign names behind one that is defined (「昇温速度（Rate of Rise）とは」). The
 * name that is written first names the thing. Linear in the text.
 */
export function findNamesBeside(text: string, language: LanguageTag): NamesBeside[] {
  const found: NamesBeside[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    const inside = match[1] ?? match[2] ?? '';
    if (language !== 'ja' && !/[:,;]/u.test(inside)) continue;
    const parts = inside.split(/\s*[:：、,;；／]\s*/u).map((part) => part.replace(LABEL, '').trim());
    if (parts.length > MOST || parts.some((part) => !NAME.test(part))) continue;
    const end = match.index + match[0].length;
    const isDefined = language === 'ja' && /^[」』]?とは/u.test(text.slice(end, end + 4));
    const [first = '', second = ''] = parts;
    // Only in Japanese do particles show where the name begins; elsewhere it has to open the sentence.
    const isPair = parts.length === 2 && (abbreviates(first, second) || abbreviates(second, first));
    if (!isPair && !(isDefined && parts.every((part) => FOREIGN.test(part)))) continue;
    const before = text.slice(0, match.index).trimEnd();
    const name = (language === 'ja' ? JAPANESE_NAME : NAME_AT_END).exec(
      language === 'ja' ? before.slice(-LONGEST) : before,
    )?.groups?.['name'];
    if (name === undefined) continue;
    const others = parts.map((part) => {
      return { kind: isShortForm(part) ? ('abbreviation' as const) : ('synonym' as const), text: part };
    });
    found.push({ name, others, start: before.lastIndexOf(name), end });
  }
  return found;
}

const BRACKETS = /\(([^()]{2,90})\)|（([^（）]{2,90})）/gu;
const MOST = 3;
const LONGEST = 60;
const LABEL = /^(?:略称|略語|略して|英語名?|英名?|通称|別名|abbr\.|short|kurz|afgekort|en abrégé)\s?[:：]?\s?/u;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .&'’/・ー-]{1,60}$/u;
const FOREIGN = /^(?=.*\p{sc=Latin})[\p{sc=Latin}\p{N} .&'’/-]{2,60}$/u;
/** The particles that part a name from what stands before it are none of it. */
const JAPANESE_NAME = /(?<name>[^、。「」『』（）()はがをのにで\s]{2,20})[」』]?$/u;
const NAME_AT_END =
  /^["“«„]?(?:(?:an?|the|une?|l[ea]s?|eine?|der|die|das|een|de|het)\s|l['’])?(?<name>(?:\p{L}[\p{L}\p{N}'’-]*\s){0,3}\p{L}[\p{L}\p{N}'’-]*)["”’»]?$/iu;
