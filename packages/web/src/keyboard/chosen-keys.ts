import { areTogether, command, type CommandName, commandNames, groupOf } from './commands.ts';

/** Keys that somebody chose instead of the usual ones; null where a command shall have none. */
export type ChosenKeys = Readonly<Record<string, string | null>>;

/** What has to be pressed for a command, or undefined where nothing does it. */
export function keysOf(name: CommandName, chosen: ChosenKeys): string | undefined {
  const { keys, isFixed } = command(name);
  const own = isFixed === true ? undefined : chosen[name];
  return own === undefined ? keys : (own ?? undefined);
}

/** The first press of everything that takes two. */
export const prefixKey = 'g';

/** Keys by which people move, leave or press what has the focus, and what browsers keep or everybody expects of them. */
const kept: ReadonlySet<string> = new Set(
  [
    'Escape Tab shift+Tab Enter shift+Enter Backspace Delete CapsLock ContextMenu',
    'ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown F1 F3 F5 F6 F7 F11 F12',
    'mod+c mod+v mod+x mod+t mod+n mod+w mod+q mod+r mod+l mod+f mod+p mod++ mod+- mod+0',
    prefixKey,
  ].flatMap((names) => names.split(' ')),
);

/** Why a command cannot have a key: it belongs to the browser, or would be typed into the field. */
export function whyNot(name: CommandName, keys: string): 'kept' | 'typed' | undefined {
  if (kept.has(keys) || keys.startsWith('shift+Arrow')) return 'kept';
  return command(name).inFields === true && !keys.startsWith('mod+') ? 'typed' : undefined;
}

/** Commands that listen where this one does and hear the same keys, or begin or end within them. */
export function commandsOn(keys: string, name: CommandName, chosen: ChosenKeys): CommandName[] {
  return commandNames.filter((other) => {
    if (other === name || !areTogether(groupOf(name), groupOf(other))) return false;
    const taken = keysOf(other, chosen);
    return taken !== undefined && (taken === keys || taken.startsWith(`${keys} `) || keys.startsWith(`${taken} `));
  });
}

/** Gives a command a key; whoever had it there has none from then on. */
export function withKeys(chosen: ChosenKeys, name: CommandName, keys: string): ChosenKeys {
  const without = commandsOn(keys, name, chosen).map((other) => [other, null] as const);
  const next = { ...chosen, ...Object.fromEntries(without), [name]: keys };
  return onlyChanged(next);
}

/** Gives a command its usual key back; whoever had taken it has none from then on. */
export function withUsualKeys(chosen: ChosenKeys, name: CommandName): ChosenKeys {
  return withKeys(chosen, name, command(name).keys);
}

/** What differs from the usual, and of commands that exist. */
function onlyChanged(chosen: ChosenKeys): ChosenKeys {
  return Object.fromEntries(
    commandNames.flatMap((name) => {
      const keys = chosen[name];
      return keys === undefined || keys === command(name).keys ? [] : [[name, keys]];
    }),
  );
}
