import * as fc from 'fast-check';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Actions } from '../../../actions/create-actions.ts';
import { createActions } from '../../../actions/create-actions.ts';
import type { ProjectId } from '../../../domain/index.ts';
import { json } from '../../../export/exporters/json.ts';
import type { Storage } from '../../../storage/storage.ts';
import { buildDesignation, buildGlossary } from '../../builders.ts';
import { HeldClock } from '../../runs/held-clock.ts';
import { anyBuild, anyEntryDoing, sources } from './any-doing.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';
import { beacon, inGlossary, lamp } from './lighthouse-glossary.ts';

export function backupRules(database: string, fixture: ActionsFixture): void {
  describe(`a project in ${database} that is backed up`, () => {
    it(
      'is the same elsewhere, to the last byte of its export and of its own back-up',
      inProject(fixture, async ({ actions, storage }) => {
        await using elsewhere = await fixture.open({ clock: new HeldClock() });
        const there = createActions({ storage: elsewhere, clock: new HeldClock() });
        let count = 0;
        await fc.assert(
          fc.asyncProperty(anyBuild, fc.array(anyEntryDoing, { maxLength: 8 }), async (build, doings) => {
            const name = `Moving ${(count += 1)}`;
            const { id } = await actions.projects.create({ name, language: 'en', subject: 'Light 灯' });
            await actions.documents.upload(id, sources);
            await storage.glossary.replace(id, build);
            await actions.versions.publish(id, { name: 'Before' });
            for (const doing of doings) await doing(actions, id);
            await actions.categories.create(id, { name: 'Sea' });
            const { version: ifVersion } = await actions.settings.get(id);
            await actions.settings.update(id, { ifVersion, change: { styleGuide: 'Short.' } });
            const backup = await actions.backups.write(id);
            expect(await actions.backups.write(id)).toEqual(backup);
            const moved = await there.backups.restore(backup);
            expect(moved).toMatchObject({ name, language: 'en', subject: 'Light 灯' });
            expect(await exported(elsewhere, moved.id)).toBe(await exported(storage, id));
            expect(await there.backups.write(moved.id)).toEqual(backup);
            expect(await seen(there, moved.id)).toEqual(await seen(actions, id));
          }),
          { numRuns: 8 },
        );
      }),
    );

    it(
      'keeps where its texts go to itself',
      inGlossary(fixture, async ({ actions, project }) => {
        const { settings } = actions;
        const model = { provider: 'ollama', model: 'secret-model', baseUrl: 'http://192.0.2.1:11434' } as const;
        const { version: ifVersion } = await settings.get(project);
        await settings.update(project, { ifVersion, change: { languageModel: model, budget: { calls: 5 } } });
        const backup = await actions.backups.write(project);
        expect(gunzipSync(backup).toString()).not.toContain('secret-model');
        const moved = await actions.backups.restore(backup, { name: 'Elsewhere' });
        const { own } = await settings.get(moved.id);
        expect(own).toEqual({ budget: { calls: 5 } });
      }),
    );

    it(
      'comes back under a name that is free, whole or not at all',
      inGlossary(fixture, async ({ actions, project }) => {
        const backup = await actions.backups.write(project);
        expect(await outcomeOf(actions.backups.restore(backup))).toBe('project/name-taken');
        expect(await outcomeOf(actions.backups.restore(backup, { name: ' ' }))).toBe('project/invalid-name');
        const before = (await actions.projects.list()).length;
        const lines = gunzipSync(backup).toString().trimEnd().split('\n');
        const cut = gzipSync(`${lines.slice(0, -2).join('\n')}\n`);
        expect(await outcomeOf(actions.backups.restore(cut, { name: 'Cut' }))).toBe('backup/invalid');
        expect((await actions.projects.list()).length).toBe(before);
        const moved = await actions.backups.restore(backup, { name: 'Whole' });
        const { version } = await actions.entries.get(moved.id, lamp.id);
        await actions.entries.update(moved.id, lamp.id, { ifVersion: version, note: 'Works on.' });
        await actions.entries.trash(moved.id, [beacon.id]);
        expect((await actions.entries.get(project, lamp.id)).note).toBeUndefined();
      }),
    );

    it(
      'is refused with a reason where a file is damaged, foreign or hostile',
      inGlossary(fixture, async ({ actions, project }) => {
        await actions.versions.publish(project);
        const { version, designations } = await actions.entries.get(project, lamp.id);
        await actions.entries.update(project, lamp.id, {
          ifVersion: version,
          designations: [...designations, buildDesignation('lantern', { status: 'admitted', form: 'synonym' })],
        });
        const backup = await actions.backups.write(project);
        const text = gunzipSync(backup).toString();
        const lines = text.trimEnd().split('\n');
        const refused = async (content: Uint8Array | string) =>
          outcomeOf(
            actions.backups.restore(typeof content === 'string' ? gzipSync(content) : content, { name: 'Hostile' }),
          );
        const withRow = (change: (row: Record<string, unknown>) => object, table: string) =>
          lines
            .map((line) => {
              const read: unknown = JSON.parse(line);
              if (!Array.isArray(read) || read[0] !== table) return line;
              return JSON.stringify([table, change(read[1] as Record<string, unknown>)]);
            })
            .join('\n');
        const files: readonly (Uint8Array | string)[] = [
          new Uint8Array(),
          new TextEncoder().encode(text),
          '',
          '[]',
          text.replace('genglossary.project/1', 'genglossary.project/2'),
          text.slice(0, text.length / 2),
          `${text}${text}`,
          text.replace('A lamp is a light', 'A lamp is a fight'),
          lines.toSpliced(1, 1).join('\n'),
          lines.toSpliced(2, 0, lines[2] ?? '').join('\n'),
          lines.toSpliced(1, 0, '["run",{"id":"x"}]').join('\n'),
          lines.toSpliced(1, 0, '["__proto__",{}]').join('\n'),
          withRow((row) => ({ ...row, name: '../../etc/passwd' }), 'document'),
          withRow((row) => ({ ...row, project_id: 'another' }), 'document'),
          withRow((row) => ({ ...row, designations: '[]' }), 'entry_edit'),
          withRow((row) => ({ ...row, statements: '{"a":1}' }), 'definition'),
          withRow((row) => ({ ...row, confidence: 7 }), 'definition'),
          withRow((row) => ({ ...row, concept_id: 'nobody' }), 'occurrence'),
          withRow((row) => ({ ...row, glossary: '{}' }), 'version'),
        ];
        for (const [index, file] of files.entries()) {
          expect([index, await refused(file)]).toEqual([index, 'backup/invalid']);
        }
      }),
    );
  });
}

async function exported(storage: Storage, project: ProjectId): Promise<string> {
  return [...json.write((await storage.glossary.read(project)) ?? buildGlossary(), {})].join('');
}

/** What people see of a project. */
async function seen({ entries, terms, categories, issues, versions, trash, documents }: Actions, id: ProjectId) {
  return {
    entries: await entries.list(id),
    terms: await terms.list(id),
    categories: await categories.list(id),
    issues: await issues.list(id),
    versions: await versions.list(id),
    first: await versions.get(id, 1),
    trash: await trash.list(id),
    documents: await documents.list(id),
  };
}
