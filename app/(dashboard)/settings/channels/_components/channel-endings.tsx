"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import type { ChannelAccountDto } from "@/lib/platform/channels/schemas";
import { deleteChannelAccount, rotateChannelAddress } from "../../_actions";

/** What ends something for good, an address or the whole account: asked first. */
export function ChannelEndings({ account }: { account: ChannelAccountDto }) {
  const t = useTranslations("channels");
  const common = useTranslations("common");
  const [asked, setAsked] = useState<"rotate" | "remove" | null>(null);
  const close = () => setAsked(null);
  const rotate = useAction(rotateChannelAddress, { onSuccess: close });
  const remove = useAction(deleteChannelAccount, { onSuccess: close });
  const { id, name } = account;
  return (
    <>
      <Button variant="ghost" onClick={() => setAsked("rotate")}>
        {t("rotate")}
      </Button>
      <Button variant="ghost" onClick={() => setAsked("remove")}>
        {t("remove")}
      </Button>
      <ConfirmDialog
        open={asked === "rotate"}
        onOpenChange={close}
        title={t("rotateTitle", { name })}
        description={t("rotateText")}
        labels={{ cancel: common("cancel"), confirm: t("rotate") }}
        pending={rotate.isPending}
        onConfirm={() => rotate.run({ id })}
      />
      <ConfirmDialog
        open={asked === "remove"}
        onOpenChange={close}
        title={t("removeTitle", { name })}
        description={t("removeText")}
        labels={{ cancel: common("cancel"), confirm: t("remove") }}
        pending={remove.isPending}
        onConfirm={() => remove.run({ id })}
      />
    </>
  );
}
