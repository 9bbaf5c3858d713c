import type { Core, Logger } from '@genglossary/core';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes away what has been in the trash for long, now and once a day. Its end waits for what is under way. */
export function sweepDaily({ actions }: Core, logger: Logger): AsyncDisposable {
  const sweep = () =>
    actions.trash.sweep().then(
      (swept) => logger.info('trash-sweep', { ...swept }),
      (error: unknown) => logger.warn('trash-sweep', { error }),
    );
  let last = sweep();
  const timer = setInterval(() => {
    last = sweep();
  }, DAY_MS).unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await last;
    },
  };
}
