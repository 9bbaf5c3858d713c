import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What operators watch of one server, beside what its core counts: several servers over a core count their own. */
export type ServerMetrics = ReturnType<typeof createServerMetrics>;

export function createServerMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const requestSeconds = new Histogram({
    name: 'genglossary_requests_seconds',
    help: 'Calls of procedures, from their input to their answer; of subscriptions, until they have begun.',
    labelNames: ['procedure', 'kind', 'code'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600],
    registers,
  });
  /** Found again by one look: building labels costs more than a small call. */
  const observers = new Map<string, (seconds: number) => void>();
  return {
    registry,
    /** One call of a procedure that is over. */
    observeRequest(procedure: string, kind: string, code: string, seconds: number): void {
      const key = `${procedure} ${kind} ${code}`;
      let observe = observers.get(key);
      if (observe === undefined) {
        const labelled = requestSeconds.labels({ procedure, kind, code });
        observe = (value) => labelled.observe(value);
        observers.set(key, observe);
      }
      observe(seconds);
    },
    refusals: new Counter({
      name: 'genglossary_refusals_total',
      help: 'Requests and connections that were refused before any procedure.',
      labelNames: ['code'],
      registers,
    }),
    sockets: new Gauge({ name: 'genglossary_sockets', help: 'Open WebSocket connections.', registers }),
    subscriptions: new Gauge({ name: 'genglossary_subscriptions', help: 'Open subscriptions.', registers }),
    eventLoopDelay: new Gauge({
      name: 'genglossary_event_loop_delay_seconds',
      help: 'How late the event loop was, since the last look at the metrics.',
      labelNames: ['quantile'],
      registers,
      collect() {
        for (const quantile of [50, 99]) {
          // The histogram counts the wait that it asked for (10 ms) in.
          const seconds = Math.max(0, delay.percentile(quantile) / 1e9 - 0.01);
          this.set({ quantile: String(quantile / 100) }, Number.isFinite(seconds) ? seconds : 0);
        }
        delay.reset();
      },
    }),
    [Symbol.dispose]: () => void delay.disable(),
  };
}
