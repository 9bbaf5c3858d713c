import { isAnsweredElsewhere, type LanguageModelSettings, type ProviderName, providerNames } from '../domain/index.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { contentHash } from '../text/content-hash.ts';
import { type AddressRules, checkedBaseUrl } from './check-address.ts';
import { createLanguageModel } from './create-language-model.ts';
import type { LanguageModel } from './language-model.ts';
import { Pace } from './pace.ts';
import { priceOf, PRICES_AS_OF } from './prices.ts';
import type { ListedModel, Provider } from './provider.ts';
import { providers } from './providers/index.ts';
import { environmentSecrets, type FoundKey, type Secrets } from './secrets.ts';
import { DEFAULT_OUTPUT_TOKENS, DEFAULT_TIMEOUT_MS } from './settings.ts';
import { type ConnectionReport, testConnection } from './test-connection.ts';
import { type Exchange, openTransport, type Transport } from './transport.ts';

/** Settings of a connection whose model is not chosen yet. */
export type ConnectionSettings = LanguageModelSettings extends infer One
  ? One extends LanguageModelSettings
    ? Omit<One, 'model'> & { readonly model?: string }
    : never
  : never;

/** What people choose from. */
export interface ProviderInfo {
  readonly name: ProviderName;
  readonly label: string;
  readonly defaultBaseUrl: string | undefined;
  readonly needsKey: boolean;
  /** Whether a key was found; the key itself is never told. */
  readonly hasKey: boolean;
  /** Where it was found. */
  readonly key?: Omit<FoundKey, 'value'>;
  /** Where a key is looked for. */
  readonly keyVariables: readonly string[];
}

/** Where text goes when a model is asked. */
export interface Destination {
  readonly provider: ProviderName;
  readonly host: string;
  /** Whether it stays on this machine. */
  readonly isThisMachine: boolean;
}

/** All language models of a process: their connections are shared, opened when first used, closed together. */
export interface LanguageModels extends AsyncDisposable {
  providers(): readonly ProviderInfo[];
  /** When the price list was last compared with the providers' own: year and month. */
  readonly pricesAsOf: string;
  /** @throws `config/invalid`, `llm/refused-address`, `llm/unauthorised` where a key is needed and there is none */
  open(settings: LanguageModelSettings): Promise<LanguageModel>;
  /** What is known of a model without a key or a connection; it answers nothing. @throws `config/invalid`, `llm/refused-address` */
  describe(settings: LanguageModelSettings): LanguageModel;
  /** The models that a provider offers. @throws as `open` · `llm/…` */
  list(settings: ConnectionSettings, signal?: AbortSignal): Promise<readonly ListedModel[]>;
  /** Asks one small question over the same path as a run, and says what is wrong. Never throws but for the signal. */
  test(settings: LanguageModelSettings, signal?: AbortSignal): Promise<ConnectionReport>;
  /** @throws `config/invalid`, `llm/refused-address` */
  destination(settings: ConnectionSettings): Destination;
}

export interface LanguageModelsTools {
  readonly secrets?: Secrets;
  readonly clock?: Clock;
  /** 0–1. */
  readonly random?: () => number;
  readonly rules?: AddressRules;
  readonly onExchange?: (exchange: Exchange) => void;
}

const RETRIES = 3;

export function openLanguageModels(tools: LanguageModelsTools = {}): LanguageModels {
  const { secrets = environmentSecrets({}), clock = systemClock, random = Math.random, rules = {}, onExchange } = tools;
  const connections = new Map<string, Line>();

  const lineOf = (
    settings: ConnectionSettings,
  ): Line & { readonly baseUrl: string; readonly apiKey: string | undefined } => {
    const { provider: name, requestsPerMinute, tokensPerMinute, timeoutMs = DEFAULT_TIMEOUT_MS } = settings;
    const provider: Provider = providers[name];
    const baseUrl = baseUrlOf(settings, provider, rules);
    const apiKey = secrets.find(provider.keyVariables)?.value;
    if (provider.needsKey && apiKey === undefined) {
      const why = `set ${provider.keyVariables[0] ?? 'its key'} in the environment`;
      throw new GlossaryError('llm/unauthorised', `${provider.label} needs a key: ${why}.`, {
        details: { provider: name, why },
      });
    }
    const lanes = settings.lanes ?? provider.defaultLanes;
    const owner = apiKey === undefined ? '' : contentHash(apiKey);
    const key = JSON.stringify([name, baseUrl, owner, lanes, requestsPerMinute, tokensPerMinute, timeoutMs]);
    let line = connections.get(key);
    if (line === undefined) {
      const watch = onExchange === undefined ? {} : { onExchange };
      const rates = {
        ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
        ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
      };
      line = {
        transport: openTransport({
          provider: provider.label,
          connections: lanes,
          silenceMs: timeoutMs,
          clock,
          rules,
          ...watch,
        }),
        pace: new Pace({ lanes, clock, ...rates }),
        lanes,
      };
      connections.set(key, line);
    }
    return { ...line, baseUrl, apiKey };
  };

  const open = async (settings: LanguageModelSettings, retries = RETRIES): Promise<LanguageModel> => {
    const { provider: name, temperature = 0, structuredOutput = 'auto', streams = false } = settings;
    const provider: Provider = providers[name];
    const { transport, pace, lanes, baseUrl, apiKey } = lineOf(settings);
    const [ask] = await Promise.all([
      provider.connect({ settings: { ...settings }, baseUrl, apiKey, transport }),
      transport.prepare(),
    ]);
    return createLanguageModel({
      ask,
      pace,
      timeoutMs: settings.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      clock,
      random,
      retries,
      ...known(settings),
      lanes,
      temperature: temperature ?? undefined,
      usesServerSchema: structuredOutput === 'auto',
      streams,
    });
  };

  /** What the settings say of a model by themselves. */
  const known = (settings: LanguageModelSettings) => {
    const { provider: name, model } = settings;
    const provider: Provider = providers[name];
    const baseUrl = baseUrlOf(settings, provider, rules);
    return {
      identity: identityOf(settings, baseUrl),
      provider: provider.label,
      model,
      lanes: settings.lanes ?? provider.defaultLanes,
      batchSize: settings.batchSize ?? provider.defaultBatchSize,
      maxOutputTokens: settings.maxOutputTokens ?? DEFAULT_OUTPUT_TOKENS,
      price: settings.price ?? (staysHere(settings, baseUrl) ? { input: 0, output: 0 } : priceOf(name, model)),
    };
  };

  const list: LanguageModels['list'] = async (settings, signal = new AbortController().signal) => {
    const provider: Provider = providers[settings.provider];
    const { transport, baseUrl, apiKey } = lineOf(settings);
    return provider.listModels({ settings: { model: '', ...settings }, baseUrl, apiKey, transport }, signal);
  };

  return {
    pricesAsOf: PRICES_AS_OF,
    providers: () =>
      providerNames.map((name) => {
        const { label, defaultBaseUrl, needsKey, keyVariables }: Provider = providers[name];
        const found = secrets.find(keyVariables);
        const key = found === undefined ? {} : { key: { name: found.name, source: found.source } };
        return { name, label, defaultBaseUrl, needsKey, hasKey: found !== undefined, ...key, keyVariables };
      }),
    open: (settings) => open(settings),
    describe: (settings) => ({
      ...known(settings),
      generate: () => Promise.reject(new Error('This model is only described: it cannot be asked.')),
    }),
    list,
    test: (settings, signal = new AbortController().signal) => {
      const provider: Provider = providers[settings.provider];
      const at = (baseUrl: string | undefined) => (baseUrl === undefined ? settings : { ...settings, baseUrl });
      return testConnection(
        {
          baseUrl: () => baseUrlOf(settings, provider, rules),
          healedUrls: (baseUrl) => provider.healedUrls(baseUrl),
          list: (baseUrl) => list(at(baseUrl), signal),
          open: () => open(settings, 0),
          clock,
        },
        { model: settings.model, signal },
      );
    },
    destination(settings) {
      const { provider } = settings;
      const baseUrl = baseUrlOf(settings, providers[provider], rules);
      return { provider, host: new URL(baseUrl).host, isThisMachine: staysHere(settings, baseUrl) };
    },
    async [Symbol.asyncDispose]() {
      const lines = [...connections.values()];
      connections.clear();
      await Promise.all(lines.map(({ transport }) => transport[Symbol.asyncDispose]()));
    },
  };
}

interface Line {
  readonly transport: Transport;
  readonly pace: Pace;
  readonly lanes: number;
}

function baseUrlOf(
  { baseUrl, provider: name }: ConnectionSettings,
  { defaultBaseUrl }: { readonly defaultBaseUrl: string | undefined },
  rules: AddressRules,
): string {
  const url = baseUrl ?? defaultBaseUrl;
  if (url !== undefined) return checkedBaseUrl(url, rules);
  const problem = `${name} needs the address of its server (base URL).`;
  throw new GlossaryError('config/invalid', problem, { details: { problem } });
}

/** What only decides how fast answers come, or what they cost. */
const SPEED: ReadonlySet<string> = new Set([
  'lanes',
  'batchSize',
  'requestsPerMinute',
  'tokensPerMinute',
  'timeoutMs',
  'streams',
  'price',
]);

/** Everything that an answer depends on. */
function identityOf(settings: LanguageModelSettings, baseUrl: string): string {
  const named = Object.entries({ ...settings, baseUrl }).filter(([name]) => !SPEED.has(name));
  return JSON.stringify(Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** Whether questions are answered on this machine, as far as the address and the name of the model tell. */
function staysHere({ provider: name, model = '' }: ConnectionSettings, baseUrl: string): boolean {
  if (isAnsweredElsewhere(name, model)) return false;
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/u.test(new URL(baseUrl).hostname);
}
