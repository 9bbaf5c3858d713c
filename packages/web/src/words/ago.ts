import type { Words } from './en.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** When something was, as people say it: “5 minutes ago”; after a month, the date. */
export function ago(words: Words, at: number, now = Date.now()): string {
  const past = now - at;
  if (past > 30 * 86_400_000) return words.date(at);
  const [unit, size] = units.find(([, one]) => past >= one) ?? ['second', 1000];
  return words.ago(-Math.max(0, Math.floor(past / size)), unit);
}

/** A stretch of time in at most two units: `3:05` minutes, `1:02:40` hours. */
export function clockOf(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

const two = (value: number) => String(value).padStart(2, '0');
