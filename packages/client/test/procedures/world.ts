import {
  createClient,
  type ConceptId,
  type DocumentId,
  type GlossaryClient,
  type IssueId,
  type ProjectId,
  type RunId,
} from '@genglossary/client';
import { environmentSecrets } from '@genglossary/core';
import type { ErrorCode } from '@genglossary/core/domain';
import { answerDefinitions, type FakeModelServer, quoteFirst, startFakeModel } from '@genglossary/core/testing';
import { createTestServer, type TestServer } from '@genglossary/server/testing';

/** A project with a glossary, of which each test has a copy of its own, on one real server. */
export interface World {
  readonly client: GlossaryClient;
  readonly api: GlossaryClient['api'];
  readonly project: ProjectId;
  readonly lock: ConceptId;
  readonly sluice: ConceptId;
  readonly document: DocumentId;
  readonly issue: IssueId;
  /** A completed run of the project that was copied: it asked a language model. */
  readonly run: RunId;
  readonly model: FakeModelServer;
  /** Takes questions and never answers: a run that asks it works until it is cancelled. */
  readonly silentModel: FakeModelServer;
}

/** One procedure: what it answers, what it refuses, and what becomes of two who call it at once. */
export interface Case {
  readonly prepare: (world: World) => Promise<unknown>;
  readonly call: (world: World, prepared: never) => Promise<unknown>;
  readonly answers: (value: never, world: World, prepared: never) => unknown;
  readonly refuses: Readonly<Partial<Record<ErrorCode, (world: World, prepared: never) => Promise<unknown>>>>;
  readonly twice: readonly ['done', 'done' | ErrorCode];
}

/** Keeps the types of what is prepared and answered. */
export function define<Value, Prepared = undefined>({
  prepare = () => Promise.resolve(undefined as Prepared),
  twice = ['done', 'done'],
  ...rest
}: {
  readonly prepare?: (world: World) => Promise<Prepared>;
  readonly call: (world: World, prepared: Prepared) => Promise<Value>;
  readonly answers: (value: Value, world: World, prepared: Prepared) => unknown;
  /** By code; nothing for what takes no input. */
  readonly refuses: Readonly<Partial<Record<ErrorCode, (world: World, prepared: Prepared) => Promise<unknown>>>>;
  /** One more who calls at once with the same; both are done unless told. */
  readonly twice?: Case['twice'];
}): Case {
  return { prepare, twice, ...rest };
}

const MANUAL = `# Lock

A lock is a chamber with gates that lifts boats from one level to another. Each lock has a keeper. The lock is old.

# Sluice

A sluice is an opening in a gate that lets water through. The sluice is opened by hand. The lock has two sluices.

# Paddle

The paddle is wound up with a windlass. A paddle closes the sluice. Each paddle has a number. Bring your windlass.
`;

export interface Worlds extends AsyncDisposable {
  /** A copy in which nothing was done yet. */
  readonly fresh: () => Promise<World>;
}

export async function openWorlds(): Promise<Worlds> {
  await using opened = new AsyncDisposableStack();
  const model = opened.use(await startFakeModel());
  const writer = opened.use(await startFakeModel());
  writer.behave((call) => ({ kind: 'say', text: answerDefinitions(call, quoteFirst) }));
  const silentModel = opened.use(await startFakeModel());
  silentModel.behave({ kind: 'hang' });
  const server: TestServer = opened.use(
    await createTestServer({ core: { languageModels: { secrets: environmentSecrets({}) } } }),
  );
  const client = opened.use(createClient({ url: server.url }));
  const { id } = await client.projects.create({ name: 'Canal', language: 'en' });
  await client.documents.upload(id, [{ name: 'canal.md', content: MANUAL }]);
  const settings = { provider: 'openai-compatible', model: 'm', baseUrl: writer.baseUrl('openai') } as const;
  const run = await client.runs.start(id, {
    required: ['lock', 'sluice', 'windlass'],
    languageModel: { settings, steps: ['define'] },
  });
  await run.done();
  const entries = await Array.fromAsync(client.entries.list(id));
  const issues = await Array.fromAsync(client.issues.list(id, { state: 'open' }));
  const [document] = await client.documents.list(id);
  const named = (name: string) => entries.find(({ term }) => term === name)?.id;
  const [lock, sluice, issue] = [named('lock'), named('sluice'), issues[0]?.id];
  if (lock === undefined || sluice === undefined || issue === undefined || document === undefined) {
    throw new Error('The glossary is not what the cases need.');
  }
  let count = 0;
  const owned = opened.move();
  return {
    async fresh() {
      const { id: project } = await client.projects.clone(id, `Canal ${(count += 1)}`);
      return {
        client,
        api: client.api,
        project,
        lock,
        sluice,
        document: document.id,
        issue,
        run: run.id,
        model,
        silentModel,
      };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** The first message of a subscription, which is then given up. */
export function firstOf<Message>(
  subscribe: (handlers: {
    readonly onData: (message: Message) => void;
    readonly onError: (error: unknown) => void;
  }) => { unsubscribe(): void },
): Promise<Message> {
  return new Promise((resolve, reject) => {
    const subscription = subscribe({
      onData: (message) => {
        resolve(message);
        queueMicrotask(() => subscription.unsubscribe());
      },
      onError: (error) => reject(error instanceof Error ? error : new Error(String(error))),
    });
  });
}

export const gone = 'gone' as never;
/** A key of its own for each call. */
export const freshKey = (): string => crypto.randomUUID();

export async function versionOf({ client, project }: World, id: ConceptId): Promise<string> {
  return (await client.entries.get(project, id)).version;
}
