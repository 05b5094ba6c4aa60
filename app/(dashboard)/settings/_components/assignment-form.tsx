"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import { ASSIGNMENT_MODES, type AssignmentDto } from "@/lib/service/staffing/schemas";
import { setAssignment } from "../_staffing-actions";
import { MinutesInput } from "./minutes-input";

export function AssignmentForm({ assignment, canWrite }: { assignment: AssignmentDto; canWrite: boolean }) {
  const t = useTranslations("staffing.assignment");
  const common = useTranslations("common");
  const { mode, matchesLanguage, reassignAfterMinutes } = assignment;
  const [settings, setSettings] = useState({ mode, matchesLanguage, reassignAfterMinutes });
  const change = (part: Partial<typeof settings>) => setSettings((known) => ({ ...known, ...part }));
  const { run, isPending, fields } = useAction(setAssignment, {
    showsFields: true,
    onSuccess: () => toast.success(common("saved")),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(settings);
  };
  const isOff = settings.mode === "off";
  return (
    <form onSubmit={submit} className="grid max-w-lg gap-4">
      <p className="text-compact text-ink-2">{t("lead")}</p>
      <fieldset disabled={!canWrite} className="grid min-w-0 gap-4">
        <Field label={t("mode")} hint={t(`modeHint.${settings.mode}`)}>
          <NativeSelect
            value={settings.mode}
            onChange={({ target }) =>
              change({ mode: ASSIGNMENT_MODES.find((each) => each === target.value) ?? "off" })
            }
          >
            {ASSIGNMENT_MODES.map((each) => (
              <option key={each} value={each}>
                {t(`modes.${each}`)}
              </option>
            ))}
          </NativeSelect>
        </Field>
        {isOff ? null : (
          <>
            <Field label={t("language")} hint={t("languageHint")}>
              {(control) => (
                <Switch
                  {...control}
                  checked={settings.matchesLanguage}
                  disabled={!canWrite}
                  onCheckedChange={(isOn) => change({ matchesLanguage: isOn })}
                />
              )}
            </Field>
            <Field label={t("reassign")} hint={t("reassignHint")} error={fields.reassignAfterMinutes}>
              <MinutesInput
                value={settings.reassignAfterMinutes}
                onChange={(minutes) => change({ reassignAfterMinutes: minutes })}
              />
            </Field>
          </>
        )}
      </fieldset>
      {canWrite ? (
        <div>
          <Button type="submit" loading={isPending}>
            {common("save")}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
