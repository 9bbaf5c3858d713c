import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNames, formatOf } from '../documents/formats/index.ts';
import { parseDigest } from './digest-cache.ts';
import { digestDocument } from './digest-document.ts';
import { digestMaker } from './digest-maker.ts';

const examples = join(import.meta.dirname, '../../../../examples');

describe('the maker of a digest', () => {
  /**
   * Where this fails, other digests are made than before: what changed needs a new version (else projects go on with
   * what its former version remembered), then `vitest -u`.
   */
  it('has another name when it makes other digests of the examples', async () => {
    const made: Record<string, string> = {};
    // A Word document is digested as the HTML that it comes to.
    for (const format of formatNames.filter((name) => name !== 'docx')) {
      const hash = createHash('sha256');
      for (const file of exampleFiles().filter((name) => formatOf(name) === format)) {
        hash.update(JSON.stringify(await digestDocument({ format, text: readFileSync(file, 'utf8') })));
      }
      const maker = digestMaker({ format }).replaceAll(/\+(?:icu[\d.]+|[@a-z][^\s+]*@[\d.]+)/gu, '');
      made[maker] = hash.digest('hex').slice(0, 16);
    }
    expect(made).toMatchInlineSnapshot(`
      {
        "html/2 english/5 japanese/3 korean/2 unicode/3 mentions/12 defining/26 relations/5 detected": "989894e013be0916",
        "markdown/3 english/5 japanese/3 korean/2 unicode/3 mentions/12 defining/26 relations/5 detected": "da1393eb4f2d4e51",
        "restructuredtext/3 english/5 japanese/3 korean/2 unicode/3 mentions/12 defining/26 relations/5 detected": "373308fac6c2575e",
        "text/3 english/5 japanese/3 korean/2 unicode/3 mentions/12 defining/26 relations/5 detected": "523d98a89e10ad69",
      }
    `);
  });

  it('names the reader of the format, the analyzers, their data and the given language', () => {
    expect(digestMaker({ format: 'html', language: 'nl' })).toMatch(
      /^html\/\d+\+htmlparser2@[\d.]+ english\/\d+\+wink-nlp@\S+ (?:[a-z]+\/\S+ )+unicode\/\S+ mentions\/\d+ defining\/\d+ relations\/\d+ nl$/u,
    );
  });

  it('is the one of plain text where the format is unknown', () => {
    expect(digestMaker({ format: 'constructor' })).toBe(digestMaker({ format: 'text' }));
  });
});

describe('a remembered digest', () => {
  it('is read as it was written', async () => {
    const digest = await digestDocument({ format: 'markdown', text: '# Lamp\n\nA lamp is a light.\n' });
    expect(parseDigest(JSON.stringify(digest))).toEqual(digest);
  });

  it.each(['', '{', 'null', '7', '[]', '{"language":"en"}', '{"language":"en","prose":{"text":""},"sentences":[]}'])(
    'that is damaged to %j counts as none',
    (payload) => {
      expect(parseDigest(payload)).toBeUndefined();
    },
  );
});

function exampleFiles(): string[] {
  return readdirSync(examples, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
