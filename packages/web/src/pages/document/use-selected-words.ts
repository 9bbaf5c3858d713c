import { type RefObject, useEffect, useState } from 'react';

const mostCharacters = 80;

/** The words that are selected within an element, by pointer or by keys; nothing where it is too much for a term. */
export function useSelectedWords(within: RefObject<HTMLElement | null>): string | undefined {
  const [words, setWords] = useState<string>();
  useEffect(() => {
    const read = () => {
      const selection = getSelection();
      const isInside =
        selection !== null && selection.anchorNode !== null && within.current?.contains(selection.anchorNode) === true;
      const text = isInside ? selection.toString().replaceAll(/\s+/gu, ' ').trim() : '';
      setWords(text.length > 0 && text.length <= mostCharacters ? text : undefined);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [within]);
  return words;
}
