"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import type { RestockNoticeDto } from "@/lib/data/after-sales/schemas";
import { closeRestockNotice } from "../../_actions";

interface NoticeActsProps {
  notice: Pick<RestockNoticeDto, "id" | "status">;
  person: string;
  product: string;
}

/** Who was told is marked at once; who shall not wait any longer, after asking. */
export function NoticeActs({ notice, person, product }: NoticeActsProps) {
  const t = useTranslations("requests.restock");
  const common = useTranslations("common");
  const [isEnding, setEnding] = useState(false);
  const sent = useAction(closeRestockNotice, { onSuccess: () => toast.success(t("sentToast")) });
  const end = useAction(closeRestockNotice, {
    onSuccess: () => {
      setEnding(false);
      toast.success(t("cancelled"));
    },
  });
  return (
    <span className="relative z-10 flex justify-end gap-1.5">
      {notice.status === "due" ? (
        <Button
          size="sm"
          aria-label={t("of", { act: t("sent"), person })}
          loading={sent.isPending}
          onClick={() => sent.run({ id: notice.id, status: "sent" })}
        >
          {t("sent")}
        </Button>
      ) : null}
      <Button
        size="sm"
        variant="outline"
        aria-label={t("of", { act: t("cancel"), person })}
        onClick={() => setEnding(true)}
      >
        {t("cancel")}
      </Button>
      <ConfirmDialog
        open={isEnding}
        onOpenChange={setEnding}
        title={t("cancelTitle", { person })}
        description={t("cancelText", { product })}
        labels={{ cancel: common("cancel"), confirm: t("cancelConfirm") }}
        pending={end.isPending}
        onConfirm={() => end.run({ id: notice.id, status: "cancelled" })}
      />
    </span>
  );
}
