"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { CommandPalette } from "./command-palette";
import { type Commands, CommandsContext, type PageCommand } from "./commands-context";
import type { NavigationItem } from "./navigation";
import { ShortcutsDialog } from "./shortcuts-dialog";

const SHORTCUTS_OFF = "zhanggui-shortcuts-off";

export function CommandsProvider({
  allowed,
  children,
}: {
  allowed: readonly NavigationItem["key"][];
  children: ReactNode;
}) {
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [areShortcutsOpen, setShortcutsOpen] = useState(false);
  const [pageCommands, showPageCommands] = useState<readonly PageCommand[]>([]);
  /** What keys do now; the palette shows the same a moment later. */
  const latest = useRef<readonly PageCommand[]>([]);
  const setPageCommands = useCallback((commands: readonly PageCommand[]) => {
    latest.current = commands;
    showPageCommands(commands);
  }, []);
  const [shortcutsEnabled, setEnabled] = useState(true);
  useEffect(() => setEnabled(localStorage.getItem(SHORTCUTS_OFF) === null), []);

  const setShortcutsEnabled = useCallback((enabled: boolean) => {
    setEnabled(enabled);
    if (enabled) localStorage.removeItem(SHORTCUTS_OFF);
    else localStorage.setItem(SHORTCUTS_OFF, "1");
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setPaletteOpen((isOpen) => !isOpen);
        return;
      }
      if (!shortcutsEnabled || isTyping(event)) return;
      if (event.key === "?") setShortcutsOpen(true);
      const command = latest.current.find(({ keys }) => keys === event.key);
      if (command) {
        event.preventDefault();
        command.run();
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [shortcutsEnabled]);

  const value = useMemo<Commands>(
    () => ({
      openPalette: () => setPaletteOpen(true),
      openShortcuts: () => setShortcutsOpen(true),
      pageCommands,
      setPageCommands,
      shortcutsEnabled,
      setShortcutsEnabled,
    }),
    [pageCommands, setPageCommands, shortcutsEnabled, setShortcutsEnabled],
  );
  return (
    <CommandsContext value={value}>
      {children}
      <CommandPalette open={isPaletteOpen} onOpenChange={setPaletteOpen} allowed={allowed} />
      <ShortcutsDialog open={areShortcutsOpen} onOpenChange={setShortcutsOpen} />
    </CommandsContext>
  );
}

/** Single keys belong to the field that has the focus, and to the input method while it composes. */
function isTyping(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || event.defaultPrevented)
    return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest("[role=dialog], [role=menu], [role=listbox]") !== null
  );
}
