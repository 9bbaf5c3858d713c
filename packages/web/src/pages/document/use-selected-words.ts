import { type RefObject, useEffect, useState } from 'react';
import { type SelectedName, selectedName } from '../../documents/selected-name.ts';

/** While one drags, the selection changes with every character; nothing is asked of the server meanwhile. */
const settledAfterMs = 150;

/** What is selected within an element, by pointer or by keys: a name, or too much for one. */
export function useSelectedWords(within: RefObject<HTMLElement | null>): SelectedName | undefined {
  const [words, setWords] = useState<SelectedName>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      const selection = getSelection();
      const isInside =
        selection !== null && selection.anchorNode !== null && within.current?.contains(selection.anchorNode) === true;
      setWords(isInside ? selectedName(textOf(selection)) : undefined);
    };
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(read, settledAfterMs);
    };
    document.addEventListener('selectionchange', settle);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', settle);
    };
  }, [within]);
  return words;
}

const blocks = '.prose, .prose-table td, .prose-table th, .document-block';

/** The text of a selection without the readings above it; an empty line between its blocks. */
function textOf(selection: Selection): string {
  const texts: string[] = [];
  for (let index = 0; index < selection.rangeCount; index += 1) {
    const part = selection.getRangeAt(index).cloneContents();
    for (const reading of part.querySelectorAll('rt, rp')) reading.remove();
    const inBlocks = [...part.querySelectorAll(blocks)].map(({ textContent }) => textContent);
    texts.push(inBlocks.length === 0 ? (part.textContent ?? '') : inBlocks.filter((text) => text !== '').join('\n\n'));
  }
  return texts.join('\n\n');
}
