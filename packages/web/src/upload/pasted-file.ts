import type { DroppedFile } from './dropped-files.ts';

/** Longer titles are cut where the file is named. */
const mostCharacters = 80;

/** Written or pasted text as a file: named by its title, else by its first line. */
export function pastedFile(title: string, text: string): DroppedFile {
  const name = nameOf(title) || nameOf(text.trim().split('\n', 1)[0] ?? '') || 'text';
  return { path: `${name}.md`, file: new File([text], `${name}.md`, { type: 'text/markdown' }) };
}

/** Without the marks of a heading and what a file's name cannot have. */
function nameOf(words: string): string {
  const plain = words
    .normalize('NFC')
    .replace(/^#+\s*/u, '')
    .replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    // A leading dot would hide it.
    .replace(/^[.\s]+/u, '')
    .trim();
  return Array.from(plain).slice(0, mostCharacters).join('').trim();
}
