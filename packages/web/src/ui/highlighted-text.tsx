import './highlighted-text.css';

export type HighlightState = 'defined' | 'provisional' | 'required' | 'candidate' | 'forbidden' | 'selected' | 'quote';

export interface Highlight {
  /** Offsets into the text, half open. */
  readonly start: number;
  readonly end: number;
  readonly state: HighlightState;
}

/** Text with passages marked. Overlapping passages: the one that starts first stands, then the longer. */
export function HighlightedText({
  text,
  highlights,
  lang,
}: {
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly lang?: string;
}) {
  return (
    <span lang={lang}>
      {cutAtHighlights(text, highlights).map(({ start, text: piece, state }) =>
        state === undefined ? (
          piece
        ) : (
          <mark key={start} className={`hl hl-${state}`}>
            {piece}
          </mark>
        ),
      )}
    </span>
  );
}

export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly state?: HighlightState;
}

/** The text in pieces, in order and without a gap: joined they are the text again. */
export function cutAtHighlights(text: string, highlights: readonly Highlight[]): Piece[] {
  const ordered = highlights.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, state } of ordered) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) pieces.push({ start: at, text: text.slice(at, start) });
    pieces.push({ start, text: text.slice(start, end), state });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at) });
  return pieces;
}
