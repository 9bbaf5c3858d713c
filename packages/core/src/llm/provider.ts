import type { z } from 'zod';
import type { Ask } from './ask.ts';
import type { CommonModelSettings } from '../domain/index.ts';
import type { Transport } from './transport.ts';

export interface ListedModel {
  readonly id: string;
  /** Bytes on disk, where the server says so. */
  readonly size?: number;
}

/** What a provider needs to speak: where to, with which key, over which transport. */
export interface Connection<Settings = CommonModelSettings> {
  readonly settings: Settings;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
  readonly transport: Transport;
}

/**
 * A way to reach language models: declares what it is and can, so that nobody asks which one it holds. `connect` loads
 * the provider's library only when it is used: a build without a model pays nothing.
 */
export interface Provider<Settings extends z.ZodObject = z.ZodObject> {
  /** What people call it. */
  readonly label: string;
  /** The settings that only this provider has. */
  readonly settings: Settings;
  /** `undefined`: it has to be told. */
  readonly defaultBaseUrl: string | undefined;
  /** Environment variables that may hold the key, first found wins. */
  readonly keyVariables: readonly string[];
  readonly needsKey: boolean;
  readonly defaultLanes: number;
  readonly defaultBatchSize: number;
  /** Other addresses to try where this one does not answer as it should: what people type by mistake, put right. */
  healedUrls(baseUrl: string): readonly string[];
  connect(connection: Connection<CommonModelSettings & z.infer<Settings>>): Promise<Ask>;
  /** @throws `llm/…` */
  listModels(
    connection: Connection<CommonModelSettings & z.infer<Settings>>,
    signal: AbortSignal,
  ): Promise<readonly ListedModel[]>;
}

/** Keeps the exact types of what is declared. */
export function defineProvider<const Settings extends z.ZodObject>(provider: Provider<Settings>): Provider<Settings> {
  return provider;
}
