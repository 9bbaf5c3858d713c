import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly description?: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** What has the focus when it opens; else the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A question over the page: keeps the focus, closes on Escape, gives the focus back. */
export function Dialog({ title, description, open, onClose, wide = false, initialFocus, children }: DialogProps) {
  const words = useWords();
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) before.current = document.activeElement;
  }, [open]);
  const giveBack = () => {
    const { current } = before;
    const isRegion = current instanceof HTMLElement && current.isConnected && current.tabIndex < 0;
    if (!isRegion || current === document.body) return true;
    // A region had the focus: not the first control in it, where the next key would be typed.
    current.focus({ preventScroll: true });
    return false;
  };
  // What was never opened is not there: there are many more dialogs than are ever seen.
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  if (!wasOpen) return null;
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          className={`dialog ${wide ? 'dialog-wide' : ''}`}
          finalFocus={giveBack}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <Base.Title className="dialog-title">{title}</Base.Title>
          {description !== undefined && (
            <Base.Description className="dialog-description">{description}</Base.Description>
          )}
          {children}
          {/* Last, so that nobody who types or tabs meets it first. */}
          <Base.Close className="dialog-close" aria-label={words.actions.close}>
            ×
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
