"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { createWidgetKey } from "../_actions";

export function CreateWidgetKey() {
  const t = useTranslations("settings.widget");
  const { run, isPending } = useAction(createWidgetKey);
  return (
    <Button onClick={() => run(undefined)} loading={isPending}>
      <Plus aria-hidden />
      {t("create")}
    </Button>
  );
}
