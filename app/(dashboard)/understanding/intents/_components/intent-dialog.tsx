"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useLocale, useTranslations } from "use-intl";
import { nameIn } from "@/components/format/name-in";
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
import { Textarea } from "@/components/ui/textarea";
import type { Locale } from "@/lib/core/context";
import type { MerchantIntentDto } from "@/lib/service/understanding/schemas";
import { changeIntent, createIntent } from "../../_actions";

const LANGUAGES = ["zh", "en", "es"] as const;
const LABELS = { zh: "nameZh", en: "nameEn", es: "nameEs" } as const;

/** Creates an intent, or changes the words of one. */
export function IntentDialog({ intent }: { intent?: MerchantIntentDto }) {
  const t = useTranslations("understanding.intents");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        id={intent ? undefined : "create-intent"}
        variant={intent ? "outline" : "default"}
        onClick={() => setOpen(true)}
      >
        {intent ? <Pencil aria-hidden /> : <Plus aria-hidden />}
        {intent ? t("edit") : t("create")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent className="max-w-lg">
          <IntentForm intent={intent} onClose={() => setOpen(false)} />
        </DialogContent>
      </Dialog>
    </>
  );
}

function IntentForm({ intent, onClose }: { intent: MerchantIntentDto | undefined; onClose: () => void }) {
  const t = useTranslations("understanding.intents");
  const common = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const creation = useAction(createIntent, {
    showsFields: true,
    onSuccess: ({ id, name }) => {
      onClose();
      toast.success(t("created", { name: nameIn(name, locale) }));
      router.push(`/understanding/intents/${id}`);
    },
  });
  const change = useAction(changeIntent, {
    showsFields: true,
    onSuccess: () => {
      onClose();
      toast.success(t("saved"));
    },
  });
  const { fields, isPending } = intent ? change : creation;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const name = Object.fromEntries(LANGUAGES.flatMap((key) => (text(key) ? [[key, text(key)]] : [])));
    if (intent) change.run({ id: intent.id, name, description: text("description") });
    else
      creation.run({
        name,
        description: text("description"),
        ...(text("id") ? { id: text("id") } : {}),
      });
  };
  // The reader's own language first: most shops fill in that one alone.
  const own = locale.slice(0, 2) as (typeof LANGUAGES)[number];
  const ordered = [own, ...LANGUAGES.filter((language) => language !== own)];
  return (
    <form onSubmit={submit} className="grid gap-4">
      <DialogHeader>
        <DialogTitle>
          {intent ? t("editTitle", { name: nameIn(intent.name, locale as Locale) }) : t("createTitle")}
        </DialogTitle>
        <DialogDescription>{intent ? t("editText", { id: intent.id }) : t("createText")}</DialogDescription>
      </DialogHeader>
      {ordered.map((language, index) => (
        <Field
          key={language}
          label={t(LABELS[language])}
          hint={index === 0 ? t("nameHint") : undefined}
          error={fields[`name.${language}`] ?? (index === 0 ? fields.name : undefined)}
        >
          <Input
            name={language}
            lang={language}
            maxLength={80}
            autoComplete="off"
            defaultValue={intent?.name[language] ?? ""}
          />
        </Field>
      ))}
      <Field label={t("description")} hint={t("descriptionHint")} error={fields.description}>
        <Textarea name="description" maxLength={500} defaultValue={intent?.description ?? ""} />
      </Field>
      {intent ? null : (
        <Field label={t("id")} hint={t("idHint")} error={fields.id}>
          <Input name="id" autoComplete="off" spellCheck={false} maxLength={40} className="font-mono" />
        </Field>
      )}
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {intent ? common("save") : t("create")}
        </Button>
      </DialogFooter>
    </form>
  );
}
