import type { TellableError } from '@genglossary/core/domain';

export const errors = {
  /** What happened. */
  tell: ({ message }: TellableError): string => message,
  /** What to do about it: of a code, and as the server says it. */
  toDo: (_code: string, hint: string): string => hint,
};
