import type { ProjectId } from '@genglossary/core/domain';
import { useSyncExternalStore } from 'react';

let asked: ProjectId | undefined;
const listeners = new Set<() => void>();

/** The project whose next run waits for a person to say what it may spend. */
export function useAskedRun(): ProjectId | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}

/** Asks the person, or, without a project, lets it be. */
export function askForRun(project?: ProjectId): void {
  asked = project;
  for (const listener of listeners) listener();
}
