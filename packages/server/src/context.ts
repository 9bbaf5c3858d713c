import type { Core, Logger } from '@genglossary/core';
import type { ServerMetrics } from './server-metrics.ts';
import type { SocketGate } from './transport/socket-gate.ts';

/** What a call of a procedure is handed. */
export interface ServerContext {
  readonly core: Core;
  readonly logger: Logger;
  readonly metrics: ServerMetrics;
  /** Of an HTTP request; calls over a socket get one each. */
  readonly requestId?: string | undefined;
  /** The socket that the call came by. */
  readonly socket?: SocketGate | undefined;
}
