import { type Actions, createActions } from '../../../actions/create-actions.ts';
import type { ProjectId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import type { StorageOptions } from '../../../storage/kysely/open-storage.ts';
import type { Storage } from '../../../storage/storage.ts';
import { HeldClock } from '../../runs/held-clock.ts';

/** Opens an empty place that lives as long as the tests of one file. */
export interface ActionsFixture {
  open(options: StorageOptions): Promise<Storage>;
}

export interface ActionsUnderTest {
  readonly storage: Storage;
  readonly actions: Actions;
  readonly clock: HeldClock;
  readonly project: ProjectId;
}

/** Runs a test in a project of its own. */
export function inProject(
  fixture: ActionsFixture,
  work: (test: ActionsUnderTest) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const clock = new HeldClock();
    await using storage = await fixture.open({ clock });
    const actions = createActions({ storage, clock });
    const { id: project } = await actions.projects.create({ name: 'Lighthouses' });
    await work({ storage, actions, clock, project });
  };
}

/** The code of the refusal, or `done`. */
export async function outcomeOf(doing: Promise<unknown>): Promise<string> {
  try {
    await doing;
    return 'done';
  } catch (error) {
    if (GlossaryError.is(error)) return error.code;
    throw error;
  }
}
