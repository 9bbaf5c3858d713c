import type { AppRouter, UndoToken } from '@genglossary/contract';
import { createTRPCClient, type TRPCClient } from '@trpc/client';
import { categoriesRoom, type CategoriesRoom } from './rooms/categories.ts';
import { documentsRoom, type DocumentsRoom } from './rooms/documents.ts';
import { entriesRoom, type EntriesRoom } from './rooms/entries.ts';
import { exportsRoom, type ExportsRoom } from './rooms/exports.ts';
import { importsRoom, type ImportsRoom } from './rooms/imports.ts';
import { insightsRoom, type InsightsRoom } from './rooms/insights.ts';
import { issuesRoom, type IssuesRoom } from './rooms/issues.ts';
import { languageModelsRoom, type LanguageModelsRoom } from './rooms/language-models.ts';
import { projectsRoom, type ProjectsRoom } from './rooms/projects.ts';
import { type CallOptions, createAsk, type Room } from './rooms/room.ts';
import { runsRoom, type RunsRoom } from './rooms/runs.ts';
import { settingsRoom, type SettingsRoom } from './rooms/settings.ts';
import { termListsRoom, type TermListsRoom, termsRoom, type TermsRoom } from './rooms/terms.ts';
import { type TrashRoom, trashRoom } from './rooms/trash.ts';
import { versionsRoom, type VersionsRoom } from './rooms/versions.ts';
import { networkTransport, type NetworkSettings, type Transport } from './transport.ts';

/** Where the client finds its server; also a way of its own, such as one in the same process. */
export type ClientSettings = Partial<NetworkSettings> | { readonly transport: Transport };

/** Everything a server can do, by room. Dispose it to close its connection. */
export interface GlossaryClient extends AsyncDisposable {
  readonly projects: ProjectsRoom;
  readonly documents: DocumentsRoom;
  readonly terms: TermsRoom;
  readonly termLists: TermListsRoom;
  readonly categories: CategoriesRoom;
  readonly entries: EntriesRoom;
  readonly issues: IssuesRoom;
  readonly runs: RunsRoom;
  readonly versions: VersionsRoom;
  readonly trash: TrashRoom;
  readonly exports: ExportsRoom;
  readonly imports: ImportsRoom;
  readonly insights: InsightsRoom;
  readonly languageModels: LanguageModelsRoom;
  readonly settings: SettingsRoom;
  /** Takes a change back, once; answers the token that brings it back again. @throws `undo/expired` · `undo/conflict` */
  undo(token: string, options?: CallOptions): Promise<UndoToken | undefined>;
  /** Every procedure, as tRPC sees it; its errors are tRPC's. */
  readonly api: TRPCClient<AppRouter>;
  close(): Promise<void>;
}

const DEFAULT_URL = 'http://127.0.0.1:4747';

/**
 * A client of a glossary server. Address and token are those of `GENGLOSSARY_URL` and `GENGLOSSARY_TOKEN` unless given.
 *
 * @example
 * ```ts
 * await using glossary = createClient({ url: 'http://127.0.0.1:4747' });
 * const run = await glossary.runs.start(project.id);
 * for await (const event of run.events()) console.log(event.seq, event.type);
 * ```
 */
export function createClient(settings: ClientSettings = {}): GlossaryClient {
  if ('transport' in settings) return clientOf(settings.transport, 'this process');
  const url = settings.url ?? variable('GENGLOSSARY_URL') ?? DEFAULT_URL;
  const token = settings.token ?? variable('GENGLOSSARY_TOKEN');
  return clientOf(networkTransport({ ...settings, url, token }), url);
}

/** The same client for a core in this process: `createLocalClient(localTransport(core))`. */
export function createLocalClient(transport: Transport): GlossaryClient {
  return createClient({ transport });
}

function clientOf(transport: Transport, url: string): GlossaryClient {
  const api = createTRPCClient<AppRouter>({ links: [transport.link] });
  const ask = createAsk(url);
  const room: Room = { api, url, ask };
  const close = async () => {
    await transport.close();
  };
  return {
    api,
    projects: projectsRoom(room),
    documents: documentsRoom(room),
    terms: termsRoom(room),
    termLists: termListsRoom(room),
    categories: categoriesRoom(room),
    entries: entriesRoom(room),
    issues: issuesRoom(room),
    runs: runsRoom(room),
    versions: versionsRoom(room),
    trash: trashRoom(room),
    exports: exportsRoom(room),
    imports: importsRoom(room),
    insights: insightsRoom(room),
    languageModels: languageModelsRoom(room),
    settings: settingsRoom(room),
    undo: async (token, options) => {
      const done = await ask(api.undo.useToken.mutate, { token }, options);
      return done.undo;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Of the environment, where the runtime has one. */
function variable(name: string): string | undefined {
  const { process } = globalThis as {
    readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
  };
  return process?.env?.[name];
}
