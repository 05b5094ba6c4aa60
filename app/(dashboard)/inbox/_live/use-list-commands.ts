"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { PageCommand } from "@/components/shell/commands-context";
import type { InboxViewDto } from "@/lib/service/inbox-views/schemas";
import { openViewMenu } from "../_components/view-menu";

/** The list's own commands: those for its rows, and its saved views for the palette. */
export function useListCommands(
  forRows: readonly PageCommand[],
  views: readonly InboxViewDto[],
  onChoose: (view: InboxViewDto) => void,
): PageCommand[] {
  const t = useTranslations("deskActs.views");
  return useMemo(
    () => [
      ...forRows,
      { id: "inbox.views", label: t("key"), keys: "v", run: openViewMenu },
      ...views.map((view) => ({
        id: `view.${view.id}`,
        label: t("open", { name: view.name }),
        run: () => onChoose(view),
      })),
    ],
    [forRows, onChoose, t, views],
  );
}
