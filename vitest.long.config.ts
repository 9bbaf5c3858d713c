import { defineConfig } from 'vitest/config';

/** Tests with full counts, which take minutes: `pnpm test:long`. `GENGLOSSARY_LONG_COUNT` tries fewer or more sequences. */
const conditions = ['@genglossary/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ['packages/*/{src,test}/**/*.long.test.ts'], testTimeout: 3_600_000 },
});
