"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { InboxViewDto, ViewFilters } from "@/lib/service/inbox-views/schemas";
import { useInbox } from "../_live/inbox-context";
import { useViewActs } from "../_live/use-view-acts";

interface SaveViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  filters: ViewFilters;
  /** What gets another name; none is a new view. */
  view?: InboxViewDto;
  onSaved: (view: InboxViewDto) => void;
}

/** Asks for a view's name, and for a new one who shall see it. */
export function SaveViewDialog({ open, onOpenChange, ...form }: SaveViewDialogProps) {
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-[400px]" closeLabel={common("close")}>
        <SaveViewForm {...form} onClose={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function SaveViewForm({
  filters,
  view,
  onSaved,
  onClose,
}: Omit<SaveViewDialogProps, "open" | "onOpenChange"> & { onClose: () => void }) {
  const t = useTranslations("deskActs.views");
  const common = useTranslations("common");
  const { canShare } = useInbox();
  const { save, change } = useViewActs();
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name"));
    setPending(true);
    const isPersonal = form.get("scope") !== "shop";
    const result = view ? await change(view, { name }) : await save(name, isPersonal, filters);
    setPending(false);
    if (!result.ok) {
      const named = result.error.fields.find(({ path }) => path === "name");
      return setError(named && (result.error.code === "conflict" ? t("taken") : named.message));
    }
    onClose();
    onSaved(result.data);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{view ? t("renameTitle", { name: view.name }) : t("newTitle")}</DialogTitle>
        <DialogDescription className={view ? "sr-only" : undefined}>{t("newText")}</DialogDescription>
      </DialogHeader>
      <Field label={t("name")} error={error} required>
        <Input name="name" defaultValue={view?.name} maxLength={60} autoComplete="off" autoFocus />
      </Field>
      {view ? null : (
        <Field label={t("scope")} hint={canShare ? undefined : t("ownOnly")}>
          <NativeSelect name="scope" defaultValue="own" disabled={!canShare}>
            <option value="own">{t("scopes.own")}</option>
            <option value="shop">{t("scopes.shop")}</option>
          </NativeSelect>
        </Field>
      )}
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {common("save")}
        </Button>
      </DialogFooter>
    </form>
  );
}
