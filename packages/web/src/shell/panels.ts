import { createContext, useContext } from 'react';

/** What can be opened over any page. */
export type ShellPanel = 'palette' | 'keys';

export const ShellPanels = createContext<(panel: ShellPanel) => void>(() => {});

/** Opens a panel of the shell from anywhere. */
export function useShellPanels(): (panel: ShellPanel) => void {
  return useContext(ShellPanels);
}
