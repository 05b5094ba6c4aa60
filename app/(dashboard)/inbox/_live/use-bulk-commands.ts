"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { PageCommand } from "@/components/shell/commands-context";
import { useInbox } from "./inbox-context";
import type { useBulkActs } from "./use-bulk-acts";
import type { Selection } from "./use-selection";
import type { ListRow } from "./views";

/** Keys that choose rows, and, while some are chosen, the keys of acts for them instead of the open conversation. */
export function useBulkCommands(
  rows: readonly ListRow[],
  selection: Selection,
  acts: ReturnType<typeof useBulkActs>,
): PageCommand[] {
  const t = useTranslations("deskActs.bulk");
  const { canWrite } = useInbox();
  return useMemo(() => {
    if (!canWrite) return [];
    const { ids, toggle, toggleAll, clear } = selection;
    const select = {
      id: "inbox.select",
      label: t("selectKey"),
      keys: "x",
      run: () => {
        const id = focusedRow();
        if (id) toggle(id);
      },
    };
    const all = { id: "inbox.select-all", label: t("selectAll"), run: toggleAll };
    if (ids.size === 0) return [select, all];
    const chosen = rows.filter(({ id }) => ids.has(id));
    const perform = (run: (subjects: readonly ListRow[]) => Promise<boolean>) => () => {
      clear();
      void run(chosen);
    };
    return [
      select,
      all,
      { id: "bulk.resolve", label: t("keys.resolve"), keys: "e", run: perform(acts.resolve) },
      { id: "bulk.reopen", label: t("keys.reopen"), keys: "o", run: perform(acts.reopen) },
      { id: "bulk.take-over", label: t("keys.takeOver"), keys: "t", run: perform(acts.takeOver) },
      { id: "bulk.hand-back", label: t("keys.handBack"), keys: "b", run: perform(acts.handBack) },
      { id: "bulk.label", label: t("keys.labels"), keys: "l", run: () => press("[data-bulk-labels]") },
      { id: "bulk.macro", label: t("keys.macro"), keys: "m", run: () => press("[data-bulk-macros]") },
    ];
  }, [acts, canWrite, rows, selection, t]);
}

/** The row that has the focus, or its box; else the one that is open. */
function focusedRow(): string | undefined {
  const row =
    document.activeElement?.closest("li")?.querySelector<HTMLElement>("a[data-conversation]") ??
    document.querySelector<HTMLElement>('a[data-conversation][aria-current="true"]');
  return row?.dataset.conversation;
}

function press(selector: string): void {
  document.querySelector<HTMLButtonElement>(selector)?.click();
}
