"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { erase } from "../../_actions";

interface EraseDialogProps {
  customer: { id: string; name: string };
  open: boolean;
  onClose: () => void;
}

/** Names the person, says what goes and what stays: this cannot be taken back. */
export function EraseDialog({ customer, open, onClose }: EraseDialogProps) {
  const t = useTranslations("customers");
  const common = useTranslations("common");
  const router = useRouter();
  const [failure, setFailure] = useState<{ message: string; requestId: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const run = () =>
    startTransition(async () => {
      setFailure(null);
      const result = await erase({ id: customer.id });
      if (!result.ok) return setFailure(result.error);
      toast(t("erase.done", { name: customer.name }));
      router.push("/customers");
    });
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => {
        if (!next && !pending) onClose();
      }}
    >
      <AlertDialogContent>
        <AlertDialogHeader>
          <AlertDialogTitle>{t("erase.title", { name: customer.name })}</AlertDialogTitle>
          <AlertDialogDescription>{t("erase.description")}</AlertDialogDescription>
        </AlertDialogHeader>
        {failure ? (
          <Alert tone="cinnabar" role="alert">
            <p className="col-start-2">
              {failure.message} {common("requestId")}: {failure.requestId}
            </p>
          </Alert>
        ) : null}
        <AlertDialogFooter>
          <AlertDialogCancel>{common("cancel")}</AlertDialogCancel>
          <Button variant="destructive" loading={pending} onClick={run}>
            {t("erase.confirm", { name: customer.name })}
          </Button>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}
