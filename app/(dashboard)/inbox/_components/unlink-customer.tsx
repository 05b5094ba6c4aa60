"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { Button } from "@/components/ui/button";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { useLinkCustomer } from "../_live/use-link-customer";
import { useWords } from "../_live/use-words";

/** On these a customer is known by the shop's own word, which no agent takes back. */
const VOUCHED = new Set(["web", "api"]);

/** Takes back that a platform's person is this customer. */
export function UnlinkCustomer({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("samePerson.link");
  const common = useTranslations("common");
  const { canLink } = useInbox();
  const { customerName } = useWords();
  const { run, isPending } = useLinkCustomer(conversation.id);
  const [isOpen, setOpen] = useState(false);
  if (!canLink || VOUCHED.has(conversation.channel)) return null;
  const name = customerName(conversation);
  const unlink = async () => {
    if (!(await run(null))) return;
    setOpen(false);
    toast(t("unlinked", { name }));
  };
  return (
    <div className="border-b px-4 py-2">
      <Button variant="ghost" size="sm" className="-ml-2" onClick={() => setOpen(true)}>
        {t("unlink")}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("unlinkTitle", { name })}
        description={t("unlinkText")}
        labels={{ cancel: common("cancel"), confirm: t("unlinkConfirm", { name }) }}
        pending={isPending}
        onConfirm={() => void unlink()}
      />
    </div>
  );
}
