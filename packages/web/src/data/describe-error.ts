import type { Words } from '../words/en.ts';

/** What an error of the client says for people. Errors of ours carry a code, a hint and the request they belong to. */
export interface ErrorWords {
  readonly message: string;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
}

export function describeError(error: unknown, { errors }: Pick<Words, 'errors'>): ErrorWords {
  if (!(error instanceof Error)) return { message: String(error), code: undefined, requestId: undefined };
  const text = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { message } = error;
  const code = text('code');
  const told =
    code === undefined
      ? [message]
      : [errors.tell({ code, message, details: Reflect.get(error, 'details') }), errors.toDo(code, text('hint') ?? '')];
  return {
    // Commands are marked as in Markdown, which nobody reads here.
    message: told
      .filter((sentence) => sentence !== '')
      .join(' ')
      .replaceAll(/`([^`]+)`/gu, '“$1”'),
    code,
    requestId: text('requestId'),
  };
}
