import type { Page } from 'playwright-core';

/** A page of the app, and what is on it when it is there. */
export interface AppPage {
  readonly name: string;
  readonly path: string;
  /** A selector. */
  readonly ready: string;
}

/** All pages of the app, full: asked of a visitor who has made a glossary. */
export async function everyPage(page: Page): Promise<AppPage[]> {
  const [, project = ''] = /\/p\/([^/]+)/u.exec(page.url()) ?? [];
  const run = new URL(page.url()).pathname;
  await publish(page, new URL(`/p/${project}/versions`, page.url()).href);
  await page.goto(new URL(`/p/${project}/documents`, page.url()).href);
  const document = (await page.locator('.table-row a').first().getAttribute('href')) ?? '';
  return [
    { name: 'home', path: '/', ready: '.project-name' },
    { name: 'create', path: '/new', ready: '.create' },
    { name: 'documents', path: `/p/${project}/documents`, ready: '.table-row' },
    { name: 'document', path: document, ready: '.document-pane a.hl' },
    { name: 'entries', path: `/p/${project}/entries?show=defined`, ready: '.passage .hl-quote' },
    { name: 'terms', path: `/p/${project}/terms`, ready: '.table-row' },
    { name: 'issues', path: `/p/${project}/issues`, ready: '.issue-bar' },
    { name: 'versions', path: `/p/${project}/versions`, ready: '.version-line' },
    { name: 'insights', path: `/p/${project}/insights`, ready: '.bars' },
    { name: 'runs', path: `/p/${project}/runs`, ready: '.run-line' },
    { name: 'run', path: run, ready: '.log-line' },
    { name: 'exports', path: `/p/${project}/exports`, ready: '.preview-text' },
    { name: 'imports', path: `/p/${project}/imports`, ready: '.import-drop' },
    { name: 'project settings', path: `/p/${project}/settings`, ready: '.settings-save' },
    { name: 'bin', path: `/p/${project}/trash`, ready: '.state, .trash-list' },
    { name: 'settings', path: '/settings', ready: '.settings-save' },
  ];
}

/** Publishes a version where there is none yet, so that the page of versions has something to show. */
async function publish(page: Page, versions: string): Promise<void> {
  await page.goto(versions);
  await page.locator('.version-line, .state').first().waitFor();
  if ((await page.locator('.version-line').count()) > 0) return;
  await page.locator('.state .button-primary').click();
  await page.locator('.dialog .button-primary').click();
  await page.locator('.version-line').waitFor();
}
