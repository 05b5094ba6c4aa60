import Link from "next/link";
import { RelativeTime } from "@/components/format/relative-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { OverviewDto } from "@/lib/operations/overview/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";

const REASONS = [
  "asked_for_human",
  "low_confidence",
  "unsupported_intent",
  "order_not_verified",
  "voice_not_understood",
  "angry",
  "complaint",
  "amount_at_stake",
  "best_customer",
] as const;

/** Customer service at this moment: who answers how many, and who waits longest. */
export async function ServiceCard({ overview, ctx }: { overview: OverviewDto; ctx: PageContext }) {
  const t = await getTranslations("overview.service");
  const { conversations } = overview;
  const figures = [
    {
      label: t("open"),
      value: conversations.open,
      note: t("openNote", { bot: conversations.bot, human: conversations.human }),
    },
    { label: t("waiting"), value: conversations.waiting, note: t("waitingNote") },
  ];
  return (
    <Card className="px-4 py-3.5">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-semibold text-sm">{t("title")}</h2>
        <Link href="/inbox" className="text-blue-ink text-compact hover:underline">
          {t("inbox")}
        </Link>
      </div>
      <dl className="my-3 grid grid-cols-2 gap-3.5">
        {figures.map(({ label, value, note }) => (
          <div key={label}>
            <dt className="text-compact text-ink-3">{label}</dt>
            <dd>
              <span className="block font-semibold text-title">{value}</span>
              <span className="text-compact text-ink-3">{note}</span>
            </dd>
          </div>
        ))}
      </dl>
      {conversations.waitingList.length > 0 ? (
        <Table label={t("waitingList")}>
          <TableHeader>
            <TableRow>
              <TableHead>{t("who")}</TableHead>
              <TableHead>{t("why")}</TableHead>
              <TableHead className="text-right">{t("since")}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {conversations.waitingList.map((waiting) => {
              const reason = REASONS.find((known) => known === waiting.handoffReason);
              return (
                <TableRow key={waiting.id} className="relative">
                  <TableCell>
                    <Link
                      href={`/inbox/${waiting.id}?view=needs_person`}
                      className="after:absolute after:inset-0 hover:text-blue-ink"
                    >
                      {waiting.customerName ?? t("visitor")}
                    </Link>
                  </TableCell>
                  <TableCell>
                    {reason ? (
                      <Badge tone={reason === "asked_for_human" ? "amber" : "neutral"}>
                        {t(`reasons.${reason}`)}
                      </Badge>
                    ) : null}
                  </TableCell>
                  <TableCell className="whitespace-nowrap text-right">
                    {waiting.waitingSince ? (
                      <RelativeTime
                        value={waiting.waitingSince}
                        now={overview.asOf}
                        locale={ctx.locale}
                        timeZone={ctx.timeZone}
                        display="short"
                      />
                    ) : null}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      ) : (
        <p className="border-t pt-3 text-compact text-ink-3">{t("nobodyWaits")}</p>
      )}
    </Card>
  );
}
