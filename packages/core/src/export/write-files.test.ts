import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildConcept, buildGlossary } from '../testing/builders.ts';
import { sampleGlossary } from '../testing/sample-glossary.ts';
import type { Exporter } from './exporter.ts';
import { exporters } from './exporters/index.ts';
import { writeFailure } from './write-failure.ts';
import { writeExports } from './write-files.ts';

const formats = [exporters.markdown, exporters.json];
const other = buildGlossary({ concepts: [buildConcept('bollard')] });
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'genglossary-export-'));
});

afterEach(() => rm(directory, { recursive: true, force: true }));

describe('writing exports', () => {
  it('writes each format whole and says what it wrote', async () => {
    const written = await writeExports(sampleGlossary(), { directory: join(directory, 'a/b'), formats });
    expect(written.map(({ path }) => path)).toEqual([
      join(directory, 'a/b/glossary.md'),
      join(directory, 'a/b/glossary.json'),
    ]);
    for (const { path, bytes, sha256 } of written) {
      const content = await readFile(path);
      expect([bytes, sha256]).toEqual([content.byteLength, createHash('sha256').update(content).digest('hex')]);
    }
    expect((await readdir(join(directory, 'a/b'))).toSorted()).toEqual([
      '.genglossary.json',
      'glossary.json',
      'glossary.md',
    ]);
  });

  it('overwrites what it wrote before', async () => {
    await writeExports(sampleGlossary(), { directory, formats });
    await writeExports(other, { directory, formats });
    expect(await readFile(join(directory, 'glossary.md'), 'utf8')).toBe(textOf(exporters.markdown));
  });

  it('remembers a format that was written earlier', async () => {
    await writeExports(sampleGlossary(), { directory, formats });
    await writeExports(sampleGlossary(), { directory, formats: [exporters.markdown] });
    await expect(writeExports(other, { directory, formats })).resolves.toHaveLength(2);
  });

  it('leaves every file alone when one of them is not its own', async () => {
    await writeExports(sampleGlossary(), { directory, formats });
    const before = await readFile(join(directory, 'glossary.md'), 'utf8');
    await writeFile(join(directory, 'glossary.json'), '{ "mine": true }');
    const path = join(directory, 'glossary.json');
    await expect(writeExports(other, { directory, formats })).rejects.toMatchObject({
      code: 'export/not-ours',
      details: { path },
    });
    expect(await readFile(join(directory, 'glossary.md'), 'utf8')).toBe(before);
    expect(await readFile(path, 'utf8')).toBe('{ "mine": true }');
    expect((await readdir(directory)).filter((name) => name.startsWith('.genglossary-'))).toEqual([]);
  });

  it('does not take a folder or a link for its own', async () => {
    await mkdir(join(directory, 'one/glossary.md'), { recursive: true });
    await mkdir(join(directory, 'two'));
    await writeFile(join(directory, 'elsewhere.md'), 'mine');
    await symlink('../elsewhere.md', join(directory, 'two/glossary.md'));
    for (const folder of ['one', 'two']) {
      await expect(writeExports(other, { directory: join(directory, folder), formats })).rejects.toMatchObject({
        code: 'export/not-ours',
      });
    }
    expect(await readFile(join(directory, 'elsewhere.md'), 'utf8')).toBe('mine');
  });

  it('overwrites anything when it is forced to', async () => {
    await writeFile(join(directory, 'glossary.md'), 'mine');
    await writeFile(join(directory, '.genglossary.json'), 'not a manifest');
    await expect(writeExports(other, { directory, formats })).rejects.toMatchObject({ code: 'export/not-ours' });
    await writeExports(other, { directory, formats, force: true });
    expect(await readFile(join(directory, 'glossary.md'), 'utf8')).toBe(textOf(exporters.markdown));
  });

  it('accepts a file that already is what it would write', async () => {
    await writeFile(join(directory, 'glossary.md'), textOf(exporters.markdown));
    await expect(writeExports(other, { directory, formats: [exporters.markdown] })).resolves.toHaveLength(1);
  });

  it('goes on after a crash between two renamings', async () => {
    const [first] = await writeExports(sampleGlossary(), { directory, formats: [exporters.markdown] });
    const [second] = await writeExports(other, { directory, formats: [exporters.markdown] });
    const during = { schema: 'genglossary.files/1', files: { 'glossary.md': [first?.sha256, second?.sha256] } };
    await writeFile(join(directory, '.genglossary.json'), JSON.stringify(during));
    await expect(writeExports(buildGlossary(), { directory, formats })).resolves.toHaveLength(2);
  });

  it('refuses a folder that cannot be made', async () => {
    await writeFile(join(directory, 'file'), '');
    await expect(writeExports(other, { directory: join(directory, 'file/below'), formats })).rejects.toMatchObject({
      code: 'export/unwritable',
    });
  });

  it('leaves the old files and no temporary ones when a format fails half-way', async () => {
    await writeExports(sampleGlossary(), { directory, formats });
    const before = await readFile(join(directory, 'glossary.md'), 'utf8');
    const failing: Exporter = {
      ...exporters.json,
      *write() {
        yield '{';
        throw new Error('half-way');
      },
    };
    await expect(writeExports(other, { directory, formats: [exporters.markdown, failing] })).rejects.toThrow(
      'half-way',
    );
    expect(await readFile(join(directory, 'glossary.md'), 'utf8')).toBe(before);
    expect((await readdir(directory)).toSorted()).toEqual(['.genglossary.json', 'glossary.json', 'glossary.md']);
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full when it is', async () => {
    const cause: unknown = await appendFile('/dev/full', 'x').catch((error: unknown) => error);
    expect(writeFailure(cause, 'out')).toMatchObject({ code: 'storage/disk-full', details: { path: 'out' } });
  });
});

function textOf(exporter: Exporter): string {
  return [...exporter.write(other, {})].join('');
}
