import { expect, it } from 'vitest';
import { documentIdOf } from './document-id.ts';

it('the id of a document is the one that databases have been filled with', () => {
  expect(documentIdOf('a.md')).toBe('0734ff03bfc23170');
});
