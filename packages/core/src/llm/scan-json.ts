/** JSON values found in running text. */
export interface ScannedJson {
  /** Objects and arrays that begin and end, outermost only, as written. */
  readonly whole: readonly string[];
  /** The last one that begins and does not end: its complete parts, closed; `undefined` where there is none. */
  readonly broken: string | undefined;
}

/**
 * Finds objects and arrays in text in one pass. Knows strings and their escapes, also in single quotes, so that brackets
 * inside them mean nothing. Of a value that never ends, the complete elements of its outermost array are kept.
 */
export function scanJson(text: string): ScannedJson {
  const whole: string[] = [];
  let start = -1;
  let stack: Open[] = [];
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote && endsString(text, at, quote)) quote = '';
      continue;
    }
    if (character === '{' || character === '[') {
      if (stack.length === 0) start = at;
      stack.push({ close: character === '{' ? '}' : ']', completeAt: at + 1 });
    } else if (stack.length === 0) {
      continue;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '}' || character === ']') {
      if (stack.at(-1)?.close !== character) {
        // No value after all. Looking again behind where it began would read some texts over and over.
        stack = [];
        continue;
      }
      stack.pop();
      if (stack.length === 0) whole.push(text.slice(start, at + 1));
    } else if (character === ',') {
      const open = stack.at(-1);
      if (open !== undefined) open.completeAt = at;
    }
  }
  return { whole, broken: stack.length === 0 ? undefined : closed(text, start, stack) };
}

/** A single quote that ends a string stands before what may follow one; any other is an apostrophe. */
function endsString(text: string, at: number, quote: string): boolean {
  return quote === '"' || /^\s{0,20}(?:[,:\]}]|$)/u.test(text.slice(at + 1, at + 24));
}

interface Open {
  readonly close: '}' | ']';
  /** Where the last complete part of it ends. */
  completeAt: number;
}

/** The outermost array keeps its complete elements; the element that broke off is dropped with all that it holds. */
function closed(text: string, start: number, stack: readonly Open[]): string | undefined {
  const depth = stack.findIndex(({ close }) => close === ']');
  const end = stack[depth]?.completeAt;
  if (end === undefined) return undefined;
  const ends = stack.slice(0, depth + 1).map(({ close }) => close);
  return text.slice(start, end) + ends.toReversed().join('');
}
