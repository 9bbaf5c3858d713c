import type { GlossaryClient, ProjectId, RunHandle, RunInfo } from '@genglossary/client';
import { wordFile, wordParagraph, wordRuby, wordRun } from '@genglossary/core/testing';
import { HeldWork } from '@genglossary/server/testing';
import { describe, expect, it } from 'vitest';
import { modes, openFixture } from './clients.ts';

/** What one document may have, wherever it comes from. */
const MOST = 10 * 1024 * 1024;

const page = (thing: string) => ({
  name: `${thing}.md`,
  content: `# ${thing}\n\nA ${thing} is a part of a harbour. The ${thing} is old. Each ${thing} has a number.\n`,
});

describe.each(modes)('uploads %s', (mode) => {
  it('queue a run where that is asked for: it analyses the new documents alone', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const { id } = await client.projects.create({ name: 'Harbour', language: 'en' });
    const first = await client.documents.upload(id, [page('quay'), page('mole')], { thenRun: 'full' });
    expect(first.isRunQueued).toBe(true);
    expect(analysed(await endedRun(client, id, 1))).toEqual({ 'mole.md': 'made', 'quay.md': 'made' });

    await client.documents.upload(id, [page('buoy'), page('quay')], { thenRun: 'extract' });
    const second = await endedRun(client, id, 2);
    expect(analysed(second)).toEqual({ 'buoy.md': 'made', 'mole.md': 'reused', 'quay.md': 'reused' });
    // As far as the terms: the workbench has the new one and shows where it stands, the glossary is as it was.
    expect(second.info).toMatchObject({ status: 'completed', scope: 'extract' });
    expect(second.steps).toEqual(['load', 'analyse', 'extract', 'classify']);
    const buoy = (await Array.fromAsync(client.terms.list(id))).find(({ term }) => term === 'buoy');
    expect(buoy?.frequency).toBeGreaterThan(2);
    if (buoy !== undefined) expect((await client.terms.contexts(id, buoy.id))[0]?.documentName).toBe('buoy.md');
    expect((await Array.fromAsync(client.entries.list(id))).map(({ term }) => term)).not.toContain('buoy');

    await client.documents.upload(id, [page('buoy')], { thenRun: 'full' });
    expect(analysed(await endedRun(client, id, 3))).toEqual({
      'buoy.md': 'reused',
      'mole.md': 'reused',
      'quay.md': 'reused',
    });
    expect((await Array.fromAsync(client.entries.list(id))).map(({ term }) => term)).toContain('buoy');
    const nothingNew = await client.documents.upload(id, [page('buoy')], { thenRun: 'full' });
    expect(nothingNew.isRunQueued).toBe(false);
  });

  it('of Word documents become entries whose evidence stands at its place, with the reading that the author gave', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const { id } = await client.projects.create({ name: 'Harbour' });
    const gone = `<w:del>${wordRun('Nobody needs a tide gate. A mud gate is a trap.')}</w:del>`;
    const english = [
      wordParagraph('Gates', '1'),
      `<w:p>${wordRun('A ')}${wordRun('tide gate', '<w:b/>')}${wordRun(' is a door in a sea wall that Salt &amp; Sons close before high water.')}${gone}</w:p>`,
      wordParagraph('Every tide gate has a keeper. The keeper of a tide gate lives beside it.'),
    ];
    const japanese = [
      wordParagraph('門', '1'),
      `<w:p>${wordRuby('潮門', 'うしおど')}${wordRun('とは、高潮の前に閉じる海の扉である。')}</w:p>`,
      wordParagraph('潮門には番人がいる。番人は潮門のそばに住む。'),
    ];
    const files = [
      { name: 'gates.docx', content: wordFile({ body: english.join('') }) },
      { name: '門.docx', content: wordFile({ body: japanese.join('') }) },
    ];
    await client.documents.upload(id, files, { thenRun: 'full' });
    await endedRun(client, id, 1);
    const entries = await Array.fromAsync(client.entries.list(id));
    expect(entries.map(({ term }) => term)).not.toContain('mud gate');
    for (const [term, words, reading] of [
      ['tide gate', 'A tide gate is a door in a sea wall that Salt & Sons close before high water.', undefined],
      ['潮門', '潮門とは、高潮の前に閉じる海の扉である。', 'うしおど'],
    ] as const) {
      const found = entries.find((entry) => entry.term === term);
      if (found === undefined) throw new Error(`There is no entry ${term}.`);
      const { current, designations } = await client.entries.get(id, found.id);
      const [statement] = current?.statements ?? [];
      const [evidence] = statement?.evidence ?? [];
      if (statement === undefined || evidence === undefined) throw new Error(`${term} is not defined.`);
      expect(statement.text).toBe(words);
      const { text } = await client.documents.get(id, evidence.documentId);
      expect(text.slice(evidence.range.start, evidence.range.end)).toBe(evidence.quote);
      // It is the second block, and stands on the second line.
      expect(text.slice(0, evidence.range.start).split('\n')).toHaveLength(2);
      // Nobody who reads it sees the form in which the text is kept.
      const { items } = await client.entries.contexts(id, found.id);
      const shown = items.map(({ before, match, after }) => `${before}${match}${after}`).join('\n');
      expect(shown).toContain(words.slice(0, 20));
      expect(shown).not.toMatch(/[<>;]|うしお/u);
      if (reading !== undefined) expect(designations.map((one) => one.reading)).toEqual([reading]);
    }
    for (const format of ['markdown', 'csv'] as const) {
      const { content } = await client.exports.create(id, { format });
      expect(content).toContain('Salt & Sons close');
      expect(content).not.toMatch(/strong|&amp;|&lt;|ruby/u);
    }
  });

  it('queue one run behind the one that works, however many come, and none is skipped', async () => {
    const work = new HeldWork();
    await using fixture = await openFixture(mode, { core: { work } });
    const { client } = fixture;
    const { id } = await client.projects.create({ name: 'Harbour' });
    await client.documents.upload(id, [page('quay')]);
    const working = await client.runs.start(id);
    for (const thing of ['mole', 'buoy', 'pier']) {
      expect((await client.documents.upload(id, [page(thing)], { thenRun: 'full' })).isRunQueued).toBe(true);
    }
    expect((await client.runs.current(id))?.id).toBe(working.id);
    work.finish();
    await working.done();
    const next = await queuedRun(client, id, 2);
    work.finish();
    await expect(next.done()).resolves.toMatchObject({ status: 'completed', scope: 'full' });
    // Asked once more: whatever was wished for is done.
    expect(await client.runs.list(id)).toHaveLength(2);
    await expect.poll(() => fixture.server.core.storage.wantedRuns.list()).toEqual([]);
  });

  it('queue by themselves where the settings say so, unless a call says no', async () => {
    await using fixture = await openFixture(mode);
    const { client } = fixture;
    const { id: projectId } = await client.projects.create({ name: 'Harbour', language: 'en' });
    const { version } = await client.settings.get({ projectId });
    await client.settings.update({ ifVersion: version, change: { runsAfterUpload: true } }, { projectId });
    expect((await client.documents.upload(projectId, [page('quay')], { thenRun: false })).isRunQueued).toBe(false);
    expect((await client.documents.upload(projectId, [page('mole')])).isRunQueued).toBe(true);
    expect((await endedRun(client, projectId, 1)).info).toMatchObject({ status: 'completed', scope: 'full' });
  });
});

it('a run that was queued begins though the server was restarted before it could', async () => {
  const work = new HeldWork();
  await using fixture = await openFixture('over the network', { core: { work } });
  const { client, server } = fixture;
  const { id } = await client.projects.create({ name: 'Harbour' });
  await client.documents.upload(id, [page('quay')]);
  const working = await client.runs.start(id);
  await client.documents.upload(id, [page('mole')], { thenRun: 'extract' });
  await server.restart();
  work.finish();
  await working.done();
  const next = await queuedRun(client, id, 2);
  work.finish();
  await expect(next.done()).resolves.toMatchObject({ status: 'completed', scope: 'extract' });
});

/** The `count`th run of a project, as soon as it is there. */
async function queuedRun(client: GlossaryClient, id: ProjectId, count: number): Promise<RunHandle> {
  await expect.poll(async () => (await client.runs.list(id)).length, { timeout: 5000 }).toBe(count);
  const [latest] = await client.runs.list(id);
  if (latest === undefined) throw new Error('There is no run.');
  return client.runs.open(latest.id);
}

interface EndedRun {
  readonly info: RunInfo;
  readonly steps: readonly string[];
  readonly outcomes: ReadonlyMap<string, string | undefined>;
}

async function endedRun(client: GlossaryClient, id: ProjectId, count: number): Promise<EndedRun> {
  const run = await queuedRun(client, id, count);
  const steps: string[] = [];
  const outcomes = new Map<string, string | undefined>();
  for await (const event of run.events()) {
    if (event.type === 'step-start') steps.push(event.step);
    if (event.type === 'step-progress' && event.step === 'analyse') outcomes.set(event.item, event.outcome);
  }
  return { info: await run.get(), steps, outcomes };
}

function analysed({ outcomes }: EndedRun): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries([...outcomes].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

it('a document of 10 MiB goes in over the network, as bytes and as text that JSON writes twice as long; not a byte more', async () => {
  await using fixture = await openFixture('over the network');
  const { client } = fixture;
  const { id } = await client.projects.create({ name: 'Harbour', language: 'en' });
  const files = [
    { name: 'bytes.md', content: new Uint8Array(MOST).fill(0x61) },
    { name: 'text.md', content: '"'.repeat(MOST) },
    { name: 'more.md', content: 'a'.repeat(MOST + 1) },
  ];
  const { outcomes } = await client.documents.upload(id, files, { thenRun: false });
  const told = outcomes.map((one) => ('reason' in one ? one.reason : one.outcome));
  expect(told).toEqual(['added', 'added', 'too-large']);
  expect((await client.documents.list(id)).map(({ length }) => length)).toEqual([MOST, MOST]);
});
