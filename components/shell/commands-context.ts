"use client";

import { createContext, useContext, useLayoutEffect } from "react";

/** Something a page can do, offered in the palette; with `keys` it is a single-key shortcut too. */
export interface PageCommand {
  id: string;
  label: string;
  keys?: string;
  run: () => void;
}

export interface Commands {
  openPalette: () => void;
  openShortcuts: () => void;
  pageCommands: readonly PageCommand[];
  setPageCommands: (commands: readonly PageCommand[]) => void;
  shortcutsEnabled: boolean;
  setShortcutsEnabled: (enabled: boolean) => void;
}

export const CommandsContext = createContext<Commands | null>(null);

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error("useCommands stands outside CommandsProvider.");
  return commands;
}

/** Offers a page's own acts while it is shown. `commands` must be stable (useMemo). */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const { setPageCommands } = useCommands();
  // With the drawing, not after it: the next key may come at once.
  useLayoutEffect(() => {
    setPageCommands(commands);
    return () => setPageCommands([]);
  }, [commands, setPageCommands]);
}
