import { type ComponentProps, type ReactNode, useId } from 'react';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** The label is read aloud, but the place explains itself to the eye. */
  readonly hideLabel?: boolean;
}

/** One line of text. Enter that confirms an input method's conversion never submits the form around it. */
export function TextField({ label, hint, error, hideLabel = false, ...input }: FieldProps & ComponentProps<'input'>) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, hideLabel }}>
      <input
        id={id}
        className="input"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        onKeyDown={keepConversion}
        {...input}
      />
    </Frame>
  );
}

/** Several lines of text that grow with what is written. */
export function TextArea({ label, hint, error, hideLabel = false, ...input }: FieldProps & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, hideLabel }}>
      <textarea
        id={id}
        className="input input-area"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...input}
      />
    </Frame>
  );
}

/** A choice of one from a short, closed list. */
export function SelectField({
  label,
  hint,
  error,
  hideLabel = false,
  ...input
}: FieldProps & ComponentProps<'select'>) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error, hideLabel }}>
      <select
        id={id}
        className="input select"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, { hint, error })}
        {...input}
      />
    </Frame>
  );
}

export function Checkbox({ label, ...input }: { readonly label: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  );
}

function Frame({ id, label, hint, error, hideLabel, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { hint, error }: { hint: ReactNode; error: string | undefined }): string | undefined {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])];
  return ids.length === 0 ? undefined : ids.join(' ');
}

function keepConversion(event: React.KeyboardEvent) {
  if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
}
