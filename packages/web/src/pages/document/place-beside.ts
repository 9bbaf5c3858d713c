type Box = Pick<DOMRect, 'left' | 'top' | 'bottom'>;
type Size = Pick<DOMRect, 'width' | 'height'>;

/** Between a word and what is told about it, and between that and the edge of the window (pixels). */
const gap = 4;
const margin = 8;

/** Where something stands that belongs to a word: below it, above it where there is no room, and never out of the window. */
export function placeBeside(word: Box, { width, height }: Size, view: Size): { left: number; top: number } {
  const left = Math.max(margin, Math.min(word.left, view.width - width - margin));
  const below = word.bottom + gap;
  const above = word.top - gap - height;
  const top = below + height + margin <= view.height || above < margin ? below : above;
  return { left: Math.round(left), top: Math.round(top) };
}
