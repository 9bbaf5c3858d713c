import { useIsLost } from '../data/connection.ts';
import { Chip } from '../ui/chip.tsx';
import { useWords } from '../words/words.tsx';

/** Says so when the server does not answer, for as long as it does not. */
export function ConnectionChip() {
  const words = useWords();
  const isLost = useIsLost();
  return (
    <div role="status" className="connection">
      {isLost && (
        <Chip tone="warn" icon="wait" title={words.shell.reconnectingDetail}>
          {words.shell.reconnecting}
        </Chip>
      )}
    </div>
  );
}
