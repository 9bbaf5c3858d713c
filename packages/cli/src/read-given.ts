import { readFile } from 'node:fs/promises';
import { GlossaryError } from '@genglossary/core';

/** A file that a person named. @throws `document/not-found` */
export async function readGiven(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new GlossaryError('document/not-found', `There is no file ${path} that can be read.`, {
      details: { path },
      cause,
    });
  }
}
