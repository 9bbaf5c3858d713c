import type { ProjectId } from '@genglossary/core/domain';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Api } from '../data/api.ts';
import type { UploadFile } from '../data/shapes.ts';

/** A file that the server did not take, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly reason: string;
  readonly detail: string;
}

/** What is being sent to a project, and what became of it. */
export interface UploadState {
  readonly isSending: boolean;
  readonly total: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedFile[];
  /** Could not be sent; sending them again may work. */
  readonly failed: readonly UploadFile[];
}

const nothingSent: UploadState = {
  isSending: false,
  total: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  refused: [],
  failed: [],
};

const parallelBatches = 4;
const batchFiles = 20;
const batchBytes = 1024 * 1024;

/** What sending needs of the server. */
interface UploadsApi {
  readonly documents: Pick<Api['documents'], 'upload'>;
}

/** Sends files whatever page is open: they live here, not on a page. */
export class Uploads {
  readonly #api: UploadsApi;
  readonly #states = new Map<ProjectId, UploadState>();
  readonly #stops = new Map<ProjectId, AbortController>();
  readonly #listeners = new Set<() => void>();

  constructor(api: UploadsApi) {
    this.#api = api;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  stateOf(project: ProjectId): UploadState {
    return this.#states.get(project) ?? nothingSent;
  }

  /** Sends the files, at most four requests at a time; resolves when each was answered or given up. */
  send(project: ProjectId, files: readonly UploadFile[]): Promise<UploadState> {
    return this.#send(project, files, []);
  }

  async #send(project: ProjectId, files: readonly UploadFile[], refused: readonly RefusedFile[]): Promise<UploadState> {
    const stop = new AbortController();
    this.#stops.set(project, stop);
    this.#set(project, { ...nothingSent, refused, isSending: true, total: files.length });
    const batches = batchesOf(files);
    const work = async () => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        await this.#sendBatch(project, batch, stop.signal);
      }
    };
    await Promise.all(Array.from({ length: parallelBatches }, work));
    this.#set(project, { ...this.stateOf(project), isSending: false });
    return this.stateOf(project);
  }

  /** What was refused before is still told. */
  retry(project: ProjectId): Promise<UploadState> {
    const { failed, refused } = this.stateOf(project);
    return this.#send(project, failed, refused);
  }

  /** What is sent already stays. */
  stop(project: ProjectId): void {
    this.#stops.get(project)?.abort();
  }

  /** Forgets what became of the last files. */
  clear(project: ProjectId): void {
    this.#set(project, nothingSent);
  }

  async #sendBatch(project: ProjectId, batch: readonly UploadFile[], signal: AbortSignal): Promise<void> {
    if (signal.aborted) return this.#fail(project, batch);
    try {
      const outcomes = await this.#api.documents.upload(project, batch, { signal });
      const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length;
      const now = this.stateOf(project);
      this.#set(project, {
        ...now,
        added: now.added + count('added'),
        updated: now.updated + count('updated'),
        unchanged: now.unchanged + count('unchanged'),
        refused: [
          ...now.refused,
          ...outcomes.flatMap((one) =>
            one.outcome === 'rejected' ? [{ name: one.name, reason: one.reason, detail: one.detail }] : [],
          ),
        ],
      });
    } catch {
      this.#fail(project, batch);
    }
  }

  #fail(project: ProjectId, batch: readonly UploadFile[]): void {
    const now = this.stateOf(project);
    this.#set(project, { ...now, failed: [...now.failed, ...batch] });
  }

  #set(project: ProjectId, state: UploadState): void {
    this.#states.set(project, state);
    for (const listener of this.#listeners) listener();
  }
}

/** Requests of a moderate size, so that progress is seen and one failure does not cost everything. */
function batchesOf(files: readonly UploadFile[]): UploadFile[][] {
  const batches: UploadFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const batch = batches.at(-1);
    if (batch === undefined || batch.length >= batchFiles || bytes + file.content.length > batchBytes) {
      batches.push([file]);
      bytes = file.content.length;
    } else {
      batch.push(file);
      bytes += file.content.length;
    }
  }
  return batches;
}

export const UploadsContext = createContext<Uploads | undefined>(undefined);

export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext);
  if (uploads === undefined) throw new Error('There are no Uploads around this component.');
  return uploads;
}

export function useUploadState(project: ProjectId): UploadState {
  const uploads = useUploads();
  return useSyncExternalStore(uploads.subscribe, () => uploads.stateOf(project));
}
