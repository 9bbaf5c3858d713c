/** `pnpm --filter @genglossary/e2e screenshots [folder]`: every page × light, dark × en, ja × three widths, to be looked at. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openBrowser } from './browser.ts';
import { openFullStand } from './full-stand.ts';
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
  await using nothing = await openStand();
  await using newcomer = await visit(browser, nothing.url, { language });
  await newcomer.page.locator('.state').waitFor();
  await newcomer.page.screenshot({ path: join(folder, `empty-${language}.png`) });

  await using stand = await openFullStand(browser, language);
  for (const theme of ['light', 'dark'] as const) {
    for (const size of sizes) {
      await using visitor = await visit(browser, stand.url, { language, theme, ...size });
      for (const { name, path, ready } of stand.pages) {
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
