import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf, programFingerprint } from './program-fingerprint.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genglossary-program-'));
  mkdirSync(join(folder, 'text'));
  writeFileSync(join(folder, 'text', 'fold.js'), 'export const fold = 1;');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const of = ({ versions = ['1.0.0', 'tagger@2.3.0'], runtime = '{"icu":"77"}' } = {}) =>
  fingerprintOf(folder, { versions, runtime });

describe('the fingerprint of the program', () => {
  it('is that of this package, the same each time', async () => {
    const fingerprint = await programFingerprint();
    expect(fingerprint).toMatch(/^[\da-f]{64}$/u);
    expect(await programFingerprint()).toBe(fingerprint);
  });

  it('changes with each letter of the code, the name of a file, the version of a dependency and the runtime', async () => {
    const before = await of();
    expect(await of({ versions: ['1.0.0', 'tagger@2.3.1'] })).not.toBe(before);
    expect(await of({ runtime: '{"icu":"78"}' })).not.toBe(before);
    renameSync(join(folder, 'text', 'fold.js'), join(folder, 'text', 'folded.js'));
    const renamed = await of();
    writeFileSync(join(folder, 'text', 'folded.js'), 'export const fold = 2;');
    expect(new Set([before, renamed, await of()]).size).toBe(3);
  });

  it('is that of what runs: tests and declarations are no part of it', async () => {
    const before = await of();
    writeFileSync(join(folder, 'text', 'fold.test.ts'), 'it fails');
    writeFileSync(join(folder, 'text', 'fold.d.ts'), 'export declare const fold: number;');
    writeFileSync(join(folder, 'notes.md'), 'notes');
    expect(await of()).toBe(before);
  });
});
