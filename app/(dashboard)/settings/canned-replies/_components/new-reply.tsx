"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { createReply } from "../_actions";
import { ReplyDialog } from "./reply-dialog";

export function NewReply({ canWriteShops }: { canWriteShops: boolean }) {
  const t = useTranslations("inboxTools.replies");
  const [isOpen, setOpen] = useState(false);
  const create = useAction(createReply, { showsFields: true, onSuccess: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t("new")}
      </Button>
      <ReplyDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("new")}
        canChooseScope={canWriteShops}
        isPending={create.isPending}
        errors={create.fields}
        onSave={create.run}
      />
    </>
  );
}
