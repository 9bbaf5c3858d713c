import { describe, expect, it } from 'vitest';
import { KeyRing } from '../../../actions/key-ring.ts';
import { projectId } from '../../../domain/index.ts';
import { GlossaryError } from '../../../errors/glossary-error.ts';
import { environmentSecrets } from '../../../llm/secrets.ts';
import { type ActionsFixture, inProject, outcomeOf } from './fixture.ts';

const small = { provider: 'ollama', model: 'small' } as const;
const at = (baseUrl: string) => ({ languageModel: { provider: 'openai', model: 'm', baseUrl } });
const large = { provider: 'anthropic', model: 'large' } as const;

export function settingsRules(database: string, fixture: ActionsFixture): void {
  describe(`settings in ${database}`, () => {
    it(
      'of a project stand over those of the server, step by step, and fall back to them',
      inProject(fixture, async ({ actions: { settings }, project }) => {
        const { version } = await settings.get();
        await settings.update(undefined, {
          ifVersion: version,
          change: { languageModel: small, stepModels: { review: large }, styleGuide: 'Short.', budget: { calls: 9 } },
        });
        const first = await settings.get(project);
        expect(first.own).toEqual({});
        expect(first.effective).toEqual({
          steps: { classify: small, define: small, review: large, refine: small },
          styleGuide: 'Short.',
          budget: { calls: 9 },
          keepsCallTexts: false,
          runsAfterUpload: false,
        });
        const over = { stepModels: { define: large }, budget: { cost: 2 }, runsAfterUpload: true } as const;
        const { value: second } = await settings.update(project, { ifVersion: first.version, change: over });
        expect(second.own).toEqual(over);
        expect(second.effective).toEqual({
          steps: { classify: small, define: large, review: large, refine: small },
          styleGuide: 'Short.',
          budget: { cost: 2 },
          keepsCallTexts: false,
          runsAfterUpload: true,
        });
        // Who names the model of a project means all steps that the project does not name.
        const { value: third } = await settings.update(project, {
          ifVersion: second.version,
          change: { languageModel: 'built-in', budget: null, runsAfterUpload: null },
        });
        expect(third.effective).toEqual({
          steps: { classify: 'built-in', define: large, review: 'built-in', refine: 'built-in' },
          styleGuide: 'Short.',
          budget: { calls: 9 },
          keepsCallTexts: false,
          runsAfterUpload: false,
        });
      }),
    );

    it(
      'are changed by one of two who saw the same, and the other is told what they are now',
      inProject(fixture, async ({ actions: { settings }, project }) => {
        for (const place of [project, undefined]) {
          for (const round of ['first', 'second']) {
            const { version } = await settings.get(place);
            const write = (styleGuide: string) =>
              settings.update(place, { ifVersion: version, change: { styleGuide: `${styleGuide} of the ${round}` } });
            const tries = await Promise.allSettled([write('one'), write('other')]);
            const lost = tries.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
            expect(lost).toHaveLength(1);
            if (!GlossaryError.is(lost[0], 'settings/conflict')) throw lost[0];
            expect(lost[0].details.current).toEqual(await settings.get(place));
          }
        }
      }),
    );

    it(
      'of a project are told as a change and taken back by its token',
      inProject(fixture, async ({ actions: { settings, undo, changes }, project }) => {
        const before = await settings.get(project);
        const change = { languageModel: small } as const;
        const done = await settings.update(project, { ifVersion: before.version, change });
        expect(done.change).toMatchObject({ kind: 'settings-edited', touched: [{ noun: 'settings', ids: [project] }] });
        await undo.apply(done.undo?.token ?? '');
        expect(await settings.get(project)).toEqual(before);
        const [last] = await changes.recent(project);
        expect(last?.touched).toEqual([{ noun: 'settings', ids: [project] }]);
        const same = await settings.update(project, { ifVersion: before.version, change: { styleGuide: null } });
        expect(same.undo).toBeUndefined();
      }),
    );

    it(
      'go with a clone, and are refused where they cannot be',
      inProject(fixture, async ({ actions: { settings, projects }, project }) => {
        const { version } = await settings.get(project);
        await settings.update(project, { ifVersion: version, change: { languageModel: small } });
        const { id: copy } = await projects.clone(project, { name: 'Copy' });
        expect((await settings.get(copy)).own).toEqual({ languageModel: small });
        expect(await outcomeOf(settings.get(projectId('gone')))).toBe('storage/not-found');
        const set = async (change: object) => {
          const now = await settings.get(copy);
          return outcomeOf(settings.update(copy, { ifVersion: now.version, change }));
        };
        expect(await set(at('http://169.254.169.254/latest'))).toBe('llm/refused-address');
        expect(await set({ stepModels: { review: at('http://[fe80::1]/').languageModel } })).toBe(
          'llm/refused-address',
        );
        expect(await set(at('ftp://models.example'))).toBe('config/invalid');
        expect(await set({ styleGuide: 'x'.repeat(8001) })).toBe('config/invalid');
        expect(await set({ budget: { calls: -1 } })).toBe('config/invalid');
        expect(await set({ apiKey: 'sk-0123456789' })).toBe('config/invalid');
        expect((await settings.get(copy)).own).toEqual({ languageModel: small });
      }),
    );

    it(
      'hold no key: one goes in, comes out to its provider alone, and the environment goes before it',
      inProject(fixture, async ({ storage }) => {
        const keys = await KeyRing.open(storage, environmentSecrets({ ANTHROPIC_API_KEY: 'sk-of-the-environment' }));
        await keys.put('openai', ' sk-stored ');
        await keys.put('anthropic', 'sk-stored-too');
        expect(keys.find(['OPENAI_API_KEY'])).toEqual({ name: 'OPENAI_API_KEY', value: 'sk-stored', source: 'stored' });
        expect(keys.find(['ANTHROPIC_API_KEY'])).toMatchObject({ source: 'environment' });
        const later = await KeyRing.open(storage, environmentSecrets({}));
        expect(later.find(['ANTHROPIC_API_KEY'])).toMatchObject({ value: 'sk-stored-too', source: 'stored' });
        await later.put('openai', null);
        expect(later.find(['OPENAI_API_KEY'])).toBeUndefined();
        for (const bad of ['', '  ', 'two words', 'schlüssel', 'line\nbreak', 'x'.repeat(1001)]) {
          expect(await outcomeOf(later.put('openai', bad))).toBe('config/invalid');
        }
      }),
    );
  });
}
