import type { Words } from '../words/en.ts';

/** Something that a key does: its key as long as nobody chose another, and what it is called. */
interface Command {
  /** `j`, `?`, `Enter`, `g e`, `mod+k` (Ctrl, or ⌘ on a Mac). */
  readonly keys: string;
  readonly label: (words: Words) => string;
  /** Also while a field has the focus; its key then goes with `mod`. */
  readonly inFields?: true;
  /** Its key is the one that everybody knows for it, and stays. */
  readonly isFixed?: true;
}

/** Everything that has a key. The first part of a name is the group it is shown and registered with. */
export const commands = {
  'everywhere.palette': { keys: 'mod+k', label: ({ keys }) => keys.palette, inFields: true },
  'everywhere.undo': { keys: 'mod+z', label: ({ actions }) => actions.undo },
  'everywhere.redo': { keys: 'mod+y', label: ({ toasts }) => toasts.redo },
  'everywhere.sheet': { keys: '?', label: ({ keys }) => keys.sheet },

  'go.home': { keys: 'g h', label: ({ shell }) => shell.projects },
  'go.appSettings': { keys: 'g s', label: ({ shell }) => shell.appSettings },
  'go.documents': { keys: 'g f', label: ({ shell }) => shell.documents },
  'go.entries': { keys: 'g e', label: ({ shell }) => shell.entries },
  'go.terms': { keys: 'g t', label: ({ shell }) => shell.terms },
  'go.issues': { keys: 'g i', label: ({ shell }) => shell.issues },
  'go.runs': { keys: 'g r', label: ({ shell }) => shell.runs },
  'go.versions': { keys: 'g v', label: ({ shell }) => shell.versions },
  'go.insights': { keys: 'g n', label: ({ shell }) => shell.insights },
  'go.exports': { keys: 'g x', label: ({ shell }) => shell.exports },
  'go.imports': { keys: 'g m', label: ({ shell }) => shell.imports },
  'go.settings': { keys: 'g p', label: ({ shell }) => shell.settings },
  'go.trash': { keys: 'g b', label: ({ shell }) => shell.trash },

  'list.next': { keys: 'j', label: ({ keys }) => keys.next },
  'list.previous': { keys: 'k', label: ({ keys }) => keys.previous },
  'list.open': { keys: 'Enter', label: ({ actions }) => actions.open, isFixed: true },
  'list.filter': { keys: '/', label: ({ keys }) => keys.filter },

  'terms.require': { keys: 'r', label: ({ terms }) => terms.require },
  'terms.exclude': { keys: 'x', label: ({ terms }) => terms.exclude },
  'terms.candidate': { keys: 'c', label: ({ terms }) => terms.candidate },
  'terms.takeBack': { keys: 'z', label: ({ actions }) => actions.undo },
  'terms.merge': { keys: 'm', label: ({ terms }) => terms.merge },
  'terms.note': { keys: 'n', label: ({ terms }) => terms.note },
  'terms.select': { keys: 'Space', label: ({ terms }) => terms.select },
  'terms.selectNext': { keys: 'shift+ArrowDown', label: ({ terms }) => terms.selectNext, isFixed: true },
  'terms.selectPrevious': { keys: 'shift+ArrowUp', label: ({ terms }) => terms.selectPrevious, isFixed: true },
  'terms.selectAll': { keys: 'mod+a', label: ({ keys }) => keys.selectAll },
  'terms.clearSelection': { keys: 'Escape', label: ({ terms }) => terms.clearSelection, isFixed: true },

  'categories.1': { keys: '1', label: ({ keys }) => keys.category(1) },
  'categories.2': { keys: '2', label: ({ keys }) => keys.category(2) },
  'categories.3': { keys: '3', label: ({ keys }) => keys.category(3) },
  'categories.4': { keys: '4', label: ({ keys }) => keys.category(4) },
  'categories.5': { keys: '5', label: ({ keys }) => keys.category(5) },
  'categories.6': { keys: '6', label: ({ keys }) => keys.category(6) },
  'categories.7': { keys: '7', label: ({ keys }) => keys.category(7) },
  'categories.8': { keys: '8', label: ({ keys }) => keys.category(8) },
  'categories.9': { keys: '9', label: ({ keys }) => keys.category(9) },
  'categories.none': { keys: '0', label: ({ categories }) => categories.takeOut },

  'entry.edit': { keys: 'e', label: ({ entries }) => entries.edit },
  'entry.propose': { keys: 'w', label: ({ entries }) => entries.propose },

  'editing.save': { keys: 'mod+s', label: ({ actions }) => actions.save, inFields: true },
  'editing.saveAndNext': { keys: 'mod+Enter', label: ({ actions }) => actions.saveAndNext, inFields: true },
  'editing.cancel': { keys: 'Escape', label: ({ actions }) => actions.cancel, inFields: true, isFixed: true },

  'evidence.next': { keys: ']', label: ({ entries }) => entries.nextEvidence },
  'evidence.previous': { keys: '[', label: ({ entries }) => entries.previousEvidence },
  'evidence.open': { keys: '.', label: ({ entries }) => entries.openInDocument },

  'issues.accept': { keys: '1', label: ({ issues }) => issues.accept },
  'issues.edit': { keys: '2', label: ({ issues }) => issues.edit },
  'issues.dismiss': { keys: '3', label: ({ issues }) => issues.dismiss },
  'issues.later': { keys: 'h', label: ({ issues }) => issues.later },

  'document.next': { keys: 'n', label: ({ document }) => document.nextHit },
  'document.previous': { keys: 'p', label: ({ document }) => document.previousHit },
  'document.require': { keys: 'a', label: ({ document }) => document.addSelection },
  'document.exclude': { keys: 'x', label: ({ document }) => document.exclude },
  'document.alias': { keys: 'm', label: ({ document }) => document.alias },
  'document.forbid': { keys: 'f', label: ({ document }) => document.forbid },
  'document.close': { keys: 'Escape', label: ({ actions }) => actions.close, isFixed: true },

  'run.cancel': { keys: 'c', label: ({ runs }) => runs.cancel },
  'log.follow': { keys: 'l', label: ({ runs }) => runs.follow },
  'log.pause': { keys: 'p', label: ({ runs }) => runs.pause },
  'log.problems': { keys: 'f', label: ({ runs }) => runs.levels.problems },
  'log.filter': { keys: '/', label: ({ runs }) => runs.logFilter },

  'changes.next': { keys: 'j', label: ({ keys }) => keys.next },
  'changes.previous': { keys: 'k', label: ({ keys }) => keys.previous },
  'changes.accept': { keys: 'a', label: ({ versions }) => versions.accept },
  'changes.reject': { keys: 'r', label: ({ versions }) => versions.reject },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;
export type CommandGroup = CommandName extends `${infer Group}.${string}` ? Group : never;

/** Every name in the order of the list. */
export const commandNames = Object.keys(commands) as CommandName[];

export function command(name: CommandName): Command {
  return commands[name];
}

export function groupOf(name: CommandName): CommandGroup {
  return name.slice(0, name.indexOf('.')) as CommandGroup;
}

/** What each group is called. */
export function groupTitle(group: CommandGroup, words: Words): string {
  const titles: Readonly<Record<CommandGroup, string>> = {
    everywhere: words.keys.everywhere,
    go: words.keys.goTo('…'),
    list: words.keys.lists,
    terms: words.terms.title,
    categories: words.categories.title,
    entry: words.entries.title,
    editing: words.entries.editing,
    evidence: words.entries.evidence,
    issues: words.issues.title,
    document: words.shell.documents,
    run: words.runs.title,
    log: words.runs.log,
    changes: words.versions.compare,
  };
  return titles[group];
}

/** Groups that listen at the same time, page by page; `everywhere` and `go` listen on each. */
const together: readonly (readonly CommandGroup[])[] = [
  ['list', 'terms', 'categories'],
  ['list', 'issues', 'entry', 'editing', 'evidence'],
  ['document'],
  ['run', 'log'],
  ['changes'],
];
const always: readonly CommandGroup[] = ['everywhere', 'go'];

/** Whether a key of the one group would be heard by the other too. */
export function areTogether(one: CommandGroup, other: CommandGroup): boolean {
  return (
    one === other ||
    always.includes(one) ||
    always.includes(other) ||
    together.some((groups) => groups.includes(one) && groups.includes(other))
  );
}
