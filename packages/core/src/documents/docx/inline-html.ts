/** How a stretch of text is marked. */
export interface Marking {
  readonly href: string | undefined;
  readonly isStrong: boolean;
  readonly isEmphasis: boolean;
  readonly isCode: boolean;
  readonly isTerm: boolean;
}

/**
 * The words of one paragraph as HTML on one line. Word cuts a paragraph into many runs where nothing changes that a
 * reader would see: what is marked alike becomes one element.
 */
export class InlineHtml {
  #html = '';
  #plain = '';
  /** What is open, as its opening tags; compared as one string. */
  #open = '';
  #closing = '';

  /** The words alone. */
  get plain(): string {
    return this.#plain;
  }

  get isBlank(): boolean {
    return this.#plain.trim() === '';
  }

  /** Answers by how many characters the HTML grew: an address is written anew wherever its link begins. */
  add(text: string, marking: Marking): number {
    const words = onOneLine(text);
    if (words === '') return 0;
    const before = this.#html.length;
    this.#plain += words;
    // White space shows no marking: it stays with what was before.
    if (words.trim() !== '') this.#mark(marking);
    this.#html += escapeText(words);
    return this.#html.length - before;
  }

  ruby({ base, reading }: { readonly base: string; readonly reading: string }, marking: Marking): number {
    const [words, kana] = [onOneLine(base), onOneLine(reading).trim()];
    if (words.trim() === '' || kana === '') {
      return this.add(base, marking);
    }
    const before = this.#html.length;
    this.#plain += words;
    this.#mark(marking);
    this.#html += `<ruby>${escapeText(words)}<rt>${escapeText(kana)}</rt></ruby>`;
    return this.#html.length - before;
  }

  /** The words alone, as HTML. */
  words(): string {
    return escapeText(this.#plain.trim());
  }

  lineBreak(): void {
    if (this.#plain === '') return;
    this.#plain += ' ';
    this.#html += '<br>';
  }

  end(): string {
    return this.#html.replace(/(?:<br>|\s)+$/u, '').trimStart() + this.#closing;
  }

  #mark({ href, isStrong, isEmphasis, isCode, isTerm }: Marking): void {
    let [open, closing] = ['', ''];
    if (href !== undefined) [open, closing] = [`<a href="${escapeAttribute(href)}">`, '</a>'];
    if (isStrong) [open, closing] = [`${open}<strong>`, `</strong>${closing}`];
    if (isEmphasis) [open, closing] = [`${open}<em>`, `</em>${closing}`];
    if (isTerm) [open, closing] = [`${open}<dfn>`, `</dfn>${closing}`];
    if (isCode) [open, closing] = [`${open}<code>`, `</code>${closing}`];
    if (open === this.#open) return;
    this.#html += `${this.#closing}${open}`;
    this.#open = open;
    this.#closing = closing;
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(onOneLine(text)).replaceAll('"', '&quot;');
}

/** A block stays on its line; what is no character stays out. */
function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\t\r\n\u0085\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '');
}
