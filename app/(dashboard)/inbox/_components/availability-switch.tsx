"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Switch } from "@/components/ui/switch";
import { setAvailability } from "../_actions";
import { useInbox } from "../_live/inbox-context";

/** Whether conversations are given to the reader; shown where the shop gives them out. */
export function AvailabilitySwitch() {
  const t = useTranslations("staffing.assignment");
  const { me, isAvailable } = useInbox();
  const [isThere, setThere] = useState(isAvailable);
  const { run, isPending } = useAction(setAvailability, {
    onSuccess: ({ members }) => setThere(members.find(({ userId }) => userId === me.id)?.isAvailable ?? null),
  });
  if (isThere === null) return null;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control
    <label className="flex items-center gap-2 whitespace-nowrap text-ink-2 text-xs">
      {t(isThere ? "available" : "away")}
      <Switch
        aria-label={t("yours")}
        checked={isThere}
        disabled={isPending}
        onCheckedChange={(next) => run({ userId: me.id, isAvailable: next })}
      />
    </label>
  );
}
