import { z } from 'zod';
import type { ErrorCode } from '../errors/error-codes.ts';
import { GlossaryError } from '../errors/glossary-error.ts';
import type { Clock } from '../runtime/clock.ts';
import { describeFailure } from '../runtime/describe-failure.ts';
import type { LanguageModel } from './language-model.ts';
import type { ListedModel } from './provider.ts';

/** What a test of a connection found. */
export type ConnectionReport =
  | {
      readonly ok: true;
      readonly baseUrl: string;
      /** What the server calls the model that answered, where it says so. */
      readonly servedModel?: string;
      readonly latencyMs: number;
      /** `as-is`: it answers in the asked form; otherwise it needs help, which costs time. */
      readonly reading: 'as-is' | 'repaired' | 'asked-again';
    }
  | {
      readonly ok: false;
      readonly code: ErrorCode | 'unexpected';
      /** A sentence for a person, without keys. */
      readonly message: string;
      /** An address that does answer. */
      readonly healedBaseUrl?: string;
      /** Models that there are, those with a like name first; at most 20. */
      readonly models?: readonly string[];
    };

export interface ConnectionProbe {
  baseUrl(): string;
  healedUrls(baseUrl: string): readonly string[];
  list(baseUrl?: string): Promise<readonly ListedModel[]>;
  open(): Promise<LanguageModel>;
  readonly clock: Clock;
}

const ready = z.object({ ready: z.boolean() });

/** Looks where the models are listed, then asks the model itself, and names the first thing that is wrong. */
export async function testConnection(
  probe: ConnectionProbe,
  { model, signal }: { readonly model: string; readonly signal: AbortSignal },
): Promise<ConnectionReport> {
  let models: readonly ListedModel[] = [];
  try {
    const baseUrl = probe.baseUrl();
    try {
      models = await probe.list();
    } catch (error) {
      signal.throwIfAborted();
      if (!canAnswerAnyway(error)) return await failed(error, probe, { models, model });
    }
    const { provenance } = await (await probe.open()).generate({
      instructions: 'You check a connection. Answer with JSON: {"ready": true}.',
      prompt: 'Are you ready?',
      schema: ready,
      schemaName: 'connection_test',
      maxOutputTokens: 512,
      signal,
    });
    const { latencyMs, reading, servedModel } = provenance;
    return { ok: true, baseUrl, latencyMs, reading, ...(servedModel === undefined ? {} : { servedModel }) };
  } catch (error) {
    signal.throwIfAborted();
    return failed(error, probe, { models, model });
  }
}

/** There are servers that list no models and answer all the same. */
function canAnswerAnyway(error: unknown): boolean {
  return (
    GlossaryError.is(error, 'llm/wrong-address') ||
    GlossaryError.is(error, 'llm/rejected') ||
    GlossaryError.is(error, 'llm/failed') ||
    GlossaryError.is(error, 'llm/model-not-found')
  );
}

async function failed(
  error: unknown,
  probe: ConnectionProbe,
  { models, model }: { readonly models: readonly ListedModel[]; readonly model: string },
): Promise<ConnectionReport> {
  const { code, message } = describeFailure(error);
  const healed = GlossaryError.is(error, 'llm/wrong-address') ? await heal(probe) : undefined;
  const names = GlossaryError.is(error, 'llm/model-not-found') ? alike(models, model) : [];
  return {
    ok: false,
    code: GlossaryError.is(error) ? error.code : (code as 'unexpected'),
    message,
    ...(healed === undefined ? {} : { healedBaseUrl: healed }),
    ...(names.length === 0 ? {} : { models: names }),
  };
}

/** The first of the likely addresses where models are listed. */
async function heal(probe: ConnectionProbe): Promise<string | undefined> {
  for (const url of probe.healedUrls(probe.baseUrl())) {
    try {
      await probe.list(url);
      return url;
    } catch (error) {
      // Asked for a key, it is the right place.
      if (GlossaryError.is(error, 'llm/unauthorised')) return url;
    }
  }
  return undefined;
}

const MOST_NAMES = 20;

function alike(models: readonly ListedModel[], wanted: string): string[] {
  const pairs = pairsOf(wanted);
  return models
    .map(({ id }) => ({ id, shared: pairsOf(id).intersection(pairs).size }))
    .toSorted((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(({ id }) => id);
}

function pairsOf(name: string): ReadonlySet<string> {
  const folded = name.toLowerCase();
  return new Set(Array.from({ length: Math.max(0, folded.length - 1) }, (_, at) => folded.slice(at, at + 2)));
}
