"use client";

import { RotateCcw, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { InboxViewDto } from "@/lib/service/inbox-views/schemas";
import { useInbox } from "../_live/inbox-context";
import { useViewActs } from "../_live/use-view-acts";
import { filtersOf, isChanged, type ListScope, type Narrowing } from "../_live/views";
import { SaveViewDialog } from "./save-view-dialog";
import { ViewOptions } from "./view-options";

interface FilterLineProps {
  scope: ListScope;
  views: readonly InboxViewDto[];
  onNarrow: (change: Narrowing) => void;
  onChoose: (view: InboxViewDto) => void;
  onInbox: () => void;
}

/** By what the list is narrowed, and how to keep that: as a new view, or as the changed one that is open. */
export function FilterLine({ scope, views, onNarrow, onChoose, onInbox }: FilterLineProps) {
  const t = useTranslations("deskActs.views");
  const { canWrite, canShare } = useInbox();
  const [isSaving, setSaving] = useState(false);
  const { change } = useViewActs();
  const { saved, channel, language, lastFrom } = scope;
  const changed = isChanged(scope);
  const canChange = saved && (saved.isPersonal ? canWrite : canShare);
  const channelName = useTranslations("inbox.channel");
  const narrowed = [
    channel && { name: "channel" as const, what: channelName(channel) },
    language && { name: "language" as const, what: t(`languages.${language}`) },
    lastFrom && { name: "lastFrom" as const, what: t(`last.${lastFrom}`) },
  ].filter((each) => each !== undefined);
  if (!saved && !changed && narrowed.length === 0) return null;
  if (!saved && narrowed.length === 0 && !canWrite) return null;
  return (
    <div
      data-testid="filter-line"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-1.5 border-b bg-paper py-1 pr-2 pl-3.5 text-xs"
    >
      {narrowed.map(({ name, what }) => (
        <Badge key={name} className="max-w-44 pr-0.5">
          <span className="truncate">{what}</span>
          <button
            type="button"
            aria-label={t("clear", { what })}
            onClick={() => onNarrow({ [name]: undefined })}
            className="grid size-6 shrink-0 place-items-center rounded-sm hover:text-ink"
          >
            <X aria-hidden className="size-3" />
          </button>
        </Badge>
      ))}
      <span className="ml-auto flex items-center gap-1">
        {saved && changed ? (
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("reset")}
            title={t("reset")}
            onClick={() => onChoose(saved)}
            className="size-7"
          >
            <RotateCcw aria-hidden />
          </Button>
        ) : null}
        {changed && canChange ? (
          <Button
            variant="outline"
            size="sm"
            onClick={() =>
              void change(saved, { filters: filtersOf(scope) }).then(
                (result) => result.ok && onChoose(result.data),
              )
            }
          >
            {t("saveChanges")}
          </Button>
        ) : null}
        {changed && canWrite && !canChange ? (
          <Button variant="outline" size="sm" onClick={() => setSaving(true)} data-save-view>
            {saved ? t("saveAs") : t("save")}
          </Button>
        ) : null}
        {saved && canWrite ? (
          <ViewOptions
            view={saved}
            views={views}
            canChange={Boolean(canChange)}
            onSaveAs={() => setSaving(true)}
            onGone={onInbox}
          />
        ) : null}
      </span>
      <SaveViewDialog
        open={isSaving}
        onOpenChange={setSaving}
        filters={filtersOf(scope)}
        onSaved={onChoose}
      />
    </div>
  );
}
