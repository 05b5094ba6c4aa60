"use client";

import type { FormEvent } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
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
import type { ChannelAccountDto, ChannelKindDto } from "@/lib/platform/channels/schemas";
import { updateChannelAccount } from "../../_actions";
import { readSettings, SettingsFields } from "./settings-fields";

interface EditChannelProps {
  account: ChannelAccountDto;
  kind: ChannelKindDto;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function EditChannel({ account, kind, isOpen, onOpenChange }: EditChannelProps) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-lg">
        <EditForm account={account} kind={kind} onEnd={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

interface EditFormProps {
  account: ChannelAccountDto;
  kind: ChannelKindDto;
  onEnd: () => void;
}

function EditForm({ account, kind, onEnd }: EditFormProps) {
  const t = useTranslations("channels");
  const common = useTranslations("common");
  const { run, isPending, fields } = useAction(updateChannelAccount, {
    showsFields: true,
    onSuccess: () => {
      toast.success(common("saved"));
      onEnd();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const settings = readSettings(form, kind.fields);
    run({ id: account.id, name: String(form.get("channelName")), settings });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{t("editTitle", { name: account.name })}</DialogTitle>
        <DialogDescription>{t("editText")}</DialogDescription>
      </DialogHeader>
      <Field label={t("name")} hint={t("nameHint")} error={fields.name} required>
        <Input name="channelName" autoComplete="off" maxLength={80} defaultValue={account.name} />
      </Field>
      <SettingsFields fields={kind.fields} errors={fields} account={account} />
      <DialogFooter>
        <Button variant="outline" onClick={onEnd}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {common("save")}
        </Button>
      </DialogFooter>
    </form>
  );
}
