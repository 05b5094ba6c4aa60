"use client";

import { Archive } from "lucide-react";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { archiveArticle, publishArticle, unpublishArticle } from "../../_actions";

interface DraftActsProps {
  id: string;
  title: string;
  /** The version that the list shows: what somebody saves meanwhile is not published unread. */
  version: number;
}

export function DraftActs({ id, title, version }: DraftActsProps) {
  const t = useTranslations("knowledge");
  const common = useTranslations("common");
  const undoing = useAction(unpublishArticle);
  const told = (message: string) =>
    showUndoToast({ message, undoLabel: common("undo"), onUndo: () => undoing.run({ id }) });
  const publishing = useAction(publishArticle, { onSuccess: () => told(t("acts.published", { title })) });
  const archiving = useAction(archiveArticle, { onSuccess: () => told(t("acts.archived", { title })) });
  return (
    <span className="relative z-10 inline-flex gap-1.5">
      <Button
        variant="outline"
        size="sm"
        loading={publishing.isPending}
        aria-label={t("drafts.publishOne", { title })}
        onClick={() => publishing.run({ id, version })}
      >
        {t("drafts.publish")}
      </Button>
      <Button
        variant="ghost"
        size="sm"
        loading={archiving.isPending}
        aria-label={t("drafts.archiveOne", { title })}
        title={t("drafts.archive")}
        onClick={() => archiving.run({ id })}
      >
        <Archive aria-hidden className="size-3.5" />
      </Button>
    </span>
  );
}
