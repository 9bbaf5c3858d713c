import { type Core, type Logger, silentLogger } from '@genglossary/core';
import type { TRPCLink } from '@trpc/client';
import { localLink } from '@trpc/client';
import { type AppRouter, appRouter } from './router.ts';
import { createServerMetrics } from './server-metrics.ts';

/** A way from a client to procedures; what `createClient` of `@genglossary/client` takes. */
export interface LocalTransport {
  readonly link: TRPCLink<AppRouter>;
  readonly close: () => void;
}

/**
 * The procedures of a core in the same process, without a port: `createLocalClient(localTransport(core))` is the same
 * client as one over the network.
 */
export function localTransport(
  core: Core,
  { logger = silentLogger }: { readonly logger?: Logger } = {},
): LocalTransport {
  const metrics = createServerMetrics();
  const context = { core, logger, metrics };
  return {
    link: localLink({ router: appRouter, createContext: () => Promise.resolve(context) }),
    close: () => metrics[Symbol.dispose](),
  };
}
