"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { nameIn } from "@/components/format/name-in";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import type { MerchantIntentDto } from "@/lib/service/understanding/schemas";
import { changeIntent } from "../../../_actions";

/** Puts an intent aside after asking, or takes it back. */
export function ArchiveButton({ intent }: { intent: MerchantIntentDto }) {
  const t = useTranslations("understanding.intents");
  const common = useTranslations("common");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const name = nameIn(intent.name, locale);
  const isArchived = intent.archivedAt !== null;
  const { run, isPending } = useAction(changeIntent, {
    onSuccess: () => {
      setOpen(false);
      if (isArchived) toast.success(t("restored", { name }));
    },
  });
  if (isArchived) {
    return (
      <Button variant="outline" loading={isPending} onClick={() => run({ id: intent.id, archived: false })}>
        <ArchiveRestore aria-hidden />
        {t("restore")}
      </Button>
    );
  }
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Archive aria-hidden />
        {t("archive")}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("archiveTitle", { name })}
        description={t("archiveText")}
        labels={{ cancel: common("cancel"), confirm: t("archiveConfirm", { name }) }}
        pending={isPending}
        onConfirm={() => run({ id: intent.id, archived: true })}
      />
    </>
  );
}
