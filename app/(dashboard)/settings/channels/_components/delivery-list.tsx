"use client";

import Link from "next/link";
import { toast } from "sonner";
import { useFormatter, useTranslations } from "use-intl";
import { useAction } from "@/components/forms/use-action";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { DeliveryDto } from "@/lib/platform/channels/schemas";
import { resendMessage } from "../../_actions";

export function DeliveryList({ deliveries, canWrite }: { deliveries: DeliveryDto[]; canWrite: boolean }) {
  const t = useTranslations("channels");
  const common = useTranslations("common");
  return (
    <Card>
      <Table label={t("troubled")}>
        <TableHeader>
          <TableRow>
            <TableHead>{t("customer")}</TableHead>
            <TableHead className="max-md:hidden">{t("channel")}</TableHead>
            <TableHead>{t("why")}</TableHead>
            <TableHead className="max-sm:hidden">{t("when")}</TableHead>
            <TableHead className="w-32">
              <span className="sr-only">{common("actions")}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} canWrite={canWrite} />
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

function DeliveryRow({ delivery, canWrite }: { delivery: DeliveryDto; canWrite: boolean }) {
  const t = useTranslations("channels");
  const format = useFormatter();
  const { run, isPending } = useAction(resendMessage, { onSuccess: () => toast.success(t("againDone")) });
  const { conversationId, messageId, state, errorReason, updatedAt } = delivery;
  const name = delivery.contactName ?? t("somebody");
  return (
    <TableRow>
      <TableCell>
        <Link href={`/inbox/${conversationId}`} className="text-blue-ink hover:underline">
          {name}
        </Link>
      </TableCell>
      <TableCell className="max-md:hidden">{delivery.accountName}</TableCell>
      <TableCell className="whitespace-normal">
        <Badge tone={state === "failed" ? "cinnabar" : "amber"}>
          {t(state === "failed" ? "delivery.failed" : "delivery.unknown")}
        </Badge>
        <span className="block break-words text-ink-2 text-xs">{errorReason}</span>
      </TableCell>
      <TableCell className="text-ink-2 max-sm:hidden">
        {format.dateTime(new Date(updatedAt), { dateStyle: "medium", timeStyle: "short" })}
      </TableCell>
      <TableCell className="text-right">
        {canWrite ? (
          <Button
            variant="outline"
            size="sm"
            loading={isPending}
            aria-label={t("againTo", { name })}
            onClick={() => run({ id: conversationId, messageId })}
          >
            {t("again")}
          </Button>
        ) : null}
      </TableCell>
    </TableRow>
  );
}
