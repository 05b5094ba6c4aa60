"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { setTypingPreview } from "../_actions";

/** For all keys of the shop: whether people see what visitors write before they send it. */
export function TypingPreviewCard({ isOn }: { isOn: boolean }) {
  const t = useTranslations("preview");
  const common = useTranslations("common");
  const { run } = useAction(setTypingPreview, { onSuccess: () => toast.success(common("saved")) });
  return (
    <Card className="p-4">
      <Field label={t("setting")} hint={t("settingText")}>
        {(control) => <Switch {...control} checked={isOn} onCheckedChange={(next) => run({ isOn: next })} />}
      </Field>
    </Card>
  );
}
