/** A field of Word: an instruction, and the text that it last came to. */
interface Field {
  instruction: string;
  /** Which of the two is being read; `given-up` for what seems to have no end, which then hides nothing. */
  phase: 'instruction' | 'result' | 'given-up';
}

/** The phonetic guide of older files: `EQ \o\ad(\s\up 9(kana),base)`. */
const PHONETIC_GUIDE =
  /^\s*EQ\b.*?\\o\s*(?:\\a[dlcr]\s*)?\(\s*\\s\s*\\up\s*[\d.]+\s*\(([^()]+)\)\s*[,;]\s*([^()]+)\)/isu;
/** They list what stands elsewhere, over many paragraphs. */
const LISTING = /^\s*(?:TOC|TOA|INDEX|RD)\b/iu;
/** Numbers of pages, that nobody reads as words. */
const PAGE = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/iu;
const LINK = /^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]\S*))/iu;

/** Fields within fields are few, and what they say is short: it bounds what a hostile document can cost. */
const MAX_OPEN = 64;
const MAX_INSTRUCTION = 4096;

/** The fields that are open at a place of a document. */
export class Fields {
  readonly #open: Field[] = [];

  /** Whether what comes now is an instruction, or a result that is not to be read. */
  get isHidden(): boolean {
    return this.#open.some(
      ({ phase, instruction }) =>
        phase === 'instruction' || (phase === 'result' && (LISTING.test(instruction) || PAGE.test(instruction))),
    );
  }

  get href(): string | undefined {
    for (const { phase, instruction } of this.#open.toReversed()) {
      const link = phase === 'result' ? LINK.exec(instruction) : null;
      if (link !== null) return link[1] ?? link[2];
    }
    return undefined;
  }

  begin(instruction?: string): void {
    // The oldest of very many have no end.
    if (this.#open.length >= MAX_OPEN) this.#open.shift();
    this.#open.push({ instruction: instruction ?? '', phase: instruction === undefined ? 'instruction' : 'result' });
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field?.phase === 'instruction' && field.instruction.length < MAX_INSTRUCTION) field.instruction += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field?.phase === 'instruction') field.phase = 'result';
  }

  /** Ends the innermost field; one that is itself a phonetic guide gives its words. */
  end(): { readonly base: string; readonly reading: string } | undefined {
    const field = this.#open.pop();
    if (field === undefined || this.isHidden) return undefined;
    const guide = PHONETIC_GUIDE.exec(field.instruction);
    return guide === null ? undefined : { reading: guide[1] ?? '', base: guide[2] ?? '' };
  }

  /** An instruction does not go on into the next paragraph, and nothing but a listing hides one. */
  endParagraph(): void {
    for (const field of this.#open) {
      if (field.phase === 'instruction' || PAGE.test(field.instruction)) field.phase = 'given-up';
    }
  }

  /** A listing does not hold the headings of the document: one that comes shows that its end was lost. */
  meetHeading(): void {
    for (const field of this.#open) if (LISTING.test(field.instruction)) field.phase = 'given-up';
  }
}
