import { useSyncExternalStore } from 'react';

export const themes = ['system', 'light', 'dark'] as const;
export const languages = ['en', 'ja'] as const;
export const readings = ['rendered', 'source'] as const;
export const directions = ['horizontal', 'vertical'] as const;
export const readingSizes = ['usual', 'large', 'larger'] as const;
export const readingFaces = ['book', 'plain'] as const;
export const densities = ['comfortable', 'compact'] as const;

/** Columns of the workbench that can be left out. */
export const termColumnNames = ['category', 'kind', 'count', 'documents', 'score'] as const;

export type TermColumn = (typeof termColumnNames)[number];
export type Language = (typeof languages)[number];

/** How this browser shows the app: nothing that the server knows. */
export interface Preferences {
  readonly theme: (typeof themes)[number];
  readonly language: Language;
  readonly density: (typeof densities)[number];
  /** Of definitions, quotations and documents. */
  readonly readingSize: (typeof readingSizes)[number];
  readonly readingFace: (typeof readingFaces)[number];
  /** Documents as they are read, or as they are written. */
  readonly reading: (typeof readings)[number];
  /** How the lines of Japanese documents run where they are shown as they are read. */
  readonly direction: (typeof directions)[number];
  /** Whether keys without Ctrl or ⌘ do something (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Keys that were chosen instead of the usual ones, by the name of the command; null where it shall have none. */
  readonly chosenKeys: Readonly<Record<string, string | null>>;
  /** Columns of the workbench that are left out. */
  readonly hiddenTermColumns: readonly TermColumn[];
}

/** `public/first-paint.js` reads the same key before anything is painted. */
const key = 'genglossary.preferences';
const listeners = new Set<() => void>();
let current = read();

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function preferences(): Preferences {
  return current;
}

/** Holds at once, in every open tab, and the next time. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(key, JSON.stringify(current));
  announce();
}

/** Puts the choices on the page; call once, before the first render. */
export function startPreferences(): void {
  addEventListener('storage', (event) => {
    if (event.key !== key) return;
    current = read();
    announce();
  });
  show();
}

function announce() {
  show();
  for (const listener of listeners) listener();
}

function show() {
  const { dataset } = document.documentElement;
  if (current.theme === 'system') delete dataset['theme'];
  else dataset['theme'] = current.theme;
  dataset['density'] = current.density;
  dataset['readingSize'] = current.readingSize;
  dataset['readingFace'] = current.readingFace;
  document.documentElement.lang = current.language;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Preferences {
  const fresh: Preferences = {
    theme: 'system',
    language: navigator.language.startsWith('ja') ? 'ja' : 'en',
    density: 'comfortable',
    readingSize: 'usual',
    readingFace: 'book',
    reading: 'rendered',
    direction: 'horizontal',
    singleKeys: true,
    chosenKeys: {},
    hiddenTermColumns: [],
  };
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return fresh;
    const has = (name: keyof Preferences, allowed: readonly unknown[]) =>
      allowed.includes(Reflect.get(stored, name)) ? { [name]: Reflect.get(stored, name) as unknown } : {};
    return {
      ...fresh,
      ...has('theme', themes),
      ...has('language', languages),
      ...has('density', densities),
      ...has('readingSize', readingSizes),
      ...has('readingFace', readingFaces),
      ...has('reading', readings),
      ...has('direction', directions),
      ...has('singleKeys', [true, false]),
      ...hiddenIn(Reflect.get(stored, 'hiddenTermColumns')),
      chosenKeys: chosenIn(Reflect.get(stored, 'chosenKeys')),
    };
  } catch {
    return fresh;
  }
}

function hiddenIn(stored: unknown): Partial<Preferences> {
  if (!Array.isArray(stored)) return {};
  return { hiddenTermColumns: termColumnNames.filter((name) => stored.includes(name)) };
}

function chosenIn(stored: unknown): Preferences['chosenKeys'] {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    Object.entries(stored).filter(([, keys]: [string, unknown]) => keys === null || typeof keys === 'string'),
  );
}
