import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import type { UrlParams } from "@/components/data-table/href";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { nameIn } from "@/components/format/name-in";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { MAX_LIMIT } from "@/lib/core/pagination";
import { can } from "@/lib/core/permissions";
import { getProductNames, listCategories } from "@/lib/data/catalog";
import { getCoupon, getCouponUseTotals, listCouponUses } from "@/lib/data/coupons";
import { couponStateAt } from "@/lib/data/coupons/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { Facts } from "../../_shared/facts";
import { orFirstPage, orNotFound } from "../../_shared/load";
import { one } from "../../_shared/url-state";
import { CouponStateBadge } from "../_components/coupon-state";
import { sayCoupon } from "../_components/describe-coupon";
import { BotLines } from "./_components/bot-lines";
import { CouponSwitches } from "./_components/coupon-switches";
import { UsesCard } from "./_components/uses-card";

interface CouponPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<UrlParams>;
}

const load = cache(async (id: string) => {
  const ctx = await requirePageContext("products:read");
  return { ctx, coupon: await orNotFound(getCoupon(ctx, { id })) };
});

export async function generateMetadata({ params }: CouponPageProps): Promise<Metadata> {
  const { coupon } = await load((await params).id);
  return { title: coupon.code };
}

export default async function CouponPage({ params, searchParams }: CouponPageProps) {
  const { ctx, coupon } = await load((await params).id);
  const search = await searchParams;
  const { id, code } = coupon;
  const { locale, timeZone } = ctx;
  const path = `/coupons/${id}`;
  const [t, totals, names, categories, uses] = await Promise.all([
    getTranslations("coupons"),
    getCouponUseTotals(ctx, [id]),
    getProductNames(ctx, coupon.productIds),
    coupon.categoryIds.length > 0 ? listCategories(ctx, { limit: MAX_LIMIT }) : null,
    can(ctx.actor, "orders:read")
      ? orFirstPage(listCouponUses(ctx, { id, limit: 20, cursor: one(search.cursor) }), path)
      : null,
  ]);
  const scope = [
    ...(categories?.data ?? []).filter((category) => coupon.categoryIds.includes(category.id)),
    ...Object.values(names),
  ].map(({ name }) => nameIn(name, locale));
  const [gift, ...rest] = sayCoupon(t, coupon, { locale, timeZone, scope });
  const state = couponStateAt(coupon, ctx.now());
  const total = totals[id] ?? { uses: 0, discountMinor: 0 };
  const mayWrite = can(ctx.actor, "products:write");
  return (
    <Page
      crumbs={[{ label: t("title"), href: "/coupons" }, { label: code }]}
      toolbar={<span>{timeZone}</span>}
    >
      <PageTitle
        title={
          <span className="flex flex-wrap items-center gap-2.5">
            <span className="font-mono">{code}</span>
            <CouponStateBadge state={state} label={t(`states.${state}`)} />
          </span>
        }
        lead={gift}
        action={
          mayWrite ? (
            <div className="flex flex-wrap gap-2">
              <Button asChild variant="outline">
                <Link href={`${path}/edit`}>{t("record.edit")}</Link>
              </Button>
              <Button asChild variant="outline">
                <Link href={`/coupons/new?from=${id}`}>{t("record.copy")}</Link>
              </Button>
              <Messages locale={locale} timeZone={timeZone} areas={["coupons"]}>
                <CouponSwitches coupon={{ id, code, isActive: coupon.isActive, isPublic: coupon.isPublic }} />
              </Messages>
            </div>
          ) : null
        }
      />
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_340px]">
        {uses ? <UsesCard uses={uses} path={path} params={search} ctx={ctx} /> : <div />}
        <div className="grid min-w-0 gap-3.5">
          <Card>
            <CardHeader>
              <CardTitle>{t("record.does")}</CardTitle>
            </CardHeader>
            <CardContent className="grid gap-2 text-compact leading-5">
              <p className="font-medium">{gift}</p>
              {rest.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {can(ctx.actor, "orders:service") ? (
                <Link
                  href={`/coupons/try?code=${encodeURIComponent(code)}`}
                  className="text-blue-ink hover:underline"
                >
                  {t("record.try")}
                </Link>
              ) : null}
            </CardContent>
          </Card>
          <BotLines coupon={coupon} timeZone={timeZone} t={t} />
          <Card>
            <CardHeader>
              <CardTitle>{t("record.facts")}</CardTitle>
            </CardHeader>
            <CardContent>
              <Facts
                facts={[
                  { label: t("record.uses"), value: total.uses },
                  {
                    label: t("record.given"),
                    value: (
                      <Money
                        amountMinor={total.discountMinor}
                        currency={coupon.currency}
                        locale={locale}
                        className="font-medium"
                      />
                    ),
                  },
                  {
                    label: t("record.created"),
                    value: <DateTime value={coupon.createdAt} locale={locale} timeZone={timeZone} />,
                  },
                ]}
              />
            </CardContent>
            <CardFooter>{t("record.cancelledUses")}</CardFooter>
          </Card>
        </div>
      </div>
    </Page>
  );
}
