import type { Range } from '@genglossary/core/domain';

/**
 * A range of a text in stretches of about so many characters, one after another and without a gap. Each ends after a
 * blank line; where there is none near, after a line; where there is no line either, between two characters.
 */
export function stretchesOf(text: string, { start, end }: Range, most: number): Range[] {
  const stretches: Range[] = [];
  for (let from = start; from < end; from = stretches.at(-1)?.end ?? end) {
    const to = end - from <= most ? end : Math.min(end, cutOf(text, from, most));
    stretches.push({ start: from, end: to });
  }
  return stretches;
}

function cutOf(text: string, from: number, most: number): number {
  const at = from + most;
  for (const gap of ['\n\n', '\n']) {
    const before = text.lastIndexOf(gap, at - gap.length);
    if (before > from) return pastLines(text, before);
    const after = text.slice(at, at + most).indexOf(gap);
    if (after >= 0) return pastLines(text, at + after);
  }
  // Never between the halves of a character.
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

function pastLines(text: string, from: number): number {
  let at = from;
  while (text[at] === '\n') at += 1;
  return at;
}

/** Characters of a line of the reading face, about. */
const lineCharacters = 84;
/** Of a line, in CSS pixels. */
const lineHeight = 26;

/** How high a range of a text will about be where its own lines are kept, in CSS pixels. */
export function heightOfText(text: string, { start, end }: Range): number {
  let lines = 0;
  for (let from = start; from < end; ) {
    const found = text.indexOf('\n', from);
    const to = found < 0 || found > end ? end : found;
    lines += Math.max(1, Math.ceil((to - from) / lineCharacters));
    from = to + 1;
  }
  return lines * lineHeight;
}
