import type { Range } from '@genglossary/core/domain';
import { literally, NamesInText } from './names-in-text.ts';

/** Where a name stands in a text, in its order: letter by letter but for case, also where a line ends within it. */
export function placesOfName(name: string, text: string): Range[] {
  return new NamesInText([name, ...overLines(name, text)]).in(text);
}

/** The name as it is written where a line ends within it. */
function overLines(name: string, text: string): string[] {
  const between = /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー])(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;
  const pattern = literally(name)
    .replaceAll(/ +/gu, String.raw`\s+`)
    .replaceAll(between, String.raw`(?:[^\S\n]*\n[^\S\n]*)?`);
  return [...new Set([...text.matchAll(new RegExp(pattern, 'giu'))].map(([written]) => written))];
}
