import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
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
  /** What gets the focus where the control that opened it went away with what was done: the result. */
  readonly resultFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A question over the page: keeps the focus, closes on Escape, gives the focus back. */
export function Dialog({
  title,
  description,
  open,
  onClose,
  wide = false,
  initialFocus,
  resultFocus,
  children,
}: DialogProps) {
  const words = useWords();
  /** What had the focus, and what stands around it, from the inside out. */
  const before = useRef<readonly Element[]>([]);
  const isKnownOpen = useRef(false);
  /** What got the focus back as soon as it was closed. */
  const given = useRef<Element>(undefined);
  // Before anything is in the page that takes the focus by being there.
  if (open && !isKnownOpen.current) before.current = withAncestors(document.activeElement);
  isKnownOpen.current = open;
  // The next key may come before it has gone from the screen, and belongs to the page.
  useEffect(() => {
    const [opener] = before.current;
    given.current = undefined;
    if (open || !(opener instanceof HTMLElement) || opener === document.body || isRegion(opener)) return;
    opener.focus({ preventScroll: true });
    if (document.activeElement === opener) given.current = opener;
  }, [open]);
  const giveBack = () => {
    const [opener] = before.current;
    if (given.current?.isConnected === true) return false;
    if (opener === document.body) return true;
    if (opener instanceof HTMLElement && opener.isConnected && !isRegion(opener)) return opener;
    // A region gets the focus itself: not the first control in it, where the next key would be typed.
    const around = before.current.find((one) => one.isConnected && isRegion(one));
    const next = opener?.isConnected === true ? opener : (resultFocus?.current ?? around);
    if (!(next instanceof HTMLElement)) return true;
    next.focus({ preventScroll: next === around });
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

function withAncestors(element: Element | null): readonly Element[] {
  return element === null ? [] : [element, ...withAncestors(element.parentElement)];
}

/** What takes the focus from a script alone. */
function isRegion(element: Element): boolean {
  return element instanceof HTMLElement && element.hasAttribute('tabindex') && element.tabIndex < 0;
}
