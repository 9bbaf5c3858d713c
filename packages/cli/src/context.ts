import type { Io } from './io.ts';
import type { ProgressMode } from './output/progress.ts';
import type { Words } from './words/en.ts';
import type { Locale } from './words/index.ts';

/** What every command is handed: the world, the words, and the options that mean the same everywhere. */
export interface CommandContext {
  readonly io: Io;
  readonly words: Words;
  readonly locale: Locale;
  /** Whether a person named the locale, rather than their machine. */
  readonly isLocaleGiven: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly progress: ProgressMode;
  /** Of a server that does the work, where one was named. */
  readonly url?: string;
  /** Version of the program, printed in every JSON result. */
  readonly version: string;
}
