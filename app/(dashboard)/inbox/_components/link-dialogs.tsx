"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
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
import { CustomerSearch, nameOfCustomer } from "../../_shared/same-person/customer-search";

interface ConfirmLinkProps {
  /** As the platform names them. */
  person: string;
  /** Null while nothing is asked. */
  customer: { id: string; name: string } | null;
  pending: boolean;
  onCancel: () => void;
  onConfirm: (customer: { id: string; name: string }) => void;
}

/** The bot will tell this person about the customer's orders, so somebody must have looked at both. */
export function ConfirmLink({ person, customer, pending, onCancel, onConfirm }: ConfirmLinkProps) {
  const t = useTranslations("samePerson.link");
  const common = useTranslations("common");
  const name = customer?.name ?? "";
  return (
    <ConfirmDialog
      open={customer !== null}
      onOpenChange={(isOpen) => (isOpen ? null : onCancel())}
      title={t("confirmTitle", { person, name })}
      description={t("dialogText")}
      labels={{ cancel: common("cancel"), confirm: t("confirm", { name }) }}
      pending={pending}
      onConfirm={() => customer && onConfirm(customer)}
    />
  );
}

interface LinkDialogProps {
  person: string;
  pending: boolean;
  onClose: () => void;
  onLink: (customer: CustomerDto) => void;
}

/** Finds the customer whom nothing has suggested. */
export function LinkDialog({ person, pending, onClose, onLink }: LinkDialogProps) {
  const t = useTranslations("samePerson.link");
  const common = useTranslations("common");
  const [chosen, setChosen] = useState<CustomerDto | null>(null);
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen || pending ? null : onClose())}>
      <DialogContent closeLabel={common("close")}>
        <DialogHeader>
          <DialogTitle>{t("dialogTitle", { name: person })}</DialogTitle>
          <DialogDescription>{t("dialogText")}</DialogDescription>
        </DialogHeader>
        <CustomerSearch label={t("search")} chosen={chosen} onChoose={setChosen} />
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button disabled={!chosen} loading={pending} onClick={() => chosen && onLink(chosen)}>
            {chosen ? t("confirm", { name: nameOfCustomer(chosen) }) : t("choose")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
