import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What operators watch (Prometheus). One set per core: nothing is registered globally. */
export type Metrics = ReturnType<typeof createMetrics>;

/** Seconds, from a millisecond to a minute. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics({ databaseLogBytes = () => 0 }: { readonly databaseLogBytes?: () => number } = {}) {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `genglossary_${name}`, help, labelNames, registers });
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name: `genglossary_${name}`, help, labelNames, registers });
  const seconds = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Histogram({ name: `genglossary_${name}`, help, labelNames, buckets: SECONDS, registers });
  return {
    registry,
    runsEnded: counter('runs_total', 'Runs that ended.', ['scope', 'status']),
    runsExecuting: gauge('runs_executing', 'Runs that this process works on.'),
    runSeconds: new Histogram({
      name: 'genglossary_run_seconds',
      help: 'From claim to end of an attempt.',
      labelNames: ['scope', 'status'],
      buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 14_400],
      registers,
    }),
    stepSeconds: new Histogram({
      name: 'genglossary_run_step_seconds',
      help: 'From start to end of a step.',
      labelNames: ['step'],
      buckets: [0.01, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600],
      registers,
    }),
    items: counter('run_items_total', 'Items of runs.', ['outcome']),
    modelCalls: counter('model_calls_total', 'Calls to language models that were paid for.'),
    modelErrors: counter('model_errors_total', 'Calls to language models that failed.', ['code']),
    modelTokens: counter('model_tokens_total', 'Tokens of those calls.', ['direction']),
    wantedRunRetries: counter('wanted_run_retries_total', 'Failed tries to start a run that waits.', ['code']),
    statusWriteRetries: counter('run_status_write_retries_total', 'Failed tries to save a status.', ['code']),
    statusesUnsaved: gauge('runs_status_unsaved', 'Runs whose end is not saved yet.'),
    appendSeconds: seconds('journal_append_seconds', 'One group of a journal, written and durable.'),
    appendedEvents: counter('journal_events_total', 'Events written to journals.'),
    eventsSkipped: counter('journal_events_skipped_total', 'Events of progress left out because a step told too many.'),
    followers: gauge('run_followers', 'Subscriptions that follow a run.'),
    eventLag: seconds('run_event_lag_seconds', 'From an event to its delivery to a follower that waited for it.'),
    databaseLogBytes: new Gauge({
      name: 'genglossary_database_log_bytes',
      help: 'Committed, but not yet folded into the database file: grows while a reader stays open.',
      registers,
      collect() {
        this.set(databaseLogBytes());
      },
    }),
    leaseTakeovers: counter('run_lease_takeovers_total', 'Attempts given up for another process or after a crash.'),
    leasesExpired: gauge('runs_lease_expired', 'Runs of this process whose lease could not be renewed in time.'),
  };
}
