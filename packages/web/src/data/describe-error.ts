/** What an error of the client says for people. Errors of ours carry a code, a hint and the request they belong to. */
export interface ErrorWords {
  readonly message: string;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
}

export function describeError(error: unknown): ErrorWords {
  if (!(error instanceof Error)) return { message: String(error), code: undefined, requestId: undefined };
  const text = (name: string) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const hint = text('hint');
  return {
    // Commands are marked as in Markdown, which nobody reads here.
    message: (hint === undefined ? error.message : `${error.message} ${hint}`).replaceAll(/`([^`]+)`/gu, '“$1”'),
    code: text('code'),
    requestId: text('requestId'),
  };
}
