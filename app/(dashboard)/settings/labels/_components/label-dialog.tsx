"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog, DialogContent, DialogFooter, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LABEL_COLORS, type LabelColor, type LabelDto } from "@/lib/service/labels/schemas";

interface LabelDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What is changed; none is a new one. */
  label?: LabelDto;
  isPending: boolean;
  errors: Record<string, string>;
  onSave: (label: { name: string; color: LabelColor }) => void;
}

export function LabelDialog({ open, onOpenChange, ...form }: LabelDialogProps) {
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-sm" closeLabel={common("close")} aria-describedby={undefined}>
        <LabelForm {...form} onCancel={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function LabelForm(props: Omit<LabelDialogProps, "open" | "onOpenChange"> & { onCancel: () => void }) {
  const { title, label, isPending, errors, onSave, onCancel } = props;
  const t = useTranslations("inboxTools.labels");
  const common = useTranslations("common");
  const [color, setColor] = useState<LabelColor>(label?.color ?? "blue");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave({ name: String(new FormData(event.currentTarget).get("name")), color });
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <DialogHeader>
        <DialogTitle>{title}</DialogTitle>
      </DialogHeader>
      <Field label={t("name")} error={errors.name} required>
        <Input name="name" defaultValue={label?.name} maxLength={40} autoComplete="off" />
      </Field>
      <fieldset>
        <legend className="mb-1.5 font-medium text-compact">{t("color")}</legend>
        <div className="flex flex-wrap gap-1.5">
          {LABEL_COLORS.map((each) => (
            <label
              key={each}
              className={cn(
                "cursor-pointer rounded-md p-1 has-focus-visible:outline-2 has-focus-visible:outline-blue",
                each === color && "ring-1 ring-ink",
              )}
            >
              <input
                type="radio"
                name="color"
                className="sr-only"
                checked={each === color}
                onChange={() => setColor(each)}
              />
              <Badge tone={each}>{t(`colors.${each}`)}</Badge>
            </label>
          ))}
        </div>
      </fieldset>
      <DialogFooter>
        <Button variant="outline" onClick={onCancel}>
          {common("cancel")}
        </Button>
        <Button type="submit" loading={isPending}>
          {common("save")}
        </Button>
      </DialogFooter>
    </form>
  );
}
