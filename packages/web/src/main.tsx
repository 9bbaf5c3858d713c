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
addEventListener('dragover', refuseFiles, { capture: true });
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

/** A file that is let go where nothing takes it would take the place of the app; who takes files says so afterwards. */
function refuseFiles(event: DragEvent): void {
  if (event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

function pause(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, mostMs);
  });
}
