import type { BlockContext, BlockParser, InlineParser, Line, MarkdownConfig, MarkdownParser } from '@lezer/markdown';
import { Autolink, parser as commonMark, Strikethrough, Table, TaskList } from '@lezer/markdown';

/**
 * What the parser can spend on inline structure that takes more than linear time (thousands of unmatched `[` or `*`
 * in one paragraph): characters × delimiters. A paragraph beyond it is read as plain words. Ordinary paragraphs,
 * however many, cost nothing of it.
 */
const COSTLY_UNITS = 150_000_000;
const FREE_DELIMITERS = 150;
const FREE_UNITS = 20_000_000;

/** Forgets what the text before has spent: call it before each parse. */
export function resetInlineBudget(): void {
  unitsLeft = COSTLY_UNITS;
}

let unitsLeft = COSTLY_UNITS;

const boundedInline: InlineParser = {
  name: 'Bounded',
  before: 'Escape',
  parse: (cx, _next, pos) => (pos === cx.offset && cx.text.length > 1000 && isTooCostly(cx.text) ? cx.end : -1),
};

function isTooCostly(text: string): boolean {
  let delimiters = 0;
  let spaces = 0;
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20) {
      run += 1;
      continue;
    }
    if (run > 50) spaces += run * run;
    run = 0;
    // * [ ] _ < ~ ` ! { &
    if (
      code < 0x7f &&
      (code === 0x2a ||
        code === 0x5b ||
        code === 0x5d ||
        code === 0x5f ||
        code === 0x3c ||
        code === 0x7e ||
        code === 0x60 ||
        code === 0x7b)
    )
      delimiters += 1;
  }
  spaces += run > 50 ? run * run : 0;
  const units = delimiters * text.length + 5 * spaces;
  if (delimiters <= FREE_DELIMITERS && units <= FREE_UNITS) return false;
  unitsLeft -= units;
  if (unitsLeft >= 0) return false;
  unitsLeft += units;
  return true;
}

/** Hugo shortcodes, `{{< … >}}` and `{{% … %}}`, and template expressions, `{{ … }}` and `{% … %}`, inside a line. */
const shortcodeInline: InlineParser = {
  name: 'Shortcode',
  before: 'Escape',
  parse(cx, next, pos) {
    if (next !== BRACE) return -1;
    const second = cx.char(pos + 1);
    if (second !== BRACE && second !== PERCENT) return -1;
    const close = cx.text.indexOf(second === BRACE ? '}}' : '%}', pos + 2 - cx.offset);
    return close < 0 ? -1 : cx.addElement(cx.elt('Shortcode', pos, cx.offset + close + 2));
  },
};

const BRACE = 0x7b;
const PERCENT = 0x25;
const COLON = 0x3a;

/** A line that is nothing but one shortcode or template tag; it also ends a paragraph. */
const shortcodeLine = lineBlock('ShortcodeLine', BRACE, (line) => {
  const text = line.text.slice(line.pos).trimEnd();
  const isShortcode = (text.startsWith('{{') && text.endsWith('}}')) || (text.startsWith('{%') && text.endsWith('%}'));
  return isShortcode && text.indexOf('}}') >= text.length - 2;
});

/** `{: .class #id}`: attributes of the block beside it. */
const attributeLine = lineBlock('AttributeLine', BRACE, (line) =>
  /^\{(?::|#|\.)[^{}]*\}\s*$/u.test(line.text.slice(line.pos, line.pos + 500)),
);

/** `:::note Title` … `:::`. */
const directiveLine = lineBlock('DirectiveLine', COLON, (line) => line.text.startsWith(':::', line.pos));

/** `import x from 'y'` and `export …` at the left margin of MDX, up to the next blank line. */
const moduleLines: BlockParser = {
  name: 'ModuleLines',
  before: 'LinkReference',
  parse(cx, line) {
    if (line.pos !== 0 || cx.depth > 1 || !isModuleLine(line.text)) return false;
    const from = cx.lineStart;
    let more = true;
    while (more && line.text.trim() !== '') more = cx.nextLine();
    cx.addElement(cx.elt('ModuleLines', from, Math.max(from, cx.prevLineEnd())));
    return true;
  },
};

function isModuleLine(text: string): boolean {
  if (!text.startsWith('import ') && !text.startsWith('export ')) return false;
  const head = text.slice(0, 1000);
  return (
    /^import\s+(?:['"][^'"]+['"]|[\w*{][^'"]*\bfrom\s+['"][^'"]+['"])\s*;?\s*$/u.test(head) ||
    /^export\s+(?:default\b|(?:const|let|var|function|class)\s+\w|\{[^}]*\})/u.test(head)
  );
}

/** MkDocs: `!!! note "Title"`, `??? tip`, `=== "Tab"`, with their content indented by four. */
const indentedBlock: BlockParser = {
  name: 'IndentedAdmonition',
  before: 'LinkReference',
  parse(cx, line) {
    if (!isIndentedOpening(line)) return false;
    const end = line.text.length;
    cx.startComposite('Admonition', line.pos, line.baseIndent + 4);
    cx.addElement(cx.elt('AdmonitionMark', cx.lineStart + line.pos, cx.lineStart + end));
    line.moveBase(end);
    return null;
  },
  endLeaf: (_cx, line) => isIndentedOpening(line),
};

function isIndentedOpening(line: Line): boolean {
  if (line.next !== 0x21 && line.next !== 0x3f && line.next !== 0x3d) return false;
  return /^(?:(?:!!!|\?\?\?\+?)\s+[\w-]|===[!+]?\s+")/u.test(line.text.slice(line.pos, line.pos + 40));
}

function lineBlock(name: string, first: number, test: (line: Line) => boolean): BlockParser {
  const matches = (line: Line): boolean => line.next === first && line.indent < line.baseIndent + 4 && test(line);
  return {
    name,
    before: 'LinkReference',
    parse(cx: BlockContext, line: Line) {
      if (!matches(line)) return false;
      cx.addElement(cx.elt(name, cx.lineStart + line.pos, cx.lineStart + line.text.length));
      cx.nextLine();
      return true;
    },
    endLeaf: (_cx, line) => matches(line),
  };
}

const extensions: MarkdownConfig = {
  defineNodes: [
    'Shortcode',
    { name: 'ShortcodeLine', block: true },
    { name: 'AttributeLine', block: true },
    { name: 'DirectiveLine', block: true },
    { name: 'ModuleLines', block: true },
    { name: 'AdmonitionMark', block: true },
    {
      name: 'Admonition',
      block: true,
      composite(_cx, line, value) {
        if (line.pos < line.text.length && line.indent < value) return false;
        line.moveBaseColumn(value);
        return true;
      },
    },
  ],
  parseBlock: [shortcodeLine, attributeLine, directiveLine, moduleLines, indentedBlock],
  parseInline: [boundedInline, shortcodeInline],
};

/** CommonMark with the tables, task lists, strike-through and bare links of GitHub, and what site generators add. */
export const markdownParser: MarkdownParser = commonMark.configure([
  Table,
  TaskList,
  Strikethrough,
  Autolink,
  extensions,
]);
