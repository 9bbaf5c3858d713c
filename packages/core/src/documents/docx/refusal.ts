import type { UndecodableBytes } from '../decode.ts';

/** Why a file is not read, thrown from any depth of its parts and caught where the file is decoded. */
export class Refusal extends Error {
  readonly reason: UndecodableBytes['reason'];

  /** @param detail words for a person, that go on from the name of the file */
  constructor(reason: UndecodableBytes['reason'], detail: string, cause?: unknown) {
    super(detail, { cause });
    this.reason = reason;
  }
}
