import { useRouter } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { useLateAddress } from '../data/address.ts';

/** The row of a list that is read beside it, or instead of it where the window has no room for both. */
export interface ChosenRow<Id> {
  readonly chosen: Id | undefined;
  readonly choose: (id: Id | undefined) => void;
  /** To the list, as it was before a row was chosen. */
  readonly back: () => void;
}

/**
 * Keeps which row of a list is read. It holds at once, and stands in the address: the first choice is a step that one
 * goes back from, who goes on from row to row does not go back through all of them.
 */
export function useChosenRow<Id extends string>(
  inAddress: Id | undefined,
  write: (id: Id | undefined, how: { readonly isStep: boolean }) => void,
): ChosenRow<Id> {
  const [text, setText] = useLateAddress(inAddress ?? '', (id, how) => write(id === '' ? undefined : (id as Id), how));
  const chosen = text === '' ? undefined : (text as Id);
  /** The list was left by a step, and what was chosen last: who came by a link goes another way. */
  const stepped = useRef(false);
  const last = useRef<Id>(undefined);
  const router = useRouter();
  const choose = useCallback(
    (id: Id | undefined) => {
      const isStep = chosen === undefined && id !== undefined;
      if (isStep) stepped.current = true;
      last.current = id;
      setText(id ?? '', { isStep });
    },
    [chosen, setText],
  );
  const back = () => {
    if (stepped.current && last.current === chosen) router.history.back();
    else setText('');
    stepped.current = false;
  };
  return { chosen, choose, back };
}
