import { findAbbreviations } from './find-abbreviations.ts';

/**
 * The names that a designation with parentheses gives: "Tide Table Office (TTO)" is called by its long and by its short
 * form, "lens (optics)" by what stands outside. The designation itself comes first.
 */
export function namesIn(designation: string): readonly string[] {
  const parts = /^(?<outside>[^()（）]*[^()（）\s])\s*[(（](?<inside>[^()（）]+)[)）]\s*$/u.exec(designation)?.groups;
  const outside = parts?.['outside']?.trim() ?? '';
  const inside = parts?.['inside']?.trim() ?? '';
  if (outside === '' || inside === '') return [designation];
  const isPair = findAbbreviations(designation).some(
    ({ long, short }) => (long === outside && short === inside) || (long === inside && short === outside),
  );
  return isPair ? [designation, outside, inside] : [designation, outside];
}
