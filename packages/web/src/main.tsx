import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openApi } from './data/client-api.ts';
import { listenToKeys } from './keyboard/shortcuts.ts';
import { preferences, startPreferences } from './preferences/store.ts';
import { loadWords } from './words/words.tsx';
import './styles/tokens.css';
import './styles/base.css';

startPreferences();
listenToKeys();
const words = await loadWords(preferences().language);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App api={openApi()} words={words} />
    </StrictMode>,
  );
}
