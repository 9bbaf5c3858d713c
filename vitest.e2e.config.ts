import { defineConfig } from 'vitest/config';

/** Journeys through the built app in a real browser: `pnpm e2e`. One after the other: they share the machine with a browser. */
const conditions = ['@genglossary/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['e2e/src/**/*.e2e.ts'],
    fileParallelism: false,
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
