"use client";

import { Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
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
import { NativeSelect } from "@/components/ui/native-select";
import type { ChannelKindDto } from "@/lib/platform/channels/schemas";
import { createChannelAccount } from "../../_actions";
import { readSettings, SettingsFields } from "./settings-fields";

export function AddChannel({ kinds }: { kinds: ChannelKindDto[] }) {
  const t = useTranslations("channels");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden />
        {t("add")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent className="max-w-lg">
          <AddForm kinds={kinds} onEnd={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  );
}

function AddForm({ kinds, onEnd }: { kinds: ChannelKindDto[]; onEnd: () => void }) {
  const t = useTranslations("channels");
  const common = useTranslations("common");
  const [kind, setKind] = useState<ChannelKindDto | undefined>(kinds[0]);
  const { run, isPending, fields } = useAction(createChannelAccount, { showsFields: true, onSuccess: onEnd });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!kind) return;
    const form = new FormData(event.currentTarget);
    const settings = readSettings(form, kind.fields);
    run({ kind: kind.kind, name: String(form.get("channelName")), settings });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{t("add")}</DialogTitle>
        <DialogDescription>{t("addText")}</DialogDescription>
      </DialogHeader>
      <Field label={t("kind")}>
        <NativeSelect
          value={kind?.kind}
          onChange={(event) => setKind(kinds.find((offered) => offered.kind === event.target.value))}
        >
          {kinds.map((offered) => (
            <option key={offered.kind} value={offered.kind}>
              {t(`kinds.${offered.kind}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label={t("name")} hint={t("nameHint")} error={fields.name} required>
        <Input name="channelName" autoComplete="off" maxLength={80} />
      </Field>
      <SettingsFields key={kind?.kind} fields={kind?.fields ?? []} errors={fields} account={null} />
      <DialogFooter>
        <Button variant="outline" onClick={onEnd}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {t("add")}
        </Button>
      </DialogFooter>
    </form>
  );
}
