"use client";

import { useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import { resend } from "../_actions";
import { applyMessage } from "../_live/inbox-cache";
import { useInbox } from "../_live/inbox-context";
import { call, useActErrors } from "../_live/use-act-errors";

/** Under a message that a platform did not take, or of which nobody knows: what is so, and the way to send it again. */
export function DeliveryLine({ conversationId, message }: { conversationId: string; message: MessageDto }) {
  const t = useTranslations("inbox.message");
  const client = useQueryClient();
  const { canWrite } = useInbox();
  const errors = useActErrors();
  const [isPending, setPending] = useState(false);
  if (message.deliveryState !== "failed" && message.deliveryState !== "unknown") return null;
  const sendAgain = async () => {
    setPending(true);
    const result = await call(() => resend({ id: conversationId, messageId: message.id }));
    setPending(false);
    if (result.ok) applyMessage(client, conversationId, result.data);
    else errors.show(errors.word(result.error));
  };
  return (
    <div
      data-delivery={message.deliveryState}
      className="-mt-1.5 flex max-w-full flex-wrap items-center justify-end gap-x-2 gap-y-1 self-end text-cinnabar-ink text-xs"
    >
      <CircleAlert aria-hidden className="size-3.5 shrink-0" />
      <span>{message.deliveryState === "failed" ? t("notDelivered") : t("perhapsDelivered")}</span>
      {canWrite ? (
        <Button variant="outline" size="sm" loading={isPending} onClick={sendAgain}>
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}
