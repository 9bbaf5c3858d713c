import type { InlineHtml } from './inline-html.ts';
import { BODY_OUTLINE, type ParagraphRole, type ParagraphStyle } from './read-styles.ts';
import type { TextBlock, WordBlock } from './word-blocks.ts';

/** A paragraph as it was read, before it is said what it is. */
export interface Paragraph {
  readonly inline: InlineHtml;
  style: string | undefined;
  outline: number | undefined;
  listDepth: number | undefined;
  /** Its end was deleted: what follows belongs to it. */
  isJoined: boolean;
  /** The blocks of text boxes that hang on it. */
  readonly after: WordBlock[];
}

/** What a paragraph is, by its own word before that of its style; `undefined` where it only lists what stands elsewhere. */
export function paragraphBlock(
  { inline, outline, listDepth: ownDepth }: Paragraph,
  style: ParagraphStyle,
  { isFirst }: { /** Whether nothing stands before it in the document. */ readonly isFirst: boolean },
): TextBlock | undefined {
  let role: ParagraphRole | undefined = style.role;
  if (role?.kind === 'listing') return undefined;
  if (outline !== undefined) role = outline < BODY_OUTLINE ? { kind: 'heading', level: outline + 1 } : undefined;
  if (role?.kind === 'heading' && isClause(inline.plain.trim())) role = undefined;
  if (role?.kind === 'title' && !isFirst) role = { kind: 'heading', level: 1 };
  const depth = Math.min(ownDepth ?? style.listDepth ?? 0, MAX_DEPTH);
  const element = role === undefined && depth > 0 ? 'li' : elementOf(role);
  // A title element holds no elements.
  const html = element === 'title' ? inline.words() : inline.end();
  return { kind: 'text', element, depth: element === 'li' ? depth : 0, html };
}

/** Of lists in Word. */
const MAX_DEPTH = 9;

function elementOf(role: ParagraphRole | undefined): TextBlock['element'] {
  switch (role?.kind) {
    case 'heading':
      return HEADINGS[role.level - 1] ?? 'h6';
    case 'title':
      return 'title';
    case 'code':
      return 'pre';
    case 'quote':
      return 'blockquote';
    case 'caption':
      return 'figcaption';
    case 'term':
      return 'dt';
    case 'definition':
      return 'dd';
    case 'listing':
    case undefined:
      return 'p';
    default:
      return role satisfies never;
  }
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** Contracts and standards number whole clauses with the styles of headings. */
function isClause(words: string): boolean {
  return words.length > MAX_HEADING && /[.。．;；:：]$/u.test(words);
}

const MAX_HEADING = 120;
