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
import type { MacroDto, MacroStep } from "@/lib/service/macros/schemas";
import type { Choices } from "./choices";
import { type DraftStep, problemsOf } from "./draft";
import { MacroPreview } from "./macro-preview";
import { StepEditor } from "./step-editor";

export interface MacroDraft {
  name: string;
  isPersonal: boolean;
  steps: MacroStep[];
}

interface MacroDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What is changed; none is a new one. */
  macro?: MacroDto;
  canChooseScope: boolean;
  choices: Choices;
  isPending: boolean;
  errors: Record<string, string>;
  onSave: (draft: MacroDraft) => void;
}

export function MacroDialog({ open, onOpenChange, ...form }: MacroDialogProps) {
  const common = useTranslations("common");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-h-[92dvh] max-w-2xl overflow-y-auto" closeLabel={common("close")}>
        <MacroForm {...form} onCancel={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function MacroForm(props: Omit<MacroDialogProps, "open" | "onOpenChange"> & { onCancel: () => void }) {
  const { title, macro, canChooseScope, choices, isPending, errors, onSave, onCancel } = props;
  const t = useTranslations("deskActs.macros");
  const common = useTranslations("common");
  const [drafts, setDrafts] = useState<DraftStep[]>(() =>
    (macro?.steps ?? []).map((step, key) => ({ key, step })),
  );
  const [isChecked, setChecked] = useState(false);
  const [name, setName] = useState(macro?.name ?? "");
  const steps = drafts.map(({ step }) => step);
  const problems = problemsOf(steps);
  const nameError =
    isChecked && name.trim() === "" ? t("problem.name") : errors.name ? t("problem.taken") : undefined;
  const other = Object.entries(errors).find(([path]) => path !== "name")?.[1];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === "" || steps.length === 0 || problems.size > 0) return;
    const form = new FormData(event.currentTarget);
    onSave({ name, isPersonal: !canChooseScope || form.get("scope") === "own", steps });
  };
  return (
    <form noValidate onSubmit={submit} className="grid min-w-0 gap-4">
      <DialogHeader>
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>{t("dialogText")}</DialogDescription>
      </DialogHeader>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("name")} error={nameError} required>
          <Input
            name="name"
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        {macro ? null : (
          <Field label={t("scope")} hint={canChooseScope ? undefined : t("ownOnly")}>
            <NativeSelect
              name="scope"
              defaultValue={canChooseScope ? "shop" : "own"}
              disabled={!canChooseScope}
            >
              <option value="shop">{t("scopes.shop")}</option>
              <option value="own">{t("scopes.own")}</option>
            </NativeSelect>
          </Field>
        )}
      </div>
      <StepEditor
        drafts={drafts}
        problems={isChecked ? problems : new Map()}
        isEmptyError={isChecked && steps.length === 0}
        choices={choices}
        onChange={setDrafts}
      />
      {steps.length > 0 ? <MacroPreview steps={steps} choices={choices} /> : null}
      {other ? (
        <p role="alert" className="text-cinnabar-ink text-xs">
          {other}
        </p>
      ) : null}
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
