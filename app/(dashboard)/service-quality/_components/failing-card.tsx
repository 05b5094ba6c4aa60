import { formatNumber, formatPercent } from "@/components/format/format-number";
import { nameIntents } from "@/components/intents/intent-words";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import type { ServiceQualityDto } from "@/lib/service/quality/schemas";
import { listIntents } from "@/lib/service/understanding";

interface FailingCardProps {
  ctx: PageContext;
  failing: ServiceQualityDto["failing"];
}

const REASONS = [
  "low_confidence",
  "unsupported_intent",
  "order_not_verified",
  "voice_not_understood",
] as const;

/** What the bot could not do, most often first: where an article or an intent of the shop's own would help. */
export async function FailingCard({ ctx, failing }: FailingCardProps) {
  const [t, dictionary, own] = await Promise.all([
    getTranslations("quality.failing"),
    getTranslations("intents"),
    can(ctx.actor, "understanding:read") ? listIntents(ctx) : { data: [] },
  ]);
  const { locale } = ctx;
  const nameOf = nameIntents(dictionary, own.data, locale);
  const reasonText = (reason: string) => {
    const known = REASONS.find((one) => one === reason);
    return known ? t(`reason.${known}`) : reason;
  };
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <CardDescription>{t("note")}</CardDescription>
      </CardHeader>
      {failing.length === 0 ? (
        <CardContent>
          <p className="text-compact text-ink-3">{t("empty")}</p>
        </CardContent>
      ) : (
        <Table label={t("title")}>
          <TableHeader>
            <TableRow>
              <TableHead>{t("intent")}</TableHead>
              <TableHead className="text-right">{t("handoffs")}</TableHead>
              <TableHead className="text-right">{t("conversations")}</TableHead>
              <TableHead className="text-right">{t("share")}</TableHead>
              <TableHead>{t("reasons")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {failing.map(({ intent, handoffs, conversations, reasons }) => (
              <TableRow key={intent}>
                <TableHead scope="row" className="font-normal text-compact text-ink">
                  {nameOf(intent) ?? intent}
                </TableHead>
                <TableCell className="text-right">{formatNumber(handoffs, locale)}</TableCell>
                <TableCell className="text-right">{formatNumber(conversations, locale)}</TableCell>
                <TableCell className="text-right">
                  {formatPercent(Math.min(1, handoffs / conversations), locale)}
                </TableCell>
                <TableCell className="text-ink-2">
                  {reasons.map(({ reason }) => reasonText(reason)).join(" · ")}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
