import { useEffect, useRef, useState } from 'react';
import { type DroppedFile, droppedFiles } from './dropped-files.ts';

/** What was dropped, and what it is called: the folder, or the first file without its ending. */
export interface Dropped {
  readonly files: Promise<readonly DroppedFile[]>;
  readonly name: string;
}

/**
 * Takes files and folders that are dropped anywhere on the page, as long as the component is there; says whether some
 * hang over it now. A browser would leave the app for the file. What a place within the page takes for itself is its own.
 */
export function useDropAnywhere(onDrop: (dropped: Dropped) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      // Out of the window, and not from one element to the next.
      if (relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      const { dataTransfer, defaultPrevented } = event;
      if (defaultPrevented || dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      latest.current({ files: droppedFiles(dataTransfer.items), name: nameOf(dataTransfer.items) });
    };
    const stop = new AbortController();
    const options = { signal: stop.signal };
    addEventListener('dragover', over, options);
    addEventListener('dragleave', leave, options);
    addEventListener('drop', drop, options);
    return () => stop.abort();
  }, []);
  return isOver;
}

function nameOf([first]: DataTransferItemList): string {
  const entry = first?.webkitGetAsEntry();
  const name = entry?.name ?? first?.getAsFile()?.name ?? '';
  return entry?.isDirectory === true ? name : name.replace(/\.[^.]+$/u, '');
}
