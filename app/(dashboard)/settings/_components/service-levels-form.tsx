"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Switch } from "@/components/ui/switch";
import { LEVEL_CHANNELS, type ServiceLevelDto, TIME_COUNTS } from "@/lib/service/staffing/schemas";
import { setServiceLevels } from "../_staffing-actions";
import { MinutesInput } from "./minutes-input";

type Channel = ServiceLevelDto["channel"];
const TARGETS = ["firstResponseMinutes", "nextResponseMinutes", "resolutionMinutes"] as const;
const SUGGESTED = { firstResponseMinutes: 30, nextResponseMinutes: 60, resolutionMinutes: 1_440 } as const;

interface ServiceLevelsFormProps {
  levels: ServiceLevelDto[];
  canWrite: boolean;
}

export function ServiceLevelsForm({ levels, canWrite }: ServiceLevelsFormProps) {
  const t = useTranslations("staffing.levels");
  const common = useTranslations("common");
  const [chosen, setChosen] = useState(
    () => new Map<Channel, ServiceLevelDto>(levels.map((level) => [level.channel, level])),
  );
  const sent = LEVEL_CHANNELS.flatMap((channel) => chosen.get(channel) ?? []);
  const { run, isPending, fields } = useAction(setServiceLevels, {
    showsFields: true,
    onSuccess: () => toast.success(common("saved")),
  });
  const change = (channel: Channel, level: ServiceLevelDto | null) =>
    setChosen((known) => {
      const next = new Map(known);
      if (level) next.set(channel, level);
      else next.delete(channel);
      return next;
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run({ levels: sent });
  };
  return (
    <form onSubmit={submit} className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-5">
      <p className="max-w-prose text-compact text-ink-2">{t("lead")}</p>
      <fieldset disabled={!canWrite} className="grid min-w-0 gap-3">
        {LEVEL_CHANNELS.map((channel) => {
          const level = chosen.get(channel) ?? null;
          const at = sent.findIndex((each) => each.channel === channel);
          return (
            <Card key={channel} className="grid gap-3 p-4">
              <div className="flex items-start justify-between gap-4">
                <div className="grid gap-0.5">
                  <h2 id={`level-${channel}`} className="font-semibold text-sm">
                    {t(`channel.${channel}`)}
                  </h2>
                  <p className="text-ink-3 text-xs">{t(level ? "own" : `none.${channel}`)}</p>
                </div>
                <Switch
                  aria-labelledby={`level-${channel}`}
                  checked={level !== null}
                  disabled={!canWrite}
                  onCheckedChange={(isOn) =>
                    change(channel, isOn ? { channel, ...SUGGESTED, counts: "business" } : null)
                  }
                />
              </div>
              {level ? (
                <LevelFields
                  level={level}
                  errorOf={(name) => fields[`levels.${at}.${name}`]}
                  onChange={(next) => change(channel, next)}
                />
              ) : null}
            </Card>
          );
        })}
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

interface LevelFieldsProps {
  level: ServiceLevelDto;
  errorOf: (name: string) => string | undefined;
  onChange: (level: ServiceLevelDto) => void;
}

function LevelFields({ level, errorOf, onChange }: LevelFieldsProps) {
  const t = useTranslations("staffing.levels");
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-4">
      {TARGETS.map((name) => (
        <Field key={name} label={t(name)} error={errorOf(name)}>
          <MinutesInput value={level[name]} onChange={(minutes) => onChange({ ...level, [name]: minutes })} />
        </Field>
      ))}
      <Field label={t("counts")}>
        <NativeSelect
          value={level.counts}
          onChange={({ target }) =>
            onChange({ ...level, counts: target.value === "calendar" ? "calendar" : "business" })
          }
        >
          {TIME_COUNTS.map((count) => (
            <option key={count} value={count}>
              {t(`count.${count}`)}
            </option>
          ))}
        </NativeSelect>
      </Field>
    </div>
  );
}
