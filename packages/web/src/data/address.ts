import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** What an address says after its `?`. */
export type SearchWords = Readonly<Record<string, unknown>>;

export function textIn(search: SearchWords, name: string): string | undefined {
  const value = search[name];
  // An address that is all digits is read as a number.
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

export function oneIn<Value extends string>(
  search: SearchWords,
  name: string,
  values: readonly Value[],
): Value | undefined {
  return values.find((value) => value === search[name]);
}

/** Changes what the page's address keeps, in place: going back leaves the page. What is `undefined` is left out. */
export function useAddress<Search extends object>(read: (search: SearchWords) => Search): (next: Search) => void {
  const navigate = useNavigate();
  return useCallback(
    (next: Search) =>
      void navigate({ to: '.', search: (before: SearchWords) => ({ ...read(before), ...next }), replace: true }),
    [navigate, read],
  );
}
