"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { CopyField } from "@/components/forms/copy-field";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
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
import { Label } from "@/components/ui/label";
import type { Permission } from "@/lib/core/permissions";
import { createApiKey } from "../_actions";

export function CreateApiKey({ scopes }: { scopes: Permission[] }) {
  const t = useTranslations("settings.apiKeys");
  const common = useTranslations("common");
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setKey(null);
  };
  return (
    <div className="flex justify-end">
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t("create")}
      </Button>
      <Dialog open={isOpen} onOpenChange={(open) => (open ? setOpen(true) : close())}>
        <DialogContent className="max-w-lg">
          {key ? (
            <div className="grid gap-4">
              <DialogHeader>
                <DialogTitle>{t("createdTitle")}</DialogTitle>
                <DialogDescription>{t("createdText")}</DialogDescription>
              </DialogHeader>
              <CopyField value={key} label={t("key")} />
              <DialogFooter>
                <Button onClick={close}>{common("close")}</Button>
              </DialogFooter>
            </div>
          ) : (
            <KeyForm scopes={scopes} onCreated={setKey} onCancel={close} />
          )}
        </DialogContent>
      </Dialog>
    </div>
  );
}

interface KeyFormProps {
  scopes: Permission[];
  onCreated: (key: string) => void;
  onCancel: () => void;
}

function KeyForm({ scopes, onCreated, onCancel }: KeyFormProps) {
  const t = useTranslations("settings.apiKeys");
  const common = useTranslations("common");
  const { run, isPending, fields } = useAction(createApiKey, {
    showsFields: true,
    onSuccess: (created) => onCreated(created.key),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run({ name: String(form.get("name")), scopes: form.getAll("scope") as Permission[] });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{t("create")}</DialogTitle>
        <DialogDescription>{t("createText")}</DialogDescription>
      </DialogHeader>
      <Field label={t("name")} hint={t("nameHint")} error={fields.name} required>
        <Input name="name" autoComplete="off" />
      </Field>
      <fieldset>
        <legend className="pb-2 font-medium text-compact">{t("scopes")}</legend>
        <div className="grid grid-cols-1 gap-x-4 gap-y-2 sm:grid-cols-2">
          {scopes.map((scope) => (
            <span key={scope} className="flex items-center gap-2">
              <Checkbox
                id={`scope-${scope}`}
                name="scope"
                value={scope}
                defaultChecked={scope.endsWith(":read")}
              />
              <Label htmlFor={`scope-${scope}`} className="font-mono text-xs">
                {scope}
              </Label>
            </span>
          ))}
        </div>
        {fields.scopes ? (
          <p role="alert" className="pt-2 text-cinnabar-ink text-xs">
            {fields.scopes}
          </p>
        ) : null}
      </fieldset>
      <DialogFooter>
        <Button variant="outline" onClick={onCancel}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {t("create")}
        </Button>
      </DialogFooter>
    </form>
  );
}
