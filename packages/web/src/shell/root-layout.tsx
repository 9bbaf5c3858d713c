import { Outlet } from '@tanstack/react-router';
import { Suspense, useRef, useState } from 'react';
import { useIsRefused } from '../data/access-token.ts';
import { useShortcuts } from '../keyboard/shortcuts.ts';
import { Skeleton } from '../ui/states.tsx';
import { redoLast, Toasts, undoLast } from '../ui/toast.tsx';
import { useLater } from '../ui/use-later.ts';
import { useWords } from '../words/words.tsx';
import { type ShellPanel, ShellPanels } from './panels.ts';
import { Rail } from './rail.tsx';
import { TokenPage } from './token-page.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import './shell.css';

const loadPalette = () => import('./command-palette.tsx');
const loadSheet = () => import('./key-sheet.tsx');

/** What stands around every page: the rail, the palette, the sheet of keys, notices. */
export function RootLayout() {
  const words = useWords();
  const [panel, setPanel] = useState<ShellPanel>();
  const content = useRef<HTMLElement>(null);
  useKeptFocus(content);
  useShortcuts('everywhere', [
    { command: 'everywhere.palette', run: () => setPanel('palette') },
    { command: 'everywhere.undo', run: undoLast },
    { command: 'everywhere.redo', run: redoLast },
    { command: 'everywhere.sheet', run: () => setPanel('keys') },
  ]);
  const close = () => setPanel(undefined);
  const palette = useLater(loadPalette, panel === 'palette');
  const sheet = useLater(loadSheet, panel === 'keys');
  if (useIsRefused()) {
    return (
      <main id="content" className="content">
        <TokenPage />
      </main>
    );
  }
  return (
    <ShellPanels value={setPanel}>
      <a className="skip" href="#content">
        {words.shell.skip}
      </a>
      <div className="shell">
        <Rail />
        <main ref={content} id="content" className="content" tabIndex={-1}>
          <Suspense fallback={<Skeleton lines={6} label={words.shell.loading} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {palette !== undefined && <palette.CommandPalette open={panel === 'palette'} onClose={close} />}
      {sheet !== undefined && <sheet.KeySheet open={panel === 'keys'} onClose={close} />}
      <Toasts words={words.toasts} />
    </ShellPanels>
  );
}
