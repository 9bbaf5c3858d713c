import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './chip.css';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'bad';

/** A state in a word: text always, colour only as help. */
export function Chip({
  tone = 'neutral',
  icon,
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: IconName;
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={`chip chip-${tone}`} title={title}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </span>
  );
}
