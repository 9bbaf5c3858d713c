/** `pnpm --filter @genglossary/e2e screenshots [folder]`: every page × light, dark × en, ja × three widths, to be looked at. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openBrowser } from './browser.ts';
import { everyPage } from './every-page.ts';
import { makeFirstGlossary } from './first-glossary.ts';
import { openStand } from './stand.ts';
import { visit } from './visit.ts';

const folder = resolve(process.argv[2] ?? 'out-screens');
const sizes = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
];

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
for (const language of ['en', 'ja'] as const) {
  await using stand = await openStand();
  await using empty = await visit(browser, stand.url, { language });
  await empty.page.locator('.state').waitFor();
  await empty.page.screenshot({ path: join(folder, `empty-${language}.png`) });
  await makeFirstGlossary(empty.page, language);
  const pages = await everyPage(empty.page);
  for (const theme of ['light', 'dark'] as const) {
    for (const size of sizes) {
      await using visitor = await visit(browser, stand.url, { language, theme, ...size });
      for (const { name, path, ready } of pages) {
        await visitor.page.goto(`${stand.url}${path}`);
        // Narrow windows show one pane; what is ready in another one is there, unseen.
        await visitor.page.locator(ready).first().waitFor({ state: 'attached' });
        await visitor.page.screenshot({ path: join(folder, `${name}-${language}-${theme}-${size.width}.png`) });
      }
      for (const fault of visitor.faults) console.error(`${language} ${theme} ${size.width}: ${fault}`);
    }
  }
}
await browser.close();
