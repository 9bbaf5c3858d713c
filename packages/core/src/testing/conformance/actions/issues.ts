import { describe, expect, it } from 'vitest';
import { type Glossary, type IssueDecision, issueId } from '../../../domain/index.ts';
import { buildConcept, buildCorpus, buildDefinition, buildGlossary, buildIssue } from '../../builders.ts';
import { type ActionsFixture, type ActionsUnderTest, inProject, outcomeOf } from './fixture.ts';

const corpus = buildCorpus({ 'a.md': 'A lamp is a light. A buoy is a float. A reef is a rock.' });
const lamp = buildConcept('lamp', {
  definition: buildDefinition([corpus.evidence('a.md', 'A lamp is a light.')]),
});
const buoy = buildConcept('buoy');
const issues = [
  buildIssue(buoy, { rule: 'missing', kind: 'unclear', message: 'There is no definition.' }),
  buildIssue(lamp, { rule: 'circular', kind: 'form' }),
  buildIssue(lamp, { rule: 'too-long', kind: 'form', quote: 'a light' }),
];
const glossary: Glossary = buildGlossary({ documents: corpus.documents, concepts: [buoy, lamp], issues });
const [missing, circular, tooLong] = issues.map(({ id }) => id);
const notAProblem: IssueDecision = { state: 'dismissed', reason: 'not-a-problem' };

export function issueRules(database: string, fixture: ActionsFixture): void {
  const inInbox = (work: (test: ActionsUnderTest) => Promise<void>) =>
    inProject(fixture, async (test) => {
      await test.storage.glossary.replace(test.project, glossary);
      await work(test);
    });

  describe(`issues in ${database}`, () => {
    it(
      'are listed with their terms, and counted as they are listed',
      inInbox(async ({ actions: { issues: inbox }, project }) => {
        const { items } = await inbox.list(project);
        expect(items).toEqual([
          { ...issues[0], term: 'buoy', isChangedSinceDecided: false },
          { ...issues[1], term: 'lamp', isChangedSinceDecided: false },
          { ...issues[2], term: 'lamp', isChangedSinceDecided: false },
        ]);
        for (const filter of [
          {},
          { kind: 'form' },
          { entry: lamp.id },
          { text: 'LIGHT' },
          { rule: 'missing' },
        ] as const) {
          const listed = await inbox.list(project, filter);
          const counted = (await inbox.counts(project, filter)).reduce((sum, { open }) => sum + open, 0);
          expect([filter, counted]).toEqual([filter, listed.total]);
        }
        expect((await inbox.list(project, { text: 'ＬＩＧＨＴ' })).items.map(({ id }) => id)).toEqual([tooLong]);
      }),
    );

    it(
      'are decided one or many at once, with a reason, and taken back',
      inInbox(async ({ actions: { issues: inbox, undo, projects }, project, clock }) => {
        const states = async () => (await inbox.list(project)).items.map(({ state }) => state);
        const decided = await inbox.decide(project, { filter: { kind: 'form' } }, { ...notAProblem, note: ' fine ' });
        expect(decided.value).toEqual([circular, tooLong]);
        expect(await inbox.get(project, circular ?? issueId(''))).toMatchObject({
          state: 'dismissed',
          reason: 'not-a-problem',
          note: 'fine',
          decidedAt: new Date(clock.now()).toISOString(),
        });
        await inbox.decide(project, { ids: [missing ?? issueId('')] }, { state: 'resolved' });
        expect(await states()).toEqual(['resolved', 'dismissed', 'dismissed']);
        expect((await projects.get(project)).openIssues).toBe(0);
        expect(await inbox.counts(project, { kind: 'form' })).toMatchObject([
          { rule: 'circular', open: 0, dismissed: 1, notAProblem: 1 },
          { rule: 'too-long', open: 0, dismissed: 1, notAProblem: 1 },
        ]);
        await undo.apply(decided.undo?.token ?? '');
        expect(await states()).toEqual(['resolved', 'open', 'open']);
        await inbox.reopen(project, { filter: {} });
        expect(await states()).toEqual(['open', 'open', 'open']);
        const unexplained = { state: 'dismissed', reason: 'because' } as unknown as IssueDecision;
        expect(await outcomeOf(inbox.decide(project, { filter: {} }, unexplained))).toBe('issue/invalid');
        const gone = { ids: [issueId('gone')] };
        expect(await outcomeOf(inbox.decide(project, gone, notAProblem))).toBe('storage/not-found');
      }),
    );

    it(
      'are answered by a new definition in one change, which is taken back as one',
      inInbox(async ({ actions: { issues: inbox, entries, undo }, project, storage }) => {
        const before = await storage.glossary.read(project);
        const { version } = await entries.get(project, lamp.id);
        const fix = (text: string) =>
          inbox.fix(project, circular ?? issueId(''), {
            ifVersion: version,
            definition: { statements: [{ text }] },
            note: 'Shorter',
          });
        expect(await outcomeOf(fix(' '))).toBe('entry/invalid');
        expect(await storage.glossary.read(project)).toEqual(before);
        const fixed = await fix('A light.');
        expect(fixed.value).toMatchObject({ definition: 'A light.', openIssues: 1 });
        expect(await inbox.get(project, circular ?? issueId(''))).toMatchObject({ state: 'resolved', note: 'Shorter' });
        expect(await outcomeOf(fix('Another.'))).toBe('entry/conflict');
        await undo.apply(fixed.undo?.token ?? '');
        expect(await storage.glossary.read(project)).toEqual(before);
      }),
    );

    it(
      'are as many wherever they are counted, whatever people did to their entries',
      inInbox(async ({ actions: { issues: inbox, entries, projects }, project, storage }) => {
        const counts = async () => {
          const items = (await entries.list(project)).items;
          return [
            (await inbox.list(project, { state: 'open' })).total,
            (await inbox.counts(project)).reduce((sum, { open }) => sum + open, 0),
            (await projects.get(project)).openIssues,
            (await projects.list()).find(({ id }) => id === project)?.openIssues,
            items.reduce((sum, { openIssues }) => sum + openIssues, 0),
            (await storage.glossary.read(project))?.issues.filter(({ state }) => state === 'open').length,
          ];
        };
        expect(await counts()).toEqual(everywhere(3));
        const { undo: token } = await entries.trash(project, [buoy.id]);
        expect(token).toBeDefined();
        expect(await counts()).toEqual(everywhere(2));
        await inbox.decide(project, { ids: [circular ?? issueId('')] }, notAProblem);
        expect(await counts()).toEqual(everywhere(1));
        const definition = buildDefinition([corpus.evidence('a.md', 'A reef is a rock.')]);
        await storage.glossary.replace(project, { ...glossary, concepts: [buoy, { ...lamp, definition }] });
        expect(await counts()).toEqual(everywhere(2));
      }),
    );

    it(
      'that nothing explains an entry are settled by whoever explains it anywhere, and open again with the undo',
      inProject(fixture, async ({ actions: { issues: inbox, entries, projects, undo }, project, storage }) => {
        const unexplained = buildIssue(buoy, { rule: 'never-explained', kind: 'unclear' });
        const long = buildIssue(buoy, { rule: 'too-long', kind: 'form' });
        const elsewhere = buildIssue(lamp, { rule: 'never-explained', kind: 'unclear' });
        await storage.glossary.replace(project, { ...glossary, issues: [unexplained, long, elsewhere] });
        const open = async () => (await inbox.list(project, { state: 'open' })).items.map(({ id }) => id);
        const before = await storage.glossary.read(project);
        const { version: ifVersion } = await entries.get(project, buoy.id);
        const written = await entries.update(project, buoy.id, {
          ifVersion,
          definition: { statements: [{ text: 'A float that marks a channel.' }] },
        });
        expect(written.value.openIssues).toBe(1);
        expect(await open()).toEqual([long.id, elsewhere.id]);
        expect((await projects.get(project)).openIssues).toBe(2);
        expect((await inbox.get(project, unexplained.id)).state).toBe('resolved');
        await undo.apply(written.undo?.token ?? '');
        expect(await open()).toEqual([unexplained.id, long.id, elsewhere.id]);
        expect(await storage.glossary.read(project)).toEqual(before);
        const again = await entries.get(project, buoy.id);
        const shown = { text: 'The buoy drifts.', role: 'context' } as const;
        await entries.update(project, buoy.id, { ifVersion: again.version, definition: { statements: [shown] } });
        expect(await open()).toEqual([unexplained.id, long.id, elsewhere.id]);
      }),
    );

    it(
      'stay decided through builds that find the same, and are open again when the definition is another',
      inInbox(async ({ actions: { issues: inbox }, project, storage }) => {
        await inbox.decide(project, { filter: {} }, notAProblem);
        await storage.glossary.replace(project, glossary);
        expect((await inbox.list(project, { state: 'open' })).total).toBe(0);
        const definition = buildDefinition([corpus.evidence('a.md', 'A reef is a rock.')]);
        await storage.glossary.replace(project, { ...glossary, concepts: [buoy, { ...lamp, definition }] });
        const { items } = await inbox.list(project, { state: 'open' });
        expect(items.map(({ id, isChangedSinceDecided }) => [id, isChangedSinceDecided])).toEqual([
          [circular, true],
          [tooLong, true],
        ]);
        expect((await storage.glossary.read(project))?.issues.map(({ state }) => state)).toEqual([
          'dismissed',
          'open',
          'open',
        ]);
        await inbox.decide(project, { filter: { state: 'open' } }, notAProblem);
        expect((await inbox.list(project, { state: 'open' })).total).toBe(0);
      }),
    );
  });
}

/** The same number in every place that tells it. */
function everywhere(count: number): readonly number[] {
  return Array.from({ length: 6 }, () => count);
}
