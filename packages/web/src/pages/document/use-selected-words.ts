import { type RefObject, useEffect, useState } from 'react';
import { type SelectedName, selectedName } from '../../documents/selected-name.ts';

/** While one drags, the selection changes with every character; nothing is asked of the server meanwhile. */
const settledAfterMs = 150;

/** Around fields in which something is said about the words: these stay the ones that are selected. */
export const fieldsOfSelection = 'selected-words';

/** What is selected within an element, by pointer or by keys: a name, or too much for one. */
export function useSelectedWords(within: RefObject<HTMLElement | null>): SelectedName | undefined {
  const [words, setWords] = useState<SelectedName>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      // What is typed about them is selected in its own field.
      if (document.activeElement?.matches(`.${fieldsOfSelection} input`) === true) return;
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

/** What a selection is read by: paragraphs, cells, stretches of a source. */
export const blocks = '.prose, .prose-table td, .prose-table th, .document-block';

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
