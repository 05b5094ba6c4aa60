"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { createMacro } from "../_actions";
import type { Choices } from "./choices";
import { MacroDialog } from "./macro-dialog";

export function NewMacro({ canWriteShops, choices }: { canWriteShops: boolean; choices: Choices }) {
  const t = useTranslations("deskActs.macros");
  const [isOpen, setOpen] = useState(false);
  const create = useAction(createMacro, { showsFields: true, onSuccess: () => setOpen(false) });
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t("new")}
      </Button>
      <MacroDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("new")}
        canChooseScope={canWriteShops}
        choices={choices}
        isPending={create.isPending}
        errors={create.fields}
        onSave={create.run}
      />
    </>
  );
}
