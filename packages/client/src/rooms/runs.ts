import type {
  BuildOptions,
  CallQuery,
  ModelCallText,
  Page,
  PlannedQuestion,
  RecordedCall,
  ProjectId,
  RunBudget,
  RunEstimate,
  RunEventMessage,
  RunId,
  RunInfo,
  RunScope,
} from '@genglossary/contract';
import { type FollowOptions, runEvents } from '../run-events.ts';
import { everyItem, type PageOptions } from './pages.ts';
import type { CallOptions, Room } from './room.ts';

export interface StartOptions extends BuildOptions, CallOptions {
  readonly scope?: RunScope;
  /** Makes starting safe to repeat; a new one unless given. */
  readonly key?: string;
  readonly budget?: RunBudget;
}

/** A run that can be followed, waited for and cancelled. */
export interface RunHandle {
  readonly id: RunId;
  /** Every event once and in order; reconnects and resumes by itself. */
  events(options?: FollowOptions): AsyncIterable<RunEventMessage>;
  /** The run when it is over. */
  done(options?: CallOptions): Promise<RunInfo>;
  get(options?: CallOptions): Promise<RunInfo>;
  /** Asks it to stop; what is finished is kept. */
  cancel(options?: CallOptions): Promise<RunInfo>;
}

export interface RunsRoom {
  /** @throws `run/already-active` with the id of the run that the project has · `run/disk-full` · `storage/not-found` */
  start(projectId: ProjectId, options?: StartOptions): Promise<RunHandle>;
  /** Does what a failed, partial or cancelled run left. @throws `run/not-found` · `run/nothing-to-resume` */
  resume(
    runId: RunId,
    options?: CallOptions & { readonly key?: string; readonly budget?: RunBudget },
  ): Promise<RunHandle>;
  /** A run that is there already, to follow it. */
  open(runId: RunId): RunHandle;
  /** @throws `run/not-found` */
  get(runId: RunId, options?: CallOptions): Promise<RunInfo>;
  /** Newest first. @throws `storage/not-found` */
  list(projectId: ProjectId, options?: CallOptions & { readonly limit?: number }): Promise<readonly RunInfo[]>;
  /** The run that the project has now. @throws `storage/not-found` */
  current(projectId: ProjectId, options?: CallOptions): Promise<RunHandle | undefined>;
  /** What a run asked of language models, newest first unless told, page after page. */
  calls(runId: RunId, query?: CallQuery & CallOptions): AsyncIterable<RecordedCall>;
  /** One page of that. @throws `run/not-found` */
  callsPage(runId: RunId, query?: CallQuery & PageOptions): Promise<Page<RecordedCall>>;
  /** One of those questions, with its words where they were kept. @throws `run/not-found` · `storage/not-found` */
  call(runId: RunId, number: number, options?: CallOptions): Promise<RecordedCall & { readonly text?: ModelCallText }>;
  /** What a run would spend, told without a call to a model. */
  estimate(projectId: ProjectId, options?: BuildOptions & CallOptions): Promise<RunEstimate>;
  /**
   * What the models would be asked about a term, word for word, a question a step: that one which names the term, or the
   * first where none does. Told without a call.
   */
  questions(
    projectId: ProjectId,
    options?: BuildOptions & CallOptions & { readonly about?: string },
  ): Promise<readonly PlannedQuestion[]>;
}

export function runsRoom(room: Room): RunsRoom {
  const { api, ask } = room;
  const get = (runId: RunId, options: CallOptions = {}) => ask(api.runs.get.query, { runId }, options);
  const callsPage: RunsRoom['callsPage'] = (runId, { signal, ...query } = {}) =>
    ask(api.runs.calls.query, { runId, ...query }, { signal });
  const open = (id: RunId): RunHandle => ({
    id,
    events: (options = {}) => runEvents(room, id, options),
    get: (options) => get(id, options),
    async done(options = {}) {
      const now = await get(id, options);
      // The last event comes with the stored end, so the row that is read after it is final.
      for await (const event of runEvents(room, id, { ...options, after: now.lastSeq })) void event;
      return get(id, options);
    },
    cancel: async (options) => (await ask(api.runs.cancel.mutate, { runId: id }, options)).run,
  });
  return {
    get,
    open,
    callsPage,
    calls: (runId, query = {}) => everyItem((page) => callsPage(runId, { ...query, ...page })),
    call: (runId, number, options) => ask(api.runs.callDetail.query, { runId, number }, options),
    async start(projectId, { signal, scope = 'full', key = crypto.randomUUID(), budget, ...asked } = {}) {
      const options = optionsOf(asked);
      const request = { projectId, scope, key, options, ...(budget === undefined ? {} : { budget }) };
      const run = await ask(api.runs.start.mutate, request, { signal });
      return open(run.id);
    },
    async resume(runId, { signal, key = crypto.randomUUID(), budget } = {}) {
      const request = { runId, key, ...(budget === undefined ? {} : { budget }) };
      const run = await ask(api.runs.resume.mutate, request, { signal });
      return open(run.id);
    },
    async list(projectId, { signal, limit = 50 } = {}) {
      const { items } = await ask(api.runs.list.query, { projectId, limit }, { signal });
      return items;
    },
    async current(projectId, options) {
      const run = await ask(api.runs.current.query, { projectId }, options);
      return run === null ? undefined : open(run.id);
    },
    estimate: (projectId, { signal, ...asked } = {}) =>
      ask(api.runs.estimate.query, { projectId, options: optionsOf(asked) }, { signal }),
    async questions(projectId, { signal, about, ...asked } = {}) {
      const request = { projectId, options: optionsOf(asked), ...(about === undefined ? {} : { about }) };
      return (await ask(api.runs.questions.query, request, { signal })).items;
    },
  };
}

/** As it is sent: nothing that was not asked, lists that may change. */
function optionsOf({ title = 'Glossary', required, excluded, ...rest }: BuildOptions) {
  const { language, limit, languageModel, outputLanguage, keepsCallTexts } = rest;
  return {
    title,
    ...(language === undefined ? {} : { language }),
    ...(limit === undefined ? {} : { limit }),
    ...(languageModel === undefined ? {} : { languageModel }),
    ...(outputLanguage === undefined ? {} : { outputLanguage }),
    ...(keepsCallTexts === undefined ? {} : { keepsCallTexts }),
    ...(required === undefined ? {} : { required: [...required] }),
    ...(excluded === undefined ? {} : { excluded: [...excluded] }),
  };
}
