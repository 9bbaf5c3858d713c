import { useEffect, useRef, useSyncExternalStore } from 'react';
import { preferences } from '../preferences/store.ts';

/** One key, or two pressed after each other (`g e`), that does something where it is registered. */
export interface Shortcut {
  /** `j`, `?`, `Enter`, `g e`, `mod+k` (Ctrl, or ⌘ on a Mac). */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** Also while a field has the focus; only for keys with `mod` and for `Escape`. */
  readonly inFields?: boolean;
}

interface Group {
  readonly name: string;
  readonly shortcuts: readonly Shortcut[];
}

const sequenceMs = 1_000;
const listeners = new Set<() => void>();
let groups: readonly Group[] = [];
let prefix: { readonly key: string; readonly at: number } | undefined;

/** Registers keys while the component is on screen; the last registered wins. The sheet of keys reads the same list. */
export function useShortcuts(name: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const shape = shortcuts.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    const group: Group = {
      name,
      shortcuts: latest.current.map((one, index) => ({ ...one, run: () => latest.current[index]?.run() })),
    };
    groups = [...groups, group];
    announce();
    return () => {
      groups = groups.filter((one) => one !== group);
      announce();
    };
  }, [name, shape]);
}

/** Everything that can be pressed now, by group. */
export function useActiveShortcuts(): readonly Group[] {
  return useSyncExternalStore(subscribe, () => groups);
}

/** Listens to keys for the whole app. */
export function listenToKeys(): () => void {
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent) {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.altKey) return;
  const pressed = nameOf(event);
  if (pressed === undefined) return;
  const isPlain = !pressed.startsWith('mod+') && pressed !== 'Escape';
  const typing = isTyping(event.target);
  if (isPlain && (typing || !preferences().singleKeys)) return;
  if (isPlain && isPressing(event.target) && (pressed === 'Enter' || pressed === 'Space')) return;
  if (document.querySelector('.dialog') !== null && isPlain) return;
  // Who has a form open is about to type into it, wherever the focus is.
  if (pressed.length === 1 && document.querySelector('[data-inline-form]') !== null) return;

  const sequence =
    prefix !== undefined && event.timeStamp - prefix.at < sequenceMs ? `${prefix.key} ${pressed}` : undefined;
  prefix = undefined;
  const all = groups.toReversed().flatMap(({ shortcuts }) => shortcuts);
  const found =
    all.find(({ keys }) => keys === sequence) ??
    all.find(({ keys, inFields }) => keys === pressed && (!typing || inFields === true));
  if (found !== undefined) {
    event.preventDefault();
    found.run();
  } else if (all.some(({ keys }) => keys.startsWith(`${pressed} `))) {
    prefix = { key: pressed, at: event.timeStamp };
  }
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string | undefined {
  if (['Shift', 'Control', 'Meta', 'Alt', 'Dead'].includes(key)) return undefined;
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) return `mod+${name}`;
  return shiftKey && key.length > 1 ? `shift+${name}` : name;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  );
}

function isPressing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a, input, summary, [role=tab], [role=menuitem]');
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce() {
  for (const listener of listeners) listener();
}
