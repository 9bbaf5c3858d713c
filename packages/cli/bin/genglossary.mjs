#!/usr/bin/env node
/**
 * The entry: plain JavaScript that any Node can read, because the native database driver of this program ends an old
 * Node without a word. Everything else is imported only after the check.
 */
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// In the repository the sources run as they are; a published package holds only what was built.
const source = new URL('../src/main.ts', import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  const way = existsSync(source) ? `node ${fileURLToPath(import.meta.url)}` : '-p genglossary genglossary';
  console.error(`genglossary needs Node 24.15 or newer; this is ${process.version}. Try: npx -y -p node@24 ${way}`);
  process.exit(2);
}

// Compiled code is kept between starts (in the temporary folder): it halves the time until the first work.
module.enableCompileCache();

if (existsSync(source)) {
  module.registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, { ...context, conditions: [...context.conditions, '@genglossary/source'] }),
  });
}
const { main } = await import(existsSync(source) ? source.href : new URL('../dist/main.js', import.meta.url).href);
process.exitCode = await main(process.argv.slice(2));
