import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { calendarDay, formatInstant } from "@/lib/core/dates";
import { MAX_LIMIT } from "@/lib/core/pagination";
import { listCustomerTimeline } from "@/lib/data/customers";
import type { TimelineItemDto } from "@/lib/data/customers/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { TimelineItem } from "./timeline-item";

const STEP = 40;
const MOST = 1_000;

interface CustomerTimelineProps {
  ctx: PageContext;
  customerId: string;
  /** How many of them the address asks for; grows with each "Show older". */
  shown: string | undefined;
}

/** Orders, parcels, returns and what the customer did in the shop, by day of the shop's calendar. */
export async function CustomerTimeline({ ctx, customerId, shown }: CustomerTimelineProps) {
  const wanted = Math.min(MOST, Math.max(STEP, Number.parseInt(shown ?? "", 10) || STEP));
  const [t, { items, hasMore }] = await Promise.all([
    getTranslations("customers"),
    readTimeline(ctx, customerId, wanted),
  ]);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("timeline.title")}</CardTitle>
      </CardHeader>
      <CardContent>
        {items.length === 0 ? <p className="text-compact text-ink-3">{t("timeline.empty")}</p> : null}
        {groupByDay(items, ctx.timeZone).map(({ day, items: ofDay }) => (
          <section key={day} className="mb-3 last:mb-0">
            <h3 className="sticky top-0 z-10 border-b bg-surface py-1.5 font-medium text-ink-3 text-xs">
              {formatInstant(`${day}T12:00:00Z`, { locale: ctx.locale, timeZone: "UTC", style: "date" })}
            </h3>
            <ol>
              {ofDay.map((item) => (
                <TimelineItem key={item.key} item={item} ctx={ctx} />
              ))}
            </ol>
          </section>
        ))}
        {hasMore && wanted < MOST ? (
          <div className="mt-2 flex justify-center">
            <Button asChild variant="outline">
              <Link href={`/customers/${customerId}?shown=${wanted + STEP}`} scroll={false} replace>
                {t("timeline.more")}
              </Link>
            </Button>
          </div>
        ) : null}
      </CardContent>
    </Card>
  );
}

/** From the newest on, cursor by cursor, until there are as many as are wanted. */
async function readTimeline(ctx: PageContext, customerId: string, wanted: number) {
  const items: TimelineItemDto[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(MAX_LIMIT, wanted - items.length);
    const page = await listCustomerTimeline(ctx, { customerId, limit, cursor });
    items.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && items.length < wanted);
  return { items, hasMore: cursor !== undefined };
}

function groupByDay(items: TimelineItemDto[], timeZone: string): { day: string; items: TimelineItemDto[] }[] {
  const groups: { day: string; items: TimelineItemDto[] }[] = [];
  for (const item of items) {
    const day = calendarDay(new Date(item.at), timeZone);
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, items: [item] });
  }
  return groups;
}
