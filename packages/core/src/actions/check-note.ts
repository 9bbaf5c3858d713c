import { invalid } from './check-designations.ts';

const MAX_NOTE = 4000;

/** A note as it is kept; `null` for none. @throws `entry/invalid` */
export function checkNote(note: string | null): string | null {
  const words = note?.normalize('NFC').trim() ?? '';
  if (words.length > MAX_NOTE) throw invalid(`a note is at most ${MAX_NOTE} characters long`);
  if (!words.isWellFormed()) throw invalid('a note is not valid Unicode');
  return words === '' ? null : words;
}
