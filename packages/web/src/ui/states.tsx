import type { ReactNode } from 'react';
import { useStandsIn } from '../keyboard/first-page.ts';
import { Icon } from './icon.tsx';
import './states.css';

/** Nothing to show, why, and the one thing to do about it. */
export function EmptyState({
  title,
  detail,
  tone,
  children,
}: {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly tone?: 'ok';
  readonly children?: ReactNode;
}) {
  return (
    <div className={`state ${tone === 'ok' ? 'state-ok' : ''}`}>
      {tone === 'ok' && <Icon name="check" />}
      <p className="state-title">{title}</p>
      {detail !== undefined && <p className="state-detail">{detail}</p>}
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  );
}

/** What happened, why, what to do. */
export function ErrorState({
  title,
  detail,
  code,
  children,
}: {
  readonly title: string;
  readonly detail: string;
  readonly code?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <div className="state state-bad" role="alert">
      <p className="state-title">
        <Icon name="warning" /> {title}
      </p>
      <p className="state-detail">{detail}</p>
      {code !== undefined && <p className="state-code">{code}</p>}
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  );
}

/** Stands where text will stand; seen only when waiting is felt (300 ms). */
export function Skeleton({ lines, label }: { readonly lines: number; readonly label: string }) {
  useStandsIn();
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
