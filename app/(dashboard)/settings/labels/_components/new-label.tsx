"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { createLabel } from "../_actions";
import { LabelDialog } from "./label-dialog";

export function NewLabel() {
  const t = useTranslations("inboxTools.labels");
  const [isOpen, setOpen] = useState(false);
  const create = useAction(createLabel, { showsFields: true, onSuccess: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t("new")}
      </Button>
      <LabelDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("new")}
        isPending={create.isPending}
        errors={create.fields}
        onSave={create.run}
      />
    </>
  );
}
