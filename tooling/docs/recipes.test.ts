import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { sampleGlossary } from '../../packages/core/src/testing/sample-glossary.ts';
import type { Exporter } from '../../packages/core/src/export/exporter.ts';

const root = resolve(import.meta.dirname, '../..');

it('the exporter of docs/how-to/add-an-exporter.md compiles and writes what it says', async () => {
  const place = mkdtempSync(join(tmpdir(), 'genglossary-recipe-'));
  try {
    const text = readFileSync(join(root, 'docs/how-to/add-an-exporter.md'), 'utf8');
    const [, code = ''] = /```ts\n([^]*?)\n *```/u.exec(text) ?? [];
    // It stands in the room of exporters.
    const source = code.replaceAll("'../", `'${root}/packages/core/src/export/`);
    writeFileSync(join(place, 'package.json'), '{"type":"module"}');
    writeFileSync(join(place, 'tsv.ts'), source);
    writeFileSync(
      join(place, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'tsconfig.base.json'),
        compilerOptions: {
          noEmit: true,
          rewriteRelativeImportExtensions: false,
          allowImportingTsExtensions: true,
          typeRoots: [join(root, 'node_modules/@types')],
        },
        files: ['tsv.ts'],
      }),
    );
    const typescript = join(root, 'node_modules/typescript/bin/tsc');
    const checked = spawnSync(process.execPath, [typescript, '-p', place], { encoding: 'utf8' });
    expect(checked.stdout).toBe('');
    const { tsv } = (await import(pathToFileURL(join(place, 'tsv.ts')).href)) as { readonly tsv: Exporter };
    const lines = [...tsv.write(sampleGlossary(), {})].map((line) => line.split('\t'));
    expect(lines.map(([term]) => term)).toEqual(
      sampleGlossary().concepts.map(({ designations: [first] }) => first?.text),
    );
    expect(lines[0]?.[1]).toBe('A place along the quay where a ship is moored while it loads or unloads.\n');
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
