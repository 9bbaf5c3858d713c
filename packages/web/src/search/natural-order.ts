const digits = '〇一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Numbers of chapters (第二十三章) are written in characters whose code units are in no order. */
const ordinal = /第([〇一二三四五六七八九十百千]+)/gu;
const width = 12;

/**
 * What a name is ordered by as people count: `2` before `10`, `第二` before `第十`, whatever the width of its characters.
 * To be compared by code units.
 */
export function naturalKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(ordinal, (_, number: string) => `第${numberIn(number)}`)
    .replaceAll(/\d+/gu, (number) => number.replace(/^0+(?=\d)/u, '').padStart(width, '0'));
}

/** Kanji numerals below ten thousand, with units (二十三) or digit by digit (二三). */
function numberIn(kanji: string): number {
  if (!/[十百千]/u.test(kanji)) return Number(kanji.replaceAll(/./gu, (digit) => String(digits.indexOf(digit))));
  let sum = 0;
  let digit: number | undefined;
  for (const character of kanji) {
    const unit = units[character];
    if (unit === undefined) digit = digits.indexOf(character);
    else {
      sum += (digit ?? 1) * unit;
      digit = undefined;
    }
  }
  return sum + (digit ?? 0);
}

/** Sorted as people count; names that count the same by their code units. */
export function inNaturalOrder<One>(all: readonly One[], nameOf: (one: One) => string): readonly One[] {
  return all
    .map((one) => ({ one, name: nameOf(one), key: naturalKey(nameOf(one)) }))
    .toSorted((a, b) => (a.key === b.key ? byUnits(a.name, b.name) : byUnits(a.key, b.key)))
    .map(({ one }) => one);
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
