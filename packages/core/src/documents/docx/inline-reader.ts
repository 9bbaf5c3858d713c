import type { Fields } from './fields.ts';
import type { Marking } from './inline-html.ts';
import type { OpenBlocks } from './open-blocks.ts';
import { OpenRuns } from './open-runs.ts';
import type { Styles } from './read-styles.ts';

interface Ruby {
  base: string;
  reading: string;
  part: 'base' | 'reading' | undefined;
}

/**
 * Puts words into the paragraph that is open: marked as their runs, links and fields say, with what stands above them,
 * and without those that nobody sees.
 */
export class InlineReader {
  readonly #styles: Styles;
  readonly #blocks: OpenBlocks;
  readonly #fields: Fields;
  readonly #onWritten: (characters: number) => void;
  #runs: OpenRuns;
  #ruby: Ruby | undefined;
  readonly #links: (string | undefined)[] = [];
  /** What goes on when the text box that interrupts it ends. */
  readonly #interrupted: { readonly runs: OpenRuns; readonly ruby: Ruby | undefined }[] = [];

  constructor(
    styles: Styles,
    options: {
      readonly blocks: OpenBlocks;
      readonly fields: Fields;
      /** By how much a paragraph grew. */
      readonly onWritten: (characters: number) => void;
    },
  ) {
    this.#styles = styles;
    this.#runs = new OpenRuns(styles);
    this.#blocks = options.blocks;
    this.#fields = options.fields;
    this.#onWritten = options.onWritten;
  }

  say(text: string): void {
    if (text === '' || this.#isHidden()) return;
    const ruby = this.#ruby;
    if (ruby === undefined) this.#onWritten(this.#blocks.paragraph?.inline.add(text, this.#marking()) ?? 0);
    else if (ruby.part !== undefined) ruby[ruby.part] += text;
  }

  breakLine(): void {
    if (!this.#isHidden()) this.#blocks.paragraph?.inline.lineBreak();
  }

  beginRun(): void {
    this.#runs.begin();
  }

  endRun(): void {
    this.#runs.end();
  }

  /** Of the innermost run. */
  runProperty(name: string, value: string | undefined): void {
    this.#runs.property(name, value);
  }

  beginRuby(): void {
    this.#ruby = { base: '', reading: '', part: undefined };
  }

  /** What is said now is this part of the ruby, or neither. */
  rubyPart(part: Ruby['part']): void {
    if (this.#ruby !== undefined) this.#ruby.part = part;
  }

  endRuby(): void {
    const ruby = this.#ruby;
    this.#ruby = undefined;
    if (ruby !== undefined) this.#sayRuby(ruby);
  }

  /** An address that is not known is kept as well, so that the end of its link ends no other. */
  beginLink(href: string | undefined): void {
    this.#links.push(href);
  }

  endLink(): void {
    this.#links.pop();
  }

  /** Ends the innermost field, which may have been a phonetic guide. */
  endField(): void {
    const guide = this.#fields.end();
    if (guide !== undefined) this.#sayRuby(guide);
  }

  /** A text box begins in the midst of a run: nothing of that run is true in it. */
  interrupt(): void {
    this.#interrupted.push({ runs: this.#runs, ruby: this.#ruby });
    this.#runs = new OpenRuns(this.#styles);
    this.#ruby = undefined;
  }

  resume(): void {
    const interrupted = this.#interrupted.pop();
    if (interrupted === undefined) return;
    this.#runs = interrupted.runs;
    this.#ruby = interrupted.ruby;
  }

  #sayRuby(ruby: { readonly base: string; readonly reading: string }): void {
    this.#onWritten(this.#blocks.paragraph?.inline.ruby(ruby, this.#marking()) ?? 0);
  }

  #isHidden(): boolean {
    return this.#fields.isHidden || this.#runs.isHidden(this.#blocks.paragraph?.style);
  }

  #marking(): Marking {
    const href = this.#links.findLast((one) => one !== undefined) ?? this.#fields.href;
    return { href, ...this.#runs.marking(this.#blocks.paragraph?.style) };
  }
}
