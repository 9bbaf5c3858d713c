import type { VictimMessage } from './messages.ts';

/** What followers were told over all lives of the victims: each event once and in order, or a fault is counted. */
export class Followers {
  readonly cursors: Record<string, number> = {};
  readonly ends = new Map<string, string>();
  /** Runs whose followers were told that they are over. */
  readonly followed = new Map<string, string>();
  gaps = 0;
  duplicates = 0;
  events = 0;

  hear(message: VictimMessage): void {
    if (message.t === 'followed') {
      this.followed.set(message.run, message.status);
      delete this.cursors[message.run];
    }
    if (message.t !== 'events') return;
    for (const [seq, type, status] of message.entries) {
      const last = this.cursors[message.run] ?? 0;
      if (seq <= last) this.duplicates += 1;
      else if (seq !== last + 1) this.gaps += 1;
      this.cursors[message.run] = seq;
      this.events += 1;
      if (type === 'run-end') this.ends.set(message.run, status ?? '');
    }
  }
}
