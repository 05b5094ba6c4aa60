"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { SHIPPED } from "@/lib/service/understanding/schemas";
import { activateVersion } from "../../_actions";

interface ActivateButtonProps {
  /** A version's id, or `shipped`. */
  id: string;
  name: string;
  /** What reads messages now, by name. */
  current: string;
  /** Going to it is going back. */
  isOlder: boolean;
}

/** Asks, then lets a version read messages. */
export function ActivateButton({ id, name, current, isOlder }: ActivateButtonProps) {
  const t = useTranslations("understanding.versions");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const { run, isPending } = useAction(activateVersion, {
    onSuccess: () => {
      setOpen(false);
      toast.success(t("rolledBack", { version: name }));
    },
  });
  const label = isOlder ? t("rollBack") : t("activate");
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)} aria-label={`${label}: ${name}`}>
        <RotateCcw aria-hidden />
        {label}
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("rollBackTitle", { version: name })}
        description={
          id === SHIPPED ? t("rollBackShipped", { current }) : t("rollBackText", { version: name, current })
        }
        labels={{ cancel: common("cancel"), confirm: `${label}: ${name}` }}
        pending={isPending}
        onConfirm={() => run({ id })}
      />
    </>
  );
}
