import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';

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

/**
 * Changes what the page's address keeps. In place, unless it is a step that one goes back from: then the step before it
 * stays in the history. What is `undefined` is left out.
 */
export function useAddress<Search extends object>(
  read: (search: SearchWords) => Search,
): (next: Search, options?: { readonly isStep?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (next: Search, { isStep = false } = {}) =>
      void navigate({
        to: '.',
        search: (before: SearchWords) => ({ ...read(before), ...next }),
        replace: !isStep,
        // The page stays, and so does every list in it where it was scrolled to.
        resetScroll: false,
      }),
    [navigate, read],
  );
}

/** A pause after which the address is changed (milliseconds). */
const pauseMs = 300;

interface Step {
  readonly isStep: boolean;
}

/**
 * What changes with every key, such as the words of a filter: it holds at once, and stands in the address after a pause;
 * without one where it is a step. An address that says something else (a cleared filter, a link) is followed.
 */
export function useLateAddress(
  inAddress: string,
  write: (words: string, how: Step) => void,
): readonly [string, (words: string, how?: Step) => void] {
  const [held, setHeld] = useState(inAddress);
  const known = useRef(inAddress);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (inAddress === known.current) return;
    known.current = inAddress;
    clearTimeout(timer.current);
    setHeld(inAddress);
  }, [inAddress]);
  const hold = useCallback((words: string, how: Step = { isStep: false }) => {
    const tell = () => {
      known.current = words;
      latest.current(words, how);
    };
    setHeld(words);
    clearTimeout(timer.current);
    if (how.isStep) tell();
    else timer.current = setTimeout(tell, pauseMs);
  }, []);
  return [held, hold];
}
