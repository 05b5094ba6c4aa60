"use client";

import { useId, useState } from "react";
import { toast } from "sonner";
import { useFormatter, useTranslations } from "use-intl";
import { StatusDot } from "@/components/feedback/status-dot";
import { CopyField } from "@/components/forms/copy-field";
import { useAction } from "@/components/forms/use-action";
import type { BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import type { ChannelAccountDto, ChannelKindDto } from "@/lib/platform/channels/schemas";
import { testChannelAccount, updateChannelAccount } from "../../_actions";
import { ChannelEndings } from "./channel-endings";
import { EditChannel } from "./edit-channel";

const TONES: Record<ChannelAccountDto["state"], BadgeTone> = {
  working: "jade",
  failing: "cinnabar",
  paused: "amber",
  disabled: "neutral",
};

interface ChannelCardProps {
  account: ChannelAccountDto;
  /** Null where the platform is not served any more. */
  kind: ChannelKindDto | null;
}

export function ChannelCard({ account, kind }: ChannelCardProps) {
  const t = useTranslations("channels");
  const titleId = useId();
  const [isEditing, setEditing] = useState(false);
  const update = useAction(updateChannelAccount);
  return (
    <Card role="group" aria-labelledby={titleId} className="grid gap-4 p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={titleId} className="min-w-0 break-words font-medium">
          {account.name} <span className="font-normal text-ink-3">{t(`kinds.${account.kind}`)}</span>
        </h2>
        <StatusDot tone={TONES[account.state]} className="text-compact">
          {t(`state.${account.state}`)}
        </StatusDot>
      </div>
      <Facts account={account} />
      <section className="grid gap-1.5">
        <h3 className="font-medium text-compact">{t("address")}</h3>
        <p className="text-ink-3 text-xs">{t("addressText")}</p>
        <CopyField value={account.address} label={t("address")} />
      </section>
      <Field label={t("enabled")} hint={t("enabledText")}>
        {(control) => (
          <Switch
            {...control}
            checked={account.isEnabled}
            disabled={update.isPending}
            onCheckedChange={(isEnabled) => update.run({ id: account.id, isEnabled })}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2 border-t pt-3">
        {kind?.canConnect ? <TestButton account={account} /> : null}
        {kind ? (
          <Button variant="outline" onClick={() => setEditing(true)}>
            {t("edit")}
          </Button>
        ) : null}
        <ChannelEndings account={account} />
      </div>
      {kind ? (
        <EditChannel account={account} kind={kind} isOpen={isEditing} onOpenChange={setEditing} />
      ) : null}
    </Card>
  );
}

/** When something last came in or went out, and what was wrong. */
function Facts({ account }: { account: ChannelAccountDto }) {
  const t = useTranslations("channels");
  const format = useFormatter();
  const time = (instant: string | null) =>
    instant === null
      ? t("never")
      : format.dateTime(new Date(instant), { dateStyle: "medium", timeStyle: "short" });
  const { lastError, lastErrorAt, circuitOpenUntil, refusedCalls, state } = account;
  return (
    <div className="grid gap-1 text-compact">
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-ink-3">{t("lastInbound")}</dt>
        <dd>{time(account.lastInboundAt)}</dd>
        <dt className="text-ink-3">{t("lastSent")}</dt>
        <dd>{time(account.lastSentAt)}</dd>
      </dl>
      {state === "paused" ? (
        <p className="text-amber-ink">{t("pausedUntil", { time: time(circuitOpenUntil) })}</p>
      ) : null}
      {lastError && lastErrorAt ? (
        <p className={state === "working" ? "break-words text-ink-3" : "break-words text-cinnabar-ink"}>
          {t("lastError", { time: time(lastErrorAt), error: lastError })}
        </p>
      ) : null}
      {refusedCalls > 0 ? <p className="text-ink-3">{t("refused", { count: refusedCalls })}</p> : null}
    </div>
  );
}

function TestButton({ account }: { account: ChannelAccountDto }) {
  const t = useTranslations("channels");
  const { run, isPending } = useAction(testChannelAccount, {
    onSuccess: ({ isConnected, name, code, reason }) => {
      if (isConnected) toast.success(name ? t("testOk", { name }) : t("testOkNameless"));
      else toast.error(t("testFailed", { code: code ?? "", reason: reason ?? "" }), { duration: 10_000 });
    },
  });
  return (
    <Button variant="outline" loading={isPending} onClick={() => run({ id: account.id })}>
      {t("test")}
    </Button>
  );
}
