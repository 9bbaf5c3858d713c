import type { ProseBuilder } from '../prose-builder.ts';
import { isKanji } from '../../text/spaceless.ts';

/** A reading after its base, `漢字《かんじ》` or `｜base《reading》`, or a note of the typist, `［＃…］`. */
const SIGN = /｜([^｜《》\n\r]{1,60})《([^《》\n\r]{1,60})》|《([^《》\n\r]{1,60})》|［＃[^］\n\r]{0,200}］/gu;
const READING = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u;
const EVIDENCE =
  /(?:｜[^｜《》\n\r]{1,60}|[\p{Script=Han}々〆ヶ])《[\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,60}》/u;
const MAX_BASE = 24;

/** Whether a text writes readings as Aozora Bunko does (https://www.aozora.gr.jp/annotation/). */
export function usesAozoraNotation(text: string): boolean {
  return EVIDENCE.test(text);
}

/** Writes a line with its readings as ruby marks and without the typist's notes. */
export function readAozoraLine(builder: ProseBuilder, from: number, to: number): void {
  const { original } = builder;
  let at = from;
  for (const found of original.slice(from, to).matchAll(SIGN)) {
    const start = from + found.index;
    const next = start + found[0].length;
    const base = found[1];
    if (base !== undefined) {
      builder.copy(at, start);
      writeRuby(builder, { from: start + 1, to: start + 1 + base.length }, found[2] ?? '');
    } else if (found[3] === undefined) builder.copy(at, start);
    else {
      const baseStart = kanjiBefore(original, at, start);
      if (baseStart === start || !READING.test(found[3])) continue;
      builder.copy(at, baseStart);
      writeRuby(builder, { from: baseStart, to: start }, found[3]);
    }
    at = next;
  }
  builder.copy(at, to);
}

function writeRuby(builder: ProseBuilder, base: { from: number; to: number }, reading: string): void {
  const mark = builder.openMark('ruby', reading);
  builder.copy(base.from, base.to);
  builder.closeMark(mark);
}

/** Where the run of kanji before an offset begins. */
function kanjiBefore(text: string, from: number, end: number): number {
  let start = end;
  while (start > from && end - start < MAX_BASE) {
    const code = text.charCodeAt(start - 1);
    const isLow = code >= 0xdc00 && code <= 0xdfff && start - 2 >= from;
    const width = isLow ? 2 : 1;
    if (!isKanji(text.codePointAt(start - width) ?? 0)) break;
    start -= width;
  }
  return start;
}
