/** Plain data of the product. No Node built-ins: safe in a browser. */
export type * from './candidate.ts';
export type * from './change.ts';
export type * from './concept.ts';
export * from './definition.ts';
export type * from './document.ts';
export type * from './glossary.ts';
export * from './ids.ts';
export type * from './issue.ts';
export type * from './project.ts';
export type * from './prose.ts';
export * from './run.ts';
export type * from './run-event.ts';
export * from './step-event.ts';
export type * from './stored-document.ts';
export type * from './term-lists.ts';
export type * from './token.ts';
export * from '../errors/error-codes.ts';
