import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openApi } from './data/client-api.ts';
import { createQueries } from './data/queries.ts';
import { listenToKeys } from './keyboard/shortcuts.ts';
import { preferences, startPreferences } from './preferences/store.ts';
import { router } from './routes.tsx';
import { loadWords } from './words/words.tsx';
import './styles/tokens.css';
import './styles/base.css';

/** Longer nobody looks at an empty window (milliseconds). */
const mostMs = 300;

startPreferences();
listenToKeys();
const asker = { api: openApi(), queries: createQueries() };
router.update({ ...router.options, context: asker });
// What stands in for a page that is not there yet is shown for at least 300 ms: one that is nearly there comes first.
const [words] = await Promise.all([loadWords(preferences().language), Promise.race([router.load(), pause()])]);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App asker={asker} words={words} />
    </StrictMode>,
  );
}

function pause(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, mostMs);
  });
}
