import type { TableBlock, TableRow, TextBlock, WordBlock } from './word-blocks.ts';

/**
 * Blocks as HTML with one block a line, rows of tables too: the number of a line is the number of its block, and what
 * a block says stands together wherever a piece of the text is shown.
 */
export function writeHtml(blocks: readonly WordBlock[]): string {
  const lines: string[] = [];
  let open: readonly string[] = [];
  const wrapIn = (wanted: readonly string[]): string => {
    let same = 0;
    while (same < open.length && open[same] === wanted[same]) same += 1;
    const closing = open
      .slice(same)
      .toReversed()
      .map((name) => `</${name}>`)
      .join('');
    if (closing !== '') lines.push(`${lines.pop() ?? ''}${closing}`);
    const opening = wanted
      .slice(same)
      .map((name) => `<${name}>`)
      .join('');
    open = wanted;
    return opening;
  };
  for (const block of blocks) {
    if (block.kind === 'text') lines.push(wrapIn(wrappersOf(block)) + elementOf(block));
    else {
      wrapIn([]);
      lines.push(...linesOfTable(block));
    }
  }
  wrapIn([]);
  return lines.join('\n');
}

function wrappersOf({ element, depth }: TextBlock): readonly string[] {
  if (element === 'li') return Array<string>(depth).fill('ul');
  return element === 'dt' || element === 'dd' ? ['dl'] : [];
}

function elementOf({ element, html }: TextBlock): string {
  return `<${element}>${html}</${element}>`;
}

function linesOfTable({ rows, hasHeaderLook }: TableBlock): string[] {
  const [first] = rows;
  const isHeaded =
    rows.length > 1 && first !== undefined && (first.isHeader || (hasHeaderLook && looksLikeHeader(first)));
  return rows.map((row, index) => {
    const name = isHeaded && index === 0 ? 'th' : 'td';
    const cells = row.cells.map((cell) => `<${name}>${contentOfCell(cell)}</${name}>`).join('');
    return `${index === 0 ? '<table>' : ''}<tr>${cells}</tr>${index === rows.length - 1 ? '</table>' : ''}`;
  });
}

/** Nearly every table of Word has the look of a first row: only names of columns are believed. */
function looksLikeHeader({ cells }: TableRow): boolean {
  return cells.every((cell) => {
    const [only] = cell;
    return cell.length <= 1 && (only === undefined || (only.kind === 'text' && isName(only.html)));
  });
}

function isName(html: string): boolean {
  const words = html.replaceAll(/<[^>]*>/gu, '');
  return words.length <= MAX_NAME && !/[.。．!?！？]$/u.test(words);
}

const MAX_NAME = 40;

function contentOfCell(blocks: readonly WordBlock[]): string {
  const [only] = blocks;
  if (blocks.length === 1 && only?.kind === 'text' && only.element === 'p') return only.html;
  return blocks
    .map((block) => (block.kind === 'text' ? elementOf(inCell(block)) : linesOfTable(block).join('')))
    .join('');
}

function inCell(block: TextBlock): TextBlock {
  return block.element === 'li' || block.element === 'dt' || block.element === 'dd'
    ? { ...block, element: 'p' }
    : block;
}
