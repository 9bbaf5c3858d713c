import { type ReactNode, useEffect, useRef } from 'react';

interface InlineFormProps {
  readonly className?: string;
  readonly label?: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A form that opens within the page, where a button was. What is to be typed into has the focus, Escape closes it, and
 * single keys do nothing as long as it is open (`keyboard/shortcuts.ts` looks for the attribute).
 */
export function InlineForm({ className, label, onSubmit, onClose, children }: InlineFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLElement>('input:not([type=checkbox], [type=radio]), textarea');
    // Not one of further options that are folded up.
    [...(fields ?? [])].find((field) => field.checkVisibility())?.focus();
  }, []);
  return (
    // Escape is heard for the fields within; none of them needs it for itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      data-inline-form
      className={className}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </form>
  );
}
