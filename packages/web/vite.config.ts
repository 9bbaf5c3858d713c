import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Where `pnpm --filter @genglossary/web exec vite` finds the server while one works on the app. */
const server = process.env['GENGLOSSARY_URL'] ?? 'http://127.0.0.1:4747';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@genglossary/source', ...defaultClientConditions] },
  build: {
    target: 'es2024',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: true,
    // Modules of the product do nothing by being there: what only one language says is fetched with that language.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /packages\/core\/src\/.*/u, sideEffects: false }] } },
  },
  server: { host: '127.0.0.1', proxy: { '/trpc': { target: server, ws: true } } },
});
