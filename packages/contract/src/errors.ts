import type { EntryDetail, EntrySummary, ErrorDetails as Details } from '@genglossary/core/domain';
import type { Settings } from './answers.ts';

/** What somebody else made of it meanwhile, in the words in which it is answered. */
interface Conflicts {
  /** Somebody changed the entry since it was read: here is what it is now. */
  'entry/conflict': Omit<Details['entry/conflict'], 'current'> & { readonly current: EntryDetail };
  /** Somebody changed the settings since they were read: here is what they are now. */
  'settings/conflict': Omit<Details['settings/conflict'], 'current'> & { readonly current: Omit<Settings, 'keys'> };
  /** Entries were changed since the import was planned: here is what they are now; `null` where there is none. */
  'import/conflict': Omit<Details['import/conflict'], 'current'> & {
    readonly current: readonly {
      readonly place: number;
      readonly term: string;
      readonly entry: EntrySummary | null;
    }[];
  };
}

/** What a refusal tells, under each code. */
export type ErrorDetails = Omit<Details, keyof Conflicts> & Conflicts;
