import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../../core.ts';
import type { ReportEvent } from '../../domain/index.ts';
import type { LanguageModelsTools } from '../../llm/open-language-models.ts';
import type { Build, BuildRequest } from '../../runs/build.ts';
import { type FakeModelServer, startFakeModel } from './fake-model-server.ts';

/** A real build over a folder, a database and a fake model server. */
export interface TestBuild extends AsyncDisposable {
  readonly core: Core;
  /** Its own project of the core. */
  readonly project: string;
  readonly server: FakeModelServer;
  /** Writes (or rewrites) documents. */
  write(documents: Readonly<Record<string, string>>): Promise<void>;
  /** What `build` would be asked for. */
  request(changes?: BuildChanges): BuildRequest;
  /** Builds with the model; what it told comes with it. */
  build(request?: BuildChanges): Promise<Build & { readonly events: readonly ReportEvent[] }>;
}

/** What a build does otherwise; without a language model where that is `undefined`. */
export type BuildChanges = Partial<Omit<BuildRequest, 'languageModel'>> & {
  readonly languageModel?: BuildRequest['languageModel'] | undefined;
};

export interface TestBuildOptions {
  /** Shared by the tests of a file: what takes time is to open one. */
  readonly core: Core;
  readonly documents: Readonly<Record<string, string>>;
  readonly required: readonly string[];
  readonly steps?: NonNullable<BuildRequest['languageModel']>['steps'];
  /** Of the language model, beside its address. */
  readonly settings?: object;
}

/** A core over an empty database, for all the builds of a test file. */
export async function openTestCore(tools: LanguageModelsTools = {}): Promise<Core & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'genglossary-core-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const core = opened.use(
    await openCore({ databasePath: join(folder, 'glossary.db'), threads: 1, languageModels: tools }),
  );
  const owned = opened.move();
  return { ...core, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

export async function openTestBuild({
  core,
  documents,
  required,
  steps = ['define'],
  settings = {},
}: TestBuildOptions): Promise<TestBuild> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'genglossary-model-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const source = join(folder, 'docs');
  const write: TestBuild['write'] = async (texts) => {
    await mkdir(source, { recursive: true });
    for (const [name, text] of Object.entries(texts)) await writeFile(join(source, name), text);
  };
  await write(documents);
  const server = opened.use(await startFakeModel());
  const owned = opened.move();
  const request = (changes: BuildChanges = {}): BuildRequest => {
    const model = {
      settings: { provider: 'openai-compatible', model: 'fake', baseUrl: server.baseUrl('openai'), ...settings },
      steps,
    } as const;
    const { languageModel, ...others } = { languageModel: model, ...changes };
    return {
      project: folder,
      paths: [source],
      required,
      limit: 1,
      ...others,
      ...(languageModel === undefined ? {} : { languageModel }),
    };
  };
  return {
    core,
    project: folder,
    server,
    write,
    request,
    async build(changes = {}) {
      const events: ReportEvent[] = [];
      const report = (event: ReportEvent) => void events.push(event);
      const built = await core.build(request(changes), { signal: new AbortController().signal, report });
      return { ...built, events };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
