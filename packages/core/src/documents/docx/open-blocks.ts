import { InlineHtml } from './inline-html.ts';
import { type Paragraph, paragraphBlock } from './paragraph-block.ts';
import type { Styles } from './read-styles.ts';
import type { WordBlock } from './word-blocks.ts';

/** Where blocks are put: the body, a cell, a note, a text box. */
interface Container {
  readonly blocks: WordBlock[];
  /** Of a paragraph whose end was deleted. */
  carried: InlineHtml | undefined;
}

/** The containers that are open at a place of a document, one in the other, and the paragraph that is being read. */
export class OpenBlocks {
  readonly #styles: Styles;
  readonly #onParagraphEnd: () => void;
  readonly #containers: Container[] = [];
  #paragraph: Paragraph | undefined;
  /** What goes on when the text box that interrupts it ends. */
  readonly #interrupted: (Paragraph | undefined)[] = [];

  constructor(styles: Styles, onParagraphEnd: () => void) {
    this.#styles = styles;
    this.#onParagraphEnd = onParagraphEnd;
  }

  get paragraph(): Paragraph | undefined {
    return this.#paragraph;
  }

  begin(): void {
    this.#containers.push({ blocks: [], carried: undefined });
  }

  /** The blocks of the innermost container, whatever in it was left open. */
  end(): readonly WordBlock[] {
    this.endParagraph();
    const container = this.#containers.pop();
    if (container === undefined) return [];
    const { blocks, carried } = container;
    if (carried !== undefined && !carried.isBlank)
      blocks.push({ kind: 'text', element: 'p', depth: 0, html: carried.end() });
    return blocks;
  }

  add(blocks: readonly WordBlock[]): void {
    for (const block of blocks) this.#container.blocks.push(block);
  }

  beginParagraph(): void {
    this.endParagraph();
    this.#paragraph = {
      inline: this.#container.carried ?? new InlineHtml(),
      style: undefined,
      outline: undefined,
      listDepth: undefined,
      isJoined: false,
      after: [],
    };
    this.#container.carried = undefined;
  }

  endParagraph(): void {
    const paragraph = this.#paragraph;
    if (paragraph === undefined) return;
    this.#paragraph = undefined;
    this.#onParagraphEnd();
    const { blocks } = this.#container;
    if (paragraph.isJoined) this.#container.carried = paragraph.inline;
    else if (!paragraph.inline.isBlank) {
      const isFirst = this.#containers.length === 1 && blocks.length === 0;
      const block = paragraphBlock(paragraph, this.#styles.paragraph(paragraph.style), { isFirst });
      if (block !== undefined) blocks.push(block);
    }
    for (const block of paragraph.after) blocks.push(block);
  }

  /** A text box begins, in the middle of a paragraph. */
  interrupt(): void {
    this.#interrupted.push(this.#paragraph);
    this.#paragraph = undefined;
    this.begin();
  }

  /** The text box ends; what it holds follows the paragraph, which goes on. */
  resume(): void {
    const blocks = this.end();
    if (this.#interrupted.length === 0) return;
    this.#paragraph = this.#interrupted.pop();
    const place = this.#paragraph?.after ?? this.#container.blocks;
    for (const block of blocks) place.push(block);
  }

  get #container(): Container {
    const innermost = this.#containers.at(-1);
    if (innermost !== undefined) return innermost;
    const container: Container = { blocks: [], carried: undefined };
    this.#containers.push(container);
    return container;
  }
}
