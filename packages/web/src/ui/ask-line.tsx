import { type ReactNode, useDeferredValue, useRef, useState } from 'react';
import { Failure } from '../data/loaded.tsx';
import { useWords } from '../words/words.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';

/** What is done with the line: a mutation that shows its own failure. */
interface LineAction<Output> {
  readonly mutate: (line: string, options: { readonly onSuccess: (output: Output) => void }) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly reset: () => void;
}

/** A button that asks for one line of text and does something with it; what that would come to is told while one types. */
export function AskLine<Output>({
  trigger,
  title,
  label,
  hint,
  submitLabel,
  suggestion = '',
  action,
  onDone,
  children,
}: {
  readonly trigger: string;
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly submitLabel: string;
  /** Stands in the field at first. */
  readonly suggestion?: string | undefined;
  readonly action: LineAction<Output>;
  readonly onDone: (line: string, output: Output) => void;
  /** Says what the line would do. */
  readonly children: (line: string) => ReactNode;
}) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState(suggestion);
  const line = text.trim();
  const asked = useDeferredValue(line);
  const close = () => {
    setIsOpen(false);
    setText(suggestion);
    action.reset();
  };
  const send = () => {
    if (line === '' || action.isPending) return;
    action.mutate(line, {
      onSuccess(output) {
        close();
        onDone(line, output);
      },
    });
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{trigger}</Button>
      <Dialog title={title} open={isOpen} onClose={close} initialFocus={field}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <TextField
            ref={field}
            label={label}
            hint={hint}
            value={text}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          <p role="status" className="muted numbers">
            {asked !== '' && children(asked)}
          </p>
          {action.error !== null && <Failure error={action.error} />}
          <div className="row row-end">
            <Button onClick={close}>{words.actions.cancel}</Button>
            <Button kind="primary" type="submit" busy={action.isPending}>
              {submitLabel}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
