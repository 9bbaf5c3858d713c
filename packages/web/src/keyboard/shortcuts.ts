import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { preferences } from '../preferences/store.ts';
import { catchUp } from './catch-up.ts';
import { keysOf } from './chosen-keys.ts';
import { command, type CommandGroup, type CommandName } from './commands.ts';
import { isSomethingToCome, onCame } from './first-page.ts';

/** What a command does where it is registered. */
export interface Shortcut {
  readonly command: CommandName;
  readonly run: () => void;
  /** Where it says more than the command is called everywhere. */
  readonly label?: string;
}

interface Group {
  readonly group: CommandGroup;
  readonly shortcuts: readonly Shortcut[];
}

interface Press {
  readonly pressed: string;
  /** With the press before it. */
  readonly sequence: string | undefined;
  readonly typing: boolean;
  readonly at: number;
}

const sequenceMs = 1_000;
/** A first page that takes longer is no longer what somebody pressed a key for (milliseconds). */
const firstPageMs = 10_000;
const listeners = new Set<() => void>();
let groups: readonly Group[] = [];
/** Presses for what is still being fetched. */
let early: readonly Press[] = [];
/** Presses for the first page, until it is there. */
let first: { readonly began: number; readonly presses: readonly Press[] } | undefined;
let prefix: { readonly key: string; readonly at: number } | undefined;

/** Registers keys while the component is on screen; the last registered wins. The sheet of keys reads the same list. */
export function useShortcuts(group: CommandGroup, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  // With what is drawn, never after it: a key may come between.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  const shape = shortcuts.map(({ command: name, label }) => `${name}\t${label}`).join('\n');
  useLayoutEffect(() => {
    const registered: Group = {
      group,
      shortcuts: latest.current.map((one, index) => ({ ...one, run: () => latest.current[index]?.run() })),
    };
    groups = [...groups, registered];
    announce();
    // Once everything is registered that came with it.
    if (early.length > 0) queueMicrotask(catchUpOnPresses);
    if (first !== undefined) queueMicrotask(beginWhenThere);
    return () => {
      groups = groups.filter((one) => one !== registered);
      announce();
    };
  }, [group, shape]);
}

/** Everything that can be pressed now, by group. */
export function useActiveShortcuts(): readonly Group[] {
  return useSyncExternalStore(subscribe, () => groups);
}

/** Listens to keys for the whole app, from before there is a page: what is pressed for the first one is done once it is there. */
export function listenToKeys(): () => void {
  first = { began: performance.now(), presses: [] };
  const forget = onCame(beginWhenThere);
  addEventListener('keydown', onKey);
  addEventListener('pointerdown', leaveFirstPresses, { capture: true });
  return () => {
    forget();
    removeEventListener('keydown', onKey);
    removeEventListener('pointerdown', leaveFirstPresses, { capture: true });
    first = undefined;
  };
}

function onKey(event: KeyboardEvent) {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.altKey) return;
  const pressed = pressOf(event);
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
  const press: Press = { pressed, sequence, typing, at: performance.now() };
  beginWhenThere();
  const found = commandOf(press);
  if (first !== undefined && isPlain && found?.group !== 'everywhere' && found?.group !== 'go') {
    first = { ...first, presses: [...first.presses, press] };
    prefix = { key: pressed, at: event.timeStamp };
  } else if (found !== undefined) {
    leaveFirstPresses();
    event.preventDefault();
    // Through a list one goes without a look at what stands beside it.
    const isLate = found.group !== 'list' && catchUp();
    const current = isLate ? commandOf(press) : found;
    early = current === undefined ? [press] : [];
    current?.run();
  } else if (early.length > 0) {
    early = [...early, press];
  } else if (pressable().some(({ keys }) => keys?.startsWith(`${pressed} `))) {
    prefix = { key: pressed, at: event.timeStamp };
  }
}

/** Does what was pressed for the first page as soon as nothing stands in for it any more. */
function beginWhenThere() {
  if (first === undefined) return;
  const { began, presses } = first;
  const isLate = performance.now() - began > firstPageMs;
  if (!isLate && (groups.length === 0 || isSomethingToCome())) return;
  first = undefined;
  if (isLate) return;
  // Each acts on what the one before it did.
  for (const press of presses) flushSync(() => commandOf(press)?.run());
}

/** Who goes elsewhere by the pointer or a key does not mean the first page any more. */
function leaveFirstPresses() {
  if (first !== undefined) first = { ...first, presses: [] };
}

/** Does what was pressed for something that was chosen, but not there yet. */
function catchUpOnPresses() {
  const waiting = early;
  early = [];
  for (const press of waiting) {
    if (performance.now() - press.at > sequenceMs) continue;
    const found = commandOf(press);
    if (found === undefined) early = [...early, press];
    else found.run();
  }
}

/** What a press does where the focus is. */
function commandOf({ pressed, sequence, typing }: Press) {
  const all = pressable();
  return (
    (sequence === undefined ? undefined : all.find(({ keys }) => keys === sequence)) ??
    all.find(({ keys, inFields }) => keys === pressed && (!typing || inFields === true))
  );
}

/** Everything that can be pressed, the last registered first. */
function pressable() {
  const { chosenKeys } = preferences();
  return groups
    .toReversed()
    .flatMap(({ group, shortcuts }) => shortcuts.map((one) => ({ ...one, group })))
    .map(({ command: name, group, run }) => ({
      group,
      keys: keysOf(name, chosenKeys),
      inFields: command(name).inFields,
      run,
    }));
}

/** What a press is called: `j`, `?`, `Space`, `shift+F2`, `mod+k`; nothing while only a modifier is held. */
export function pressOf({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string | undefined {
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
