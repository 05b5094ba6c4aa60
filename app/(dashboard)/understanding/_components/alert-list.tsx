"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { AlertDto } from "@/lib/service/understanding/schemas";
import { dismissAlert } from "../_actions";

interface AlertListProps {
  alerts: AlertDto[];
  canDismiss: boolean;
}

/** Figures that have changed for the worse by more than chance would have it. */
export function AlertList({ alerts, canDismiss }: AlertListProps) {
  const t = useTranslations("understanding.alerts");
  if (alerts.length === 0) return null;
  return (
    <section aria-label={t("label")}>
      <Card className="mb-3.5 divide-y">
        {alerts.map((alert) => (
          <AlertRow key={alert.id} alert={alert} canDismiss={canDismiss} />
        ))}
      </Card>
    </section>
  );
}

function AlertRow({ alert, canDismiss }: { alert: AlertDto; canDismiss: boolean }) {
  const t = useTranslations("understanding.alerts");
  const format = useFormatter();
  const router = useRouter();
  const { run, isPending } = useAction(dismissAlert, { onSuccess: () => router.refresh() });
  const percent = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 1 });
  // A day of the shop's calendar is the same day everywhere.
  const since = format.dateTime(new Date(`${alert.since}T12:00:00Z`), {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return (
    <div
      data-alert={alert.measure}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 px-2.5 py-2.5 text-compact"
    >
      <span className="w-24 shrink-0">
        <Badge tone="amber">{t("badge")}</Badge>
      </span>
      <p className="min-w-0 flex-1 basis-64">
        <b>{t(alert.measure, { before: percent(alert.before), after: percent(alert.after), since })}</b>{" "}
        <span className="text-ink-3">
          {t("advice")}{" "}
          <span className="whitespace-nowrap">
            {t("p", { p: format.number(alert.p, { maximumSignificantDigits: 2 }) })}
          </span>
        </span>
      </p>
      <Button variant="outline" asChild>
        <Link href="/understanding/review">{t("open")}</Link>
      </Button>
      {canDismiss ? (
        <Button variant="ghost" loading={isPending} onClick={() => run({ id: alert.id })}>
          {t("dismiss")}
        </Button>
      ) : null}
    </div>
  );
}
