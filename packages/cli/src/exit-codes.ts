import type { ErrorCode } from '@genglossary/core/domain';

/** What a shell sees. `genglossary help exit-codes` prints this table. */
export const exitCodes = {
  success: 0,
  usage: 2,
  failed: 3,
  budget: 5,
  interrupted: 130,
  terminated: 143,
} as const;

/** A new error code does not compile until it has its exit code. */
export const exitCodeOf: Readonly<Record<ErrorCode, number>> = {
  'runtime/unsupported-node': exitCodes.usage,
  'config/invalid': exitCodes.usage,
  'document/not-found': exitCodes.usage,
  'document/unreadable': exitCodes.failed,
  'document/invalid-name': exitCodes.usage,
  'document/none': exitCodes.usage,
  'term/not-found': exitCodes.usage,
  'export/invalid': exitCodes.failed,
  'export/not-ours': exitCodes.failed,
  'export/unwritable': exitCodes.failed,
  'storage/disk-full': exitCodes.failed,
  'storage/unavailable': exitCodes.failed,
  'storage/in-use': exitCodes.failed,
  'storage/newer-schema': exitCodes.failed,
  'storage/not-found': exitCodes.failed,
  'storage/interrupted': exitCodes.failed,
  'run/already-active': exitCodes.failed,
  'run/not-found': exitCodes.usage,
  'run/key-reused': exitCodes.usage,
  'run/nothing-to-resume': exitCodes.usage,
  'run/shutting-down': exitCodes.failed,
  'run/disk-full': exitCodes.failed,
  'run/crash-loop': exitCodes.failed,
  'run/budget-reached': exitCodes.budget,
  'analysis/failed': exitCodes.failed,
};
