import { type Dropped, useDropAnywhere } from './drop-anywhere.ts';
import './upload-panel.css';

/** Lets files go anywhere on a page that has no place of its own for them, and says what becomes of them. */
export function DropVeil({ says, onDrop }: { readonly says: string; readonly onDrop: (dropped: Dropped) => void }) {
  const isOver = useDropAnywhere(onDrop);
  return isOver ? <p className="drop-veil">{says}</p> : null;
}
