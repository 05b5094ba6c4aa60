"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { type CapacityDto, CUSTOMER_LANGUAGES, MAX_OPEN_LIMIT } from "@/lib/service/staffing/schemas";
import { setAvailability, setCapacity } from "../_staffing-actions";

interface CapacityListProps {
  members: CapacityDto[];
  ownId: string;
  /** May change others' too. */
  canManage: boolean;
  /** May answer customers, and so speak for themselves. */
  canAnswer: boolean;
}

export function CapacityList({ members, ownId, canManage, canAnswer }: CapacityListProps) {
  const t = useTranslations("staffing.assignment");
  return (
    <section aria-labelledby="capacities" className="grid gap-2.5">
      <div className="grid gap-0.5">
        <h2 id="capacities" className="font-semibold text-sm">
          {t("members")}
        </h2>
        <p className="text-ink-3 text-xs">{t("membersHint")}</p>
      </div>
      <Card className="divide-y">
        {members.map((member) => (
          <MemberRow
            // What was stored comes back where a change was refused or made elsewhere.
            key={`${member.userId}:${member.maxOpen}:${member.languages.join()}`}
            member={member}
            isSelf={member.userId === ownId}
            canWrite={canManage || (canAnswer && member.userId === ownId)}
          />
        ))}
      </Card>
    </section>
  );
}

function MemberRow({
  member,
  isSelf,
  canWrite,
}: {
  member: CapacityDto;
  isSelf: boolean;
  canWrite: boolean;
}) {
  const t = useTranslations("staffing.assignment");
  const common = useTranslations("common");
  const { userId, name } = member;
  const [languages, setLanguages] = useState(member.languages);
  const [maxOpen, setMaxOpen] = useState(String(member.maxOpen));
  const onSuccess = () => toast.success(common("saved"));
  const capacity = useAction(setCapacity, { onSuccess, showsFields: true });
  const availability = useAction(setAvailability, { onSuccess });
  const isChanged = maxOpen !== String(member.maxOpen) || languages.join() !== member.languages.join();
  const toggle = (language: CapacityDto["languages"][number], isOn: boolean) =>
    setLanguages(CUSTOMER_LANGUAGES.filter((each) => (each === language ? isOn : languages.includes(each))));
  const error = Object.values(capacity.fields)[0];
  return (
    <div className="grid items-center gap-x-4 gap-y-2.5 px-4 py-3 md:grid-cols-[minmax(0,1fr)_auto_auto_auto]">
      <span className="flex min-w-0 items-center gap-2.5">
        <Avatar name={name} />
        <span className="min-w-0">
          <span className="flex items-center gap-2 font-medium text-compact">
            <span className="truncate">{name}</span>
            {isSelf ? <Badge>{t("you")}</Badge> : null}
          </span>
          <span className="block text-ink-3 text-xs">{t("open", { count: member.open })}</span>
        </span>
      </span>
      <fieldset disabled={!canWrite} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-compact">
        <legend className="sr-only">{t("languagesOf", { name })}</legend>
        {CUSTOMER_LANGUAGES.map((language) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control
          <label key={language} className="flex items-center gap-1.5">
            <Checkbox
              checked={languages.includes(language)}
              disabled={!canWrite}
              onCheckedChange={(checked) => toggle(language, checked === true)}
            />
            {t(`languages.${language}`)}
          </label>
        ))}
      </fieldset>
      <form
        className="flex items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          capacity.run({ userId, languages, maxOpen: Number(maxOpen) });
        }}
      >
        <span className="whitespace-nowrap text-ink-3 text-xs">{t("atMost")}</span>
        <Input
          type="number"
          min={1}
          max={MAX_OPEN_LIMIT}
          required
          disabled={!canWrite}
          className="w-18"
          aria-label={t("maxOpenOf", { name })}
          aria-invalid={error ? true : undefined}
          value={maxOpen}
          onChange={(event) => setMaxOpen(event.target.value)}
        />
        {canWrite ? (
          <Button
            type="submit"
            variant="outline"
            size="sm"
            loading={capacity.isPending}
            disabled={!isChanged}
            aria-label={t("saveOf", { name })}
          >
            {common("save")}
          </Button>
        ) : null}
      </form>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control */}
      <label className="flex w-28 items-center gap-2 text-compact">
        <Switch
          checked={member.isAvailable}
          disabled={!canWrite || availability.isPending}
          aria-label={t("availabilityOf", { name })}
          onCheckedChange={(isAvailable) => availability.run({ userId, isAvailable })}
        />
        {t(member.isAvailable ? "available" : "away")}
      </label>
      {error ? (
        <p role="alert" className="text-cinnabar-ink text-xs md:col-span-4">
          {error}
        </p>
      ) : null}
    </div>
  );
}
