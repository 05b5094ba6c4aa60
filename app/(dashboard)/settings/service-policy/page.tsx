import type { Metadata } from "next";
import { DateTime } from "@/components/format/date-time";
import { sentenceGap } from "@/components/format/sentence-gap";
import { Words } from "@/components/shell/words";
import { MAX_LIMIT } from "@/lib/core/pagination";
import { can } from "@/lib/core/permissions";
import { getServicePolicy } from "@/lib/data/after-sales";
import { listCategories } from "@/lib/data/catalog";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { areaMessages, type Messages } from "@/lib/platform/i18n";
import { categoryChoices } from "../../_shared/category-tree";
import { PolicyForm } from "./_components/policy-form";
import { countryChoices } from "./_countries";

/** Where returns to a shop of this currency most likely go; the merchant may choose any other. */
const COUNTRY_OF: Readonly<Record<string, string>> = { CNY: "CN", EUR: "ES", GBP: "GB", USD: "US" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("tabs.servicePolicy") };
}

export default async function ServicePolicyPage() {
  const ctx = await requirePageContext("orders:read");
  const { locale, timeZone } = ctx;
  const [t, policy, categories] = await Promise.all([
    getTranslations("servicePolicy"),
    getServicePolicy(ctx),
    can(ctx.actor, "products:read") ? listCategories(ctx, { limit: MAX_LIMIT }) : null,
  ]);
  const { bot, ...words } = areaMessages(locale, ["common", "servicePolicy", "bot"]) as Messages;
  // Of the bot's words those alone that the preview says.
  const said = { return: bot.return, refused: bot.refused };
  return (
    <>
      <p className="mb-4 text-compact text-ink-3">
        {t("lead")}
        {sentenceGap(locale)}
        {policy.updatedAt
          ? t.rich("changed", {
              when: () => <DateTime value={policy.updatedAt!} locale={locale} timeZone={timeZone} />,
            })
          : t("defaults")}
      </p>
      <Words locale={locale} timeZone={timeZone} messages={{ ...words, bot: said }}>
        <PolicyForm
          key={policy.updatedAt ?? "defaults"}
          policy={policy}
          categories={categoryChoices(categories?.data ?? [], locale)}
          countries={countryChoices(locale)}
          country={COUNTRY_OF[ctx.currency] ?? "US"}
          canWrite={can(ctx.actor, "settings:write")}
        />
      </Words>
    </>
  );
}
