import type { ReactNode } from 'react';
import { ago } from '../words/ago.ts';
import { useWords } from '../words/words.tsx';
import { Button } from './button.tsx';
import './trash-list.css';

interface Trashed {
  readonly id: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly trashedAt: string;
  /** What it is, where there are things of several kinds. */
  readonly kind?: ReactNode;
}

/** So long stays what was thrown away (days). */
const keptDays = 30;
const dayMs = 86_400_000;

/** What was thrown away and can be had back, with the days that are left. */
export function TrashList<Item extends Trashed>({
  items,
  restoring,
  onRestore,
  onPurge,
}: {
  readonly items: readonly Item[];
  /** The one that is on its way back. */
  readonly restoring: string | undefined;
  readonly onRestore: (item: Item) => void;
  /** Where things can be removed for good. */
  readonly onPurge?: (item: Item) => void;
}) {
  const words = useWords();
  return (
    <ol className="trash-list">
      {items.map((item) => {
        const at = Date.parse(item.trashedAt);
        const left = Math.max(0, Math.ceil(keptDays - (Date.now() - at) / dayMs));
        return (
          <li key={item.id}>
            <span className="trash-name">{item.name}</span>
            {item.kind}
            <span className="muted numbers">
              {words.trash.deleted(ago(words, at))} · {words.trash.left(left)}
            </span>
            <div className="row trash-tools">
              <Button
                size="small"
                busy={restoring === item.id}
                aria-label={words.trash.restoreNamed(item.name)}
                onClick={() => onRestore(item)}
              >
                {words.versions.restore}
              </Button>
              {onPurge !== undefined && (
                <Button
                  kind="quiet"
                  size="small"
                  aria-label={words.trash.purgeNamed(item.name)}
                  onClick={() => onPurge(item)}
                >
                  {words.trash.purge}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
