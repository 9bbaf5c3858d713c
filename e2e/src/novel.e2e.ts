import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { makeFirstGlossary, novel, openPage } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';
import { wordsOf } from './words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const words = wordsOf.ja;

describe('working on a novel', () => {
  it('selects a word without the reading above it, tells how often it stands, and refuses a clause', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    await makeFirstGlossary(page, 'ja', novel);
    await openPage(page, words.shell.documents);
    await page.locator('.table-row a').first().click();
    const ruby = page.locator('.document-pane ruby', { hasText: '鐘楼' }).first();
    await ruby.waitFor();
    const copied = await ruby.evaluate((element) => {
      const range = document.createRange();
      range.selectNode(element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return getSelection()?.toString();
    });
    expect(copied).toBe('鐘楼');
    const panel = page.getByRole('region', { name: words.document.addSelection });
    await panel.getByText(words.document.selection('鐘楼'), { exact: true }).waitFor();
    await panel.getByText(/[\d,]+ 件の文書に/u).waitFor();
    await panel.getByRole('button', { name: words.document.require }).waitFor();

    await page
      .locator('.document-pane .prose-paragraph')
      .first()
      .evaluate((element) => getSelection()?.selectAllChildren(element));
    await panel.getByText(words.document.clause).waitFor();
    expect(await panel.getByRole('button').count()).toBe(0);
    expect(visitor.faults).toEqual([]);
  });

  it('corrects how a name is read: the list follows, the palette finds it, and it is taken back', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    await makeFirstGlossary(page, 'ja', novel);
    await openPage(page, words.shell.entries);
    const list = page.getByRole('listbox', { name: words.entries.list });
    await list.getByRole('option', { name: '曙石' }).first().click();
    await page.locator('#headword', { hasText: '曙石' }).waitFor();
    await page.getByRole('button', { name: words.entries.editNamesAndReadings }).click();
    const field = page.getByLabel(words.entries.readingOf('曙石'));
    const before = await field.inputValue();
    await field.fill('曙いし');
    await page.getByText(words.entries.readingInKana).waitFor();
    await field.fill('ｱｱｲｼ');
    await page.keyboard.press('Enter');
    await page.locator('.entry-head', { hasText: 'ああいし' }).waitFor();
    await expect.poll(() => list.getByRole('option').first().locator('.list-term').textContent()).toBe('曙石');

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('アアイ');
    await page.getByRole('option', { name: '曙石' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.actions.undo }).first().click();
    await expect.poll(() => page.locator('.entry-head', { hasText: 'ああいし' }).count()).toBe(0);
    await page.getByRole('button', { name: words.entries.editNamesAndReadings }).click();
    expect(await page.getByLabel(words.entries.readingOf('曙石')).inputValue()).toBe(before);
    expect(visitor.faults).toEqual([]);
  });

  it('shows first what is worth a look, and what is never explained when it is asked for', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    await makeFirstGlossary(page, 'ja', novel);
    await openPage(page, words.shell.issues);
    const group = page.locator('.issue-group');
    await group.waitFor();
    const list = page.getByRole('listbox', { name: words.issues.title });
    const unexplained = list.getByText('説明はありません');
    const few = await list.getByRole('option').first().getAttribute('aria-setsize');
    expect(await unexplained.count()).toBe(0);
    await group.click();
    await expect.poll(() => list.getByRole('option').first().getAttribute('aria-setsize')).not.toBe(few);
    for (let count = 0; count < Number(few); count += 1) await page.keyboard.press('j');
    await page.locator('.issue-bar', { hasText: '説明はありません' }).waitFor();
    await group.click();
    await expect.poll(() => unexplained.count()).toBe(0);

    // By entry nothing is folded up, and what is said of one entry stands together; the address keeps it.
    await page.getByLabel(words.issues.grouped).selectOption(words.issues.groups.entry);
    await expect.poll(() => page.url()).toContain('group=entry');
    await group.waitFor({ state: 'detached' });
    await page.reload();
    await list.getByRole('option').first().waitFor();
    await expect.poll(() => group.count()).toBe(0);
    const terms = await list.locator('.list-term').allTextContents();
    const begun = terms.filter((term, index) => term !== terms[index - 1]);
    expect(begun).toEqual([...new Set(begun)]);
    expect(visitor.faults).toEqual([]);
  });

  it('says what left the glossary with a run, until somebody has seen it', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    await makeFirstGlossary(page, 'ja', novel);
    // The first glossary has left nothing behind.
    expect(await page.locator('.came-and-left').count()).toBe(0);
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: `${words.documents.remove}: 05-kane.txt` }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.documents.remove }).click();
    await page.getByRole('link', { name: '05-kane.txt' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^用語集を(?:作成|更新)/u }).click();
    await page.getByText(words.runs.status.completed, { exact: true }).first().waitFor();
    const gone = page.locator('.came-and-left li', { hasText: '用語集から消えた用語' });
    const term = (await gone.getByRole('link').first().textContent()) ?? '';
    await page.getByRole('link', { name: words.runs.openEntries }).click();
    const news = page.getByRole('complementary', { name: words.runs.cameAndLeft.title });
    await news.getByRole('link', { name: term, exact: true }).waitFor();
    await news.getByRole('button', { name: words.actions.close }).click();
    await news.waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('#headword').waitFor();
    expect(await news.count()).toBe(0);
    expect(visitor.faults).toEqual([]);
  });

  it('says in a notice what a run changed that was looked away from', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    await makeFirstGlossary(page, 'ja', novel);
    await openPage(page, words.shell.documents);
    await page.getByRole('button', { name: `${words.documents.remove}: 05-kane.txt` }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.documents.remove }).click();
    await page.getByRole('link', { name: '05-kane.txt' }).waitFor({ state: 'detached' });
    const other = await visitor.another();
    await other.goto(page.url().replace('documents', 'versions'));
    await other.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: /^用語集を(?:作成|更新)/u }).click();
    const notices = other.getByRole('region', { name: words.toasts.region });
    await notices.getByText('用語集から消えた用語').waitFor();
    await notices.getByRole('button', { name: words.runs.openLog }).click();
    await other.locator('.came-and-left').waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('puts a place of the documents behind a sentence that a person wrote, and takes it back', async () => {
    await using stand = await openStand();
    await using visitor = await visit(browser, stand.url, { language: 'ja' });
    const { page } = visitor;
    await makeFirstGlossary(page, 'ja', novel);
    await openPage(page, words.shell.entries);
    await page.getByRole('listbox', { name: words.entries.list }).getByRole('option', { name: '曙石' }).first().click();
    await page.locator('#headword', { hasText: '曙石' }).waitFor();
    await page.keyboard.press('e');
    await page
      .getByLabel(words.entries.editing)
      .and(page.locator('textarea'))
      .fill('とても古い宝である。刻守へ一代に一度だけ預けられる。');
    await page.getByRole('tab', { name: words.entries.occurrences }).click();
    // What is being written has no passage yet.
    expect(await page.getByRole('button', { name: /行目を出典にする/u }).count()).toBe(0);
    await page.getByLabel(words.entries.editing).and(page.locator('textarea')).focus();
    await page.keyboard.press('Control+s');
    const own = page.locator('.entry-definition', { hasText: 'とても古い宝' });
    await own.waitFor();
    const markers = own.locator('.marker');
    const before = await markers.count();
    await page.getByRole('tab', { name: words.entries.occurrences }).click();
    await page.getByLabel(words.entries.citeFor).selectOption({ index: 0 });
    await page
      .getByRole('button', { name: words.entries.citePlace('04-akemiya.txt', 39) })
      .first()
      .click();
    await expect.poll(() => markers.count()).toBe(before + 1);
    await page.locator('.passage-current .hl-quote', { hasText: '曙石' }).waitFor();
    await page.locator('.passage-current', { hasText: words.entries.verified }).waitFor();
    await page.getByRole('button', { name: words.actions.undo }).first().click();
    await expect.poll(() => markers.count()).toBe(before);
    expect(visitor.faults).toEqual([]);
  });
});
