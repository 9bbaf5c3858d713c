/**
 * `pnpm --filter @genglossary/e2e measure [FOLDER] [--keep DIRECTORY]`: what a person feels on the pages of a large
 * glossary, with the page's processor slowed down four times. Without a folder the documents are made (`large-documents.ts`).
 * With `--keep` the database stays there, and is used again the next time; `--only terms,run` measures these parts alone.
 * Prints one line a figure.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '@genglossary/client';
import { openBrowser } from '../browser.ts';
import { startServerProcess } from '../server-process.ts';
import { visit } from '../visit.ts';
import { wordsOf } from '../words.ts';
import { felt, watchFelt } from './felt.ts';
import { watchRun } from './followed.ts';
import { openLargeProject, tellSizes } from './large-project.ts';
import { decisionWaits, filterWaits, paletteWaits, scroll, tellingWords } from './lists.ts';
import { addWaits, jumpWaits } from './long-document.ts';
import { percentile, Report } from './report.ts';
import { kilobytes, scriptsOf, scriptsOfAll } from './scripts.ts';
import { traced } from './trace.ts';
import { tellMachine } from './yardstick.ts';

const { values, positionals } = parseArgs({
  options: { keep: { type: 'string' }, only: { type: 'string' } },
  allowPositionals: true,
});
const began = performance.now();
const slowDown = 4;
/** Of as many a 95th percentile can be told: some hundred keys, and some acts that take longer. */
const words = { filter: 36, palette: 18 };
const acts = { decisions: 60, added: 12 };
const kept = values.keep === undefined ? undefined : resolve(values.keep);
if (kept !== undefined) await mkdir(kept, { recursive: true });
const report = new Report();

await using server = await startServerProcess({ GENGLOSSARY_LOG: 'error' }, { kept });
const project = await openLargeProject(server.url, positionals[0] === undefined ? undefined : resolve(positionals[0]));
console.info(await tellSizes(server.url, project));

await server.kill();
await server.start();
await using client = createClient({ url: server.url });
const asked = performance.now();
await client.terms.page(project, { limit: 100 });
report.add('first request for terms after the start', performance.now() - asked, { most: 1000 });

const browser = await openBrowser();
await using visitor = await visit(browser, server.url);
const { page } = visitor;
await watchFelt(page, '.table-row:not([aria-busy]) .table-cell, .list-option, .document-pane a.hl, .project-name');
const session = await page.context().newCDPSession(page);
const slow = (rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate });
await slow(slowDown);
const at = (path: string) => `${server.url}/p/${project}${path}`;
const faults: string[] = [];
const presses: number[] = [];
const shifts: { readonly name: string; readonly shift: number }[] = [];
const scripts: (readonly string[])[] = [];

/** Opens a page as somebody does who comes back: its files are known to the browser, what it shows is not. */
async function open(
  name: string,
  address: string,
  { question, most = 1500 }: { question?: string; most?: number } = {},
) {
  // Whoever was never here: not measured, but for what it fetches.
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  console.info(await tellMachine(page));
  const opened = await traced(browser, page, async () => {
    await page.goto(address);
    await page.waitForFunction(() => !Number.isNaN((globalThis as unknown as { felt: { rows: number } }).felt.rows));
    await page.waitForLoadState('networkidle');
    return felt(page, question);
  });
  const { largestPaint, firstRows, data } = opened.made;
  const worked = (from: number, to: number) => `processor ${Math.round(opened.busyWithin(from, to))}`;
  report.add(`${name}: largest paint`, largestPaint, { most, note: worked(0, largestPaint) });
  report.add(`${name}: first content`, firstRows, { most, note: worked(0, firstRows) });
  if (question !== undefined) {
    const note = worked(data, firstRows);
    report.add(`${name}: from data to rows`, Math.max(0, firstRows - data), { most: 300, note });
  }
  scripts.push(await scriptsOf(page, firstRows));
}

/** What was felt on the page that is about to be left. */
async function leave(name: string): Promise<void> {
  const { presses: here, shift } = await felt(page);
  presses.push(...here);
  shifts.push({ name, shift });
}

/** The longest tasks of scrolling a place; what the measurement needs in the page is there before. */
async function scrollTasks(place: string): Promise<readonly number[]> {
  await page.locator(place).evaluate(() => null);
  return (await traced(browser, page, () => scroll(page, place))).tasks;
}

const wanted = values.only?.split(',');
/** Does a part of the measurement; what goes wrong in it is told, and the next one follows. */
async function part(name: string, measure: () => Promise<void>): Promise<void> {
  if (wanted?.includes(name) === false) return;
  try {
    await measure();
  } catch (error) {
    faults.push(`${name}: ${String(error)}`);
  }
}

await part('home', async () => {
  await open('home', server.url);
  await leave('home');
});

await part('documents', async () => {
  await open('documents', at('/documents'), { question: 'documents.list' });
  await leave('documents');
});

await part('entries', async () => {
  const all = await Array.fromAsync(client.entries.list(project));
  const named = all.map((entry) => [entry.term, ...entry.names].join('\n'));
  const typed = tellingWords(
    all.map(({ definition }, index) => `${named[index]}\n${definition}`),
    words.filter,
  );
  await open('entries', at('/entries'), { question: 'entries.list' });
  report.addTasks('entries: scrolling', await scrollTasks('.list'), 50);
  const keys = await traced(browser, page, () => filterWaits(page, typed));
  report.addWaits('entries: key in the filter', keys.made, { most: 50, busy: keys.busy });
  const palette = await traced(browser, page, () => paletteWaits(page, tellingWords(named, words.palette)));
  report.addWaits('palette: key to results', palette.made, { most: 50, busy: palette.busy });
  await leave('entries');
});

await part('terms', async () => {
  const { terms, forms } = await client.terms.index(project);
  const typed = tellingWords(
    terms.map((term, place) => `${term}\n${forms[place] ?? ''}`),
    words.filter,
  );
  await open('terms', at('/terms'), { question: 'terms.list' });
  report.addTasks('terms: scrolling', await scrollTasks('.table'), 50);
  const keys = await traced(browser, page, () => filterWaits(page, typed));
  report.addWaits('terms: key in the filter', keys.made, { most: 50, busy: keys.busy });
  report.addTasks('terms: tasks while typing', keys.tasks, 50);
  await page.locator('.table').focus();
  const decisions = await traced(browser, page, () => decisionWaits(page, acts.decisions));
  report.addWaits('terms: decision to next sentences', decisions.made, { most: 50, busy: decisions.busy });
  await slow(1);
  const asIs = await traced(browser, page, () => decisionWaits(page, acts.decisions));
  report.addWaits('terms: the same, nothing slowed', asIs.made, { most: 50, busy: asIs.busy });
  await slow(slowDown);
  await leave('terms');
});

await part('document', async () => {
  const [longest] = (await client.documents.list(project)).toSorted((a, b) => b.length - a.length);
  await open('longest document', at(`/documents/${longest?.id ?? ''}`), { question: 'entries.places', most: 1000 });
  report.addTasks('longest document: scrolling', await scrollTasks('.document-pane'), 50);
  const jumps = await traced(browser, page, () => jumpWaits(page, 'nnnnnnnnnnpppppnnnnn'));
  report.addWaits('longest document: N and P', jumps.made, { most: 100, busy: jumps.busy });
  const added = await traced(browser, page, () => addWaits(page, wordsOf.en.document.require, acts.added));
  report.addWaits('longest document: adding a term', added.made, { most: 200, busy: added.busy });
  await leave('document');
});

if (presses.length > 0) {
  report.add('press to next paint, p75', percentile(presses, 75), { most: 100, note: `of ${presses.length}` });
  report.add('press to next paint, p98', percentile(presses, 98), { most: 200 });
  const [worst] = shifts.toSorted((a, b) => b.shift - a.shift);
  report.add('layout shift, the largest of a page', worst?.shift ?? 0, {
    most: 0.02,
    unit: '',
    note: worst?.name ?? '',
  });
  const everywhere = await scriptsOfAll();
  report.add('scripts that every page needs', await kilobytes(everywhere), { most: 200, unit: 'kB' });
  const own = await Promise.all(scripts.map((all) => kilobytes(all.filter((path) => !everywhere.includes(path)))));
  report.add('scripts of a page, the most', Math.max(...own), { most: 60, unit: 'kB' });
}

await part('run', async () => {
  const second = await visitor.another();
  await page.goto(at('/entries'));
  await second.goto(at('/terms'));
  await second.locator('.table-row').first().waitFor();
  await page.locator('.list-option').first().waitFor();
  const seen = await watchRun(server.url, project, [page, second]);
  report.add('run of somebody else: seen', Math.max(...seen.begun), { most: 1000 });
  report.add('run of somebody else: its end seen', Math.max(...seen.ended), { most: 1000 });
});

report.print();
for (const fault of [...faults, ...visitor.faults]) console.error(fault);
await browser.close();
console.info(`in ${Math.round((performance.now() - began) / 1000)} s`);
