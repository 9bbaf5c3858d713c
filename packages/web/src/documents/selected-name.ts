/** What is selected: a name, too much for one, or nothing at all. */
export type SelectedName =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'clause'; readonly text: string };

/** Columns of a monospaced line: a wide character takes two. The longest titles of laws and ministries stay below. */
const widestName = 60;
/** Shown of what is too much. */
const shownCharacters = 40;

/**
 * What of a selection is a name: without the punctuation around it, which comes along when one drags. Where sentences go
 * on within it (their marks, another paragraph), or where it is wider than names are, it is a clause.
 */
export function selectedName(selected: string): SelectedName | undefined {
  const name = withoutEdges(selected.normalize('NFC').trim());
  if (name === '') return undefined;
  const line = joined(name);
  return goesOn.test(name) || widthOf(line) > widestName
    ? { kind: 'clause', text: line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line }
    : { kind: 'name', name: line };
}

/** An abbreviation has a full stop within a name (`Mrs. Elm`, `A vs. B`); other words end a sentence with it. */
const goesOn = /[。！？!?、，；;]|,\s|(?<!\p{L})(?:\p{Ll}\p{L}{2,}|\p{L}{4,})[.:]\s|\n\s*\n/u;

/** A name may begin with a full stop (`.NET`) and end in a sign (`C#`); these are marks of the sentence around it. */
const before = /^[\s、。，,;；:：!！?？…‥・’”—–―\p{Pf}]+/u;
const after = /[\s、。，．,.;；:：!！?？…‥‘“—–―\p{Pi}]+$/u;

const pairs: readonly (readonly [open: string, close: string])[] = [
  '「」',
  '『』',
  '（）',
  '()',
  '[]',
  '【】',
  '〈〉',
  '《》',
  '〔〕',
  '“”',
  '‘’',
  '""',
  "''",
  '«»',
  '**',
  '__',
  '``',
].map((pair) => [pair.charAt(0), pair.charAt(1)]);

function withoutEdges(text: string): string {
  let left = text;
  for (;;) {
    const trimmed = withoutBrackets(left.replace(before, '').replace(after, ''));
    if (trimmed === left) return left;
    left = trimmed;
  }
}

/** Without a pair around it all, and without one half of a pair whose other half was not selected. */
function withoutBrackets(text: string): string {
  for (const [open, close] of pairs) {
    const inner = text.slice(1, -1);
    if (text.length > 1 && text.startsWith(open) && text.endsWith(close) && !inner.includes(open)) return inner;
    const surplus = open === close ? countOf(text, open) % 2 : countOf(text, open) - countOf(text, close);
    if (surplus === 0) continue;
    const single = surplus > 0 ? open : close;
    if (text.startsWith(single)) return text.slice(1);
    if (text.endsWith(single)) return text.slice(0, -1);
  }
  return text;
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** On one line: where a line ends between letters that are written without spaces, there is none. */
function joined(text: string): string {
  return text
    .replaceAll(
      /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])\s*\n\s*(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu,
      '',
    )
    .replaceAll(/\s+/gu, ' ');
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;
