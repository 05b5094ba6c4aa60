"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { cancelOrder, requestPriceProtection } from "../../../requests/_actions";

interface ServiceActProps {
  act: "cancel" | "priceProtection";
  orderId: string;
  number: string;
  /** The money that would go back, as it is written; empty where there is none. */
  amount: string;
}

/** A service that needs no more than a yes. */
export function ServiceAct({ act, orderId, number, amount }: ServiceActProps) {
  const t = useTranslations("requests.onOrder.act");
  const [isAsking, setAsking] = useState(false);
  const { run, isPending } = useAction(act === "cancel" ? cancelOrder : requestPriceProtection, {
    onSuccess: () => {
      setAsking(false);
      toast.success(act === "cancel" ? t("cancelled") : t("granted"));
    },
  });
  const hasMoney = amount === "" ? "no" : "yes";
  return (
    <>
      <Button variant="outline" size="sm" onClick={() => setAsking(true)}>
        {t(act)}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t(`${act}Title`, { number })}
        description={t(`${act}Text`, { amount, hasMoney })}
        labels={{ cancel: t("keep"), confirm: t(act) }}
        pending={isPending}
        onConfirm={() => run({ orderId })}
      />
    </>
  );
}
