/** The door of `@genglossary/contract`: what a server is asked and what it answers, as types. */
export type { ErrorCode } from '@genglossary/core/domain';
export type { AppRouter } from '@genglossary/server';
export type * from './answers.ts';
export type { ErrorDetails } from './errors.ts';
export type * from './requests.ts';
