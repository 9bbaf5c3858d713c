/** The door of `@genglossary/core`. */
export * from './domain/index.ts';
export { GlossaryError } from './errors/glossary-error.ts';
