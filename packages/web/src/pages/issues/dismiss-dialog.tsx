import { dismissalReasons } from '@genglossary/core/domain';
import type { DismissalReason } from '../../data/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/words.tsx';

/** Asks why an issue can be dismissed; a digit answers. */
export function DismissDialog({
  open,
  onClose,
  onChoose,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (reason: DismissalReason) => void;
}) {
  const words = useWords();
  return (
    <Dialog title={words.issues.dismissTitle} open={open} onClose={onClose}>
      {/* Digits are a shortcut to the buttons inside, which have the keys themselves. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className="dismissals"
        onKeyDown={(event) => {
          const reason = dismissalReasons[Number(event.key) - 1];
          if (reason !== undefined) onChoose(reason);
        }}
      >
        {dismissalReasons.map((reason, index) => (
          <Button key={reason} onClick={() => onChoose(reason)}>
            {words.issues.reasons[reason]} <kbd>{index + 1}</kbd>
          </Button>
        ))}
      </div>
      <div className="row row-end">
        <Button onClick={onClose}>{words.actions.cancel}</Button>
      </div>
    </Dialog>
  );
}
