"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import type { CustomerDto } from "@/lib/data/customers/schemas";
import { CustomerSearch, nameOfCustomer as nameOf } from "../../../_shared/same-person/customer-search";
import { merge } from "../../_actions";

interface MergeDialogProps {
  customer: { id: string; name: string };
  open: boolean;
  onClose: () => void;
}

/** Finds the record that stays; this one's orders, conversations and events move to it. */
export function MergeDialog({ customer, open, onClose }: MergeDialogProps) {
  const t = useTranslations("customers");
  const common = useTranslations("common");
  const router = useRouter();
  const [target, setTarget] = useState<CustomerDto | null>(null);
  const [failure, setFailure] = useState<{ message: string; requestId: string } | null>(null);
  const [pending, startTransition] = useTransition();
  const close = () => {
    setTarget(null);
    setFailure(null);
    onClose();
  };
  const run = () =>
    startTransition(async () => {
      if (!target) return;
      setFailure(null);
      const result = await merge({ fromId: customer.id, intoId: target.id });
      if (!result.ok) return setFailure(result.error);
      toast(t("merge.done", { from: customer.name, into: nameOf(target) }));
      router.push(`/customers/${result.data.id}`);
      close();
    });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next && !pending) close();
      }}
    >
      <DialogContent closeLabel={common("close")}>
        <DialogHeader>
          <DialogTitle>{t("merge.title", { name: customer.name })}</DialogTitle>
          <DialogDescription>{t("merge.description", { name: customer.name })}</DialogDescription>
        </DialogHeader>
        <CustomerSearch
          label={t("merge.search")}
          chosen={target}
          onChoose={setTarget}
          exceptId={customer.id}
        />
        {failure ? (
          <Alert tone="cinnabar" role="alert">
            <p className="col-start-2">
              {failure.message} {common("requestId")}: {failure.requestId}
            </p>
          </Alert>
        ) : null}
        <DialogFooter>
          <Button variant="outline" onClick={close}>
            {common("cancel")}
          </Button>
          <Button disabled={!target} loading={pending} onClick={run}>
            {target ? t("merge.confirm", { name: nameOf(target) }) : t("merge.choose")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
