import { Fragment } from 'react';
import { usePreferences } from '../preferences/store.ts';
import { keysOf } from './chosen-keys.ts';
import type { CommandName } from './commands.ts';

const shown: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  mod: navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl',
  shift: 'Shift',
};

/** Keys as they are printed on keyboards. */
export function Keys({ keys }: { readonly keys: string }) {
  return pressesOf(keys).map((press, at) => (
    <Fragment key={at}>
      {at > 0 && ' '}
      {press.map((key, part) => (
        <kbd key={part}>{key}</kbd>
      ))}
    </Fragment>
  ));
}

/** What is pressed for a command now; nothing where it has no key. */
export function KeyOf({ command }: { readonly command: CommandName }) {
  const keys = keysOf(command, usePreferences().chosenKeys);
  return keys === undefined ? null : <Keys keys={keys} />;
}

/** The same within a sentence: `G E`, `Ctrl+K`. */
export function keysText(keys: string): string {
  return pressesOf(keys)
    .map((press) => press.join('+'))
    .join(' ');
}

function pressesOf(keys: string): readonly (readonly string[])[] {
  return keys
    .split(' ')
    .map((press) => press.split(/\+(?=.)/u).map((key) => shown[key] ?? (key.length === 1 ? key.toUpperCase() : key)));
}
