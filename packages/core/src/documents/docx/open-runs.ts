import type { Marking } from './inline-html.ts';
import { isOn } from './is-on.ts';
import type { Styles } from './read-styles.ts';

interface Run {
  style: string | undefined;
  isStrong: boolean | undefined;
  isEmphasis: boolean | undefined;
  isHidden: boolean | undefined;
}

/** The runs that are open, one within another: how what is said now is marked. What a run does not say, its style does. */
export class OpenRuns {
  readonly #styles: Styles;
  readonly #runs: Run[] = [];

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  begin(): void {
    this.#runs.push({ style: undefined, isStrong: undefined, isEmphasis: undefined, isHidden: undefined });
  }

  end(): void {
    this.#runs.pop();
  }

  /** Of the innermost run. */
  property(name: string, value: string | undefined): void {
    const run = this.#runs.at(-1);
    if (run === undefined) return;
    if (name === 'w:b') run.isStrong = isOn(value);
    else if (name === 'w:i') run.isEmphasis = isOn(value);
    else if (name === 'w:vanish') run.isHidden = isOn(value);
    else if (name === 'w:rStyle') run.style = value;
  }

  /** In a paragraph of this style. */
  isHidden(paragraph: string | undefined): boolean {
    const run = this.#runs.at(-1);
    const ofStyle = run?.isHidden ?? this.#styles.character(run?.style).isHidden;
    return ofStyle ?? this.#styles.paragraph(paragraph).isHidden;
  }

  /** In a paragraph of this style. */
  marking(paragraph: string | undefined): Omit<Marking, 'href'> {
    const run = this.#runs.at(-1);
    const style = this.#styles.character(run?.style);
    const role = this.#styles.paragraph(paragraph).role?.kind;
    // Headings and code look as they do from end to end.
    const isPlain = role === 'heading' || role === 'title' || role === 'code';
    return {
      isStrong: !isPlain && (run?.isStrong ?? style.isStrong ?? false),
      isEmphasis: !isPlain && (run?.isEmphasis ?? style.isEmphasis ?? false),
      isCode: role !== 'code' && style.isCode,
      isTerm: style.isTerm,
    };
  }
}
