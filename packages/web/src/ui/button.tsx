import type { ComponentProps, ReactNode } from 'react';
import './button.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** `primary` once a screen: what people most likely came to do. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'small';
  readonly type?: 'button' | 'submit';
  /** Work is under way: the label keeps its width, a spinner stands over it, presses do nothing. */
  readonly busy?: boolean;
  readonly icon?: ReactNode;
}

/** Presses do something at once; a verb says what. */
export function Button({
  kind = 'plain',
  size,
  busy = false,
  icon,
  type = 'button',
  className = '',
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={`button button-${kind} ${size === 'small' ? 'button-small' : ''} ${className}`}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {icon}
      {children !== undefined && <span className="button-label">{children}</span>}
      {busy && <span className="spinner" aria-hidden="true" />}
    </button>
  );
}
