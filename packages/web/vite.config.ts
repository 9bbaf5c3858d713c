import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Where `pnpm --filter @genglossary/web exec vite` finds the server while one works on the app. */
const server = process.env['GENGLOSSARY_URL'] ?? 'http://127.0.0.1:4747';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@genglossary/source', ...defaultClientConditions] },
  build: { target: 'es2024', modulePreload: { polyfill: false }, assetsInlineLimit: 0, license: true },
  server: { host: '127.0.0.1', proxy: { '/trpc': { target: server, ws: true } } },
});
