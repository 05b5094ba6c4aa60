import type { Metadata } from "next";
import type { UrlParams } from "@/components/data-table/href";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { can } from "@/lib/core/permissions";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { one } from "../../_shared/url-state";
import { CouponTabs } from "../_components/coupon-tabs";
import { CartTrial } from "./_components/cart-trial";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("coupons");
  return { title: t("tabs.try") };
}

export default async function TryCouponsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("orders:service");
  const params = await searchParams;
  const t = await getTranslations("coupons");
  return (
    <Page crumbs={[{ label: t("title"), href: "/coupons" }, { label: t("tabs.try") }]}>
      <PageTitle title={t("title")} lead={t("try.lead")} />
      <CouponTabs ctx={ctx} />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["coupons"]}>
        <CartTrial
          code={one(params.code) ?? ""}
          currency={ctx.currency}
          timeZone={ctx.timeZone}
          maySeePeople={can(ctx.actor, "customers:read")}
        />
      </Messages>
    </Page>
  );
}
