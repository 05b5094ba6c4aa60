import type { Metadata } from "next";
import { nameIn } from "@/components/format/name-in";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { MAX_LIMIT } from "@/lib/core/pagination";
import { getProductNames, listCategories } from "@/lib/data/catalog";
import { getCoupon, isCouponUsed } from "@/lib/data/coupons";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { categoryChoices } from "../../../_shared/category-tree";
import { orNotFound } from "../../../_shared/load";
import { CouponForm } from "../../new/_components/coupon-form";
import { draftOf } from "../../new/_draft";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("coupons");
  return { title: t("record.edit") };
}

export default async function EditCouponPage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await requirePageContext("products:write");
  const { id } = await params;
  const coupon = await orNotFound(getCoupon(ctx, { id }));
  const [t, categories, names, isUsed] = await Promise.all([
    getTranslations("coupons"),
    listCategories(ctx, { limit: MAX_LIMIT }),
    getProductNames(ctx, coupon.productIds),
    isCouponUsed(ctx, { id }),
  ]);
  const products = Object.entries(names).map(([id, { name }]) => ({ id, name: nameIn(name, ctx.locale) }));
  const title = t("form.editTitle", { code: coupon.code });
  return (
    <Page
      crumbs={[
        { label: t("title"), href: "/coupons" },
        { label: coupon.code, href: `/coupons/${id}` },
        { label: t("record.edit") },
      ]}
    >
      <PageTitle title={title} lead={isUsed ? t("form.editUsed") : t("form.editLead")} />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["coupons"]}>
        <CouponForm
          draft={draftOf(coupon, products, ctx.timeZone)}
          currencies={[coupon.currency]}
          categories={categoryChoices(categories.data, ctx.locale)}
          timeZone={ctx.timeZone}
          edited={{ id, isUsed }}
        />
      </Messages>
    </Page>
  );
}
