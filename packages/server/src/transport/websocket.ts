import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import type { ServerContext } from '../context.ts';
import { limits } from '../limits.ts';
import { appRouter } from '../router.ts';
import { serverError } from '../server-error.ts';
import type { Access } from './access.ts';
import { pathOf, TRPC_PATH } from './http.ts';
import { SocketGate } from './socket-gate.ts';

/** Milliseconds; a socket that does not answer is closed, and its client comes back. */
export interface KeepAlive {
  readonly pingMs: number;
  readonly pongWaitMs: number;
}

export interface Sockets {
  /** Tells every client to connect again: to the next process, when this one is gone. */
  readonly announceEnd: () => void;
  readonly closeAll: () => void;
}

/** Subscriptions and calls over WebSocket, on the port of the HTTP server. */
export function attachSockets(
  http: Server,
  {
    access,
    context,
    keepAlive: { pingMs, pongWaitMs },
  }: {
    readonly access: Access;
    readonly context: Omit<ServerContext, 'requestId' | 'socket'>;
    readonly keepAlive: KeepAlive;
  },
): Sockets {
  const { metrics, logger } = context;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes });
  const handler = applyWSSHandler({
    wss: sockets,
    router: appRouter,
    maxBatchSize: limits.batchCalls,
    keepAlive: { enabled: true, pingMs, pongWaitMs },
    createContext: ({ req, res, info }) => {
      // The token comes as the first message: browsers cannot put headers on a socket.
      const given = info.connectionParams?.['token'];
      const refused = access.tokenRefusal(given, req, randomUUID());
      if (refused !== undefined) {
        metrics.refusals.inc({ code: refused.report.code });
        throw refused;
      }
      return { ...context, socket: new SocketGate(res) };
    },
  });
  sockets.on('connection', (socket) => {
    metrics.sockets.inc();
    socket.on('close', () => metrics.sockets.dec());
    // A broken frame or one above the limit: `ws` closes the socket with the right code by itself.
    socket.on('error', (error) => logger.info('socket-error', { message: error.message }));
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const requestId = randomUUID();
    const refused = access.originRefusal(request, requestId) ?? tooMany(sockets.clients.size, requestId);
    if (refused !== undefined) {
      metrics.refusals.inc({ code: refused.report.code });
      logger.warn('refusal', { request: requestId, code: refused.report.code });
      return turnAway(
        socket,
        refused.report.code === 'request/forbidden' ? '403 Forbidden' : '503 Service Unavailable',
      );
    }
    if (pathOf(request) !== TRPC_PATH) return turnAway(socket, '404 Not Found');
    sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request));
  });
  return {
    announceEnd: () => handler.broadcastReconnectNotification(),
    closeAll() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function tooMany(open: number, requestId: string) {
  if (open < limits.connections) return undefined;
  const limit = `${limits.connections} connections`;
  return serverError('request/too-many', `The server has ${limit}.`, { requestId, details: { limit } });
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
