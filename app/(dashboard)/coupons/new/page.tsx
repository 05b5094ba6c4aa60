import type { Metadata } from "next";
import { z } from "zod";
import type { UrlParams } from "@/components/data-table/href";
import { nameIn } from "@/components/format/name-in";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { MAX_LIMIT } from "@/lib/core/pagination";
import { getProductNames, listCategories } from "@/lib/data/catalog";
import { getCoupon } from "@/lib/data/coupons";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { categoryChoices } from "../../_shared/category-tree";
import { orNotFound } from "../../_shared/load";
import { pick } from "../../_shared/url-state";
import { CouponForm } from "./_components/coupon-form";
import { draftLike, emptyDraft } from "./_draft";

/** Besides the shop's own: what orders come in most often. */
const CURRENCIES = ["CNY", "EUR", "USD", "GBP", "JPY"];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("coupons");
  return { title: t("form.newTitle") };
}

export default async function NewCouponPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("products:write");
  const from = pick(z.uuid(), (await searchParams).from);
  const [t, categories, model] = await Promise.all([
    getTranslations("coupons"),
    listCategories(ctx, { limit: MAX_LIMIT }),
    from ? orNotFound(getCoupon(ctx, { id: from })) : null,
  ]);
  const names = model ? await getProductNames(ctx, model.productIds) : {};
  const products = Object.entries(names).map(([id, { name }]) => ({ id, name: nameIn(name, ctx.locale) }));
  const draft = model ? draftLike(model, products) : emptyDraft(ctx.currency);
  return (
    <Page crumbs={[{ label: t("title"), href: "/coupons" }, { label: t("form.newTitle") }]}>
      <PageTitle title={t("form.newTitle")} lead={t("form.lead")} />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["coupons"]}>
        <CouponForm
          draft={draft}
          currencies={[...new Set([ctx.currency, draft.currency, ...CURRENCIES])]}
          categories={categoryChoices(categories.data, ctx.locale)}
          timeZone={ctx.timeZone}
        />
      </Messages>
    </Page>
  );
}
