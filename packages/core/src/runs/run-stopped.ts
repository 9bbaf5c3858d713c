/**
 * Why an execution is stopped from outside. `cancel`: a person asked · `shutdown`: the process ends · `lease-lost`: the
 * run may belong to another attempt by now.
 */
export type StopReason = 'cancel' | 'shutdown' | 'lease-lost';

/** The reason of an execution's signal. Not a failure: steps let it pass. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
  readonly reason: StopReason;

  constructor(reason: StopReason) {
    super(`The run was stopped: ${reason}.`);
    this.reason = reason;
  }
}
