import { configDefaults, defineConfig } from 'vitest/config';

/** Tests run the TypeScript sources, so no build is needed first. */
const conditions = ['@genglossary/source'];
const source = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

export default defineConfig({
  test: {
    // Many tests wait for processes and databases: on two cores one worker would leave one of them idle.
    maxWorkers: '100%',
    projects: [
      {
        ...source,
        test: {
          name: 'packages',
          include: ['packages/*/{src,test}/**/*.test.ts', '{evals,bench}/src/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/*.long.test.ts', 'packages/web/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A second, unless told, is less than a busy machine needs.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        ...source,
        test: { name: 'web', include: ['packages/web/src/**/*.test.{ts,tsx}'] },
      },
      {
        ...source,
        test: { name: 'house', include: ['tooling/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
});
