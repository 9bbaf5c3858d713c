import type { Range } from '../../domain/index.ts';

export interface FrontMatter {
  /** Where the Markdown begins. */
  readonly end: number;
  /** The words of its `title`, without quotes. */
  readonly title?: Range;
}

const NONE: FrontMatter = { end: 0 };

/** YAML (`---`) or TOML (`+++`) metadata at the very start of a text. Of its keys only `title` is prose. */
export function readFrontMatter(text: string): FrontMatter {
  const fence = /^(---|\+\+\+)[ \t]*\r?\n/u.exec(text);
  if (fence === null) return NONE;
  const closing = fence[1] === '---' ? /^(?:---|\.\.\.)[ \t]*$/gmu : /^\+\+\+[ \t]*$/gmu;
  closing.lastIndex = fence[0].length;
  const closed = closing.exec(text);
  if (closed === null) return NONE;
  const body = text.slice(0, closed.index);
  // A thematic break can open a text too; metadata has a key on its first line of content.
  if (
    !/^[ \t]*(?:[\w.$-]+|"[^"\n]*")[ \t]*[:=]/mu.test(body.slice(fence[0].length)) &&
    closed.index > fence[0].length
  ) {
    return NONE;
  }
  const end = closed.index + closed[0].length;
  const title = titleOf(body);
  return title === undefined ? { end } : { end, title };
}

function titleOf(body: string): Range | undefined {
  const line = /^title[ \t]*[:=][ \t]*([^\r\n]*)/mu.exec(body);
  if (line === null) return undefined;
  const raw = (line[1] ?? '').trimEnd();
  const start = line.index + line[0].length - (line[1] ?? '').length;
  const quote = raw[0];
  if (quote === '"' || quote === "'") {
    const close = raw.indexOf(quote, 1);
    return close > 1 ? { start: start + 1, end: start + close } : undefined;
  }
  if (raw === '' || quote === '>' || quote === '|' || quote === '{' || quote === '[') return undefined;
  const comment = raw.search(/\s#/u);
  return { start, end: start + (comment < 0 ? raw.length : comment) };
}
