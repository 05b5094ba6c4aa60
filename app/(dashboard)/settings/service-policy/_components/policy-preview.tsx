"use client";

import { Bot } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { CategoryChoice } from "../../../_shared/category-tree";
import type { Draft } from "./draft";

interface PolicyPreviewProps {
  draft: Draft;
  categories: CategoryChoice[];
}

/** The policy in plain sentences as it would hold, and what the bot says by it, in the bot's own words. */
export function PolicyPreview({ draft, categories }: PolicyPreviewProps) {
  const t = useTranslations("servicePolicy.preview");
  const bot = useTranslations("bot");
  const locale = useLocale();
  const isWhole = Object.values(draft).every((value) => !Number.isNaN(value));
  const yes = (is: boolean) => (is ? "yes" : "no");
  const excluded = categories.filter(({ id }) => draft.nonReturnableCategoryIds.includes(id));
  const takesBack = draft.returnWindowDays > 0;
  const sentences = [
    t("returns", {
      days: draft.returnWindowDays,
      opened: yes(draft.acceptsOpenedGoods),
      payer: draft.returnFreightPaidBy,
    }),
    ...(takesBack && excluded.length > 0
      ? [t("excluded", { categories: new Intl.ListFormat(locale).format(excluded.map(({ name }) => name)) })]
      : []),
    t("faulty", { days: draft.faultyReturnWindowDays }),
    t("refund", {
      send: draft.sendBackDays,
      refund: draft.refundDays,
      shipping: yes(draft.refundsShipping),
    }),
    t("exchange", { days: draft.exchangeWindowDays }),
    t("price", { days: draft.priceProtectionDays }),
    t("cancel", { until: draft.cancelUntil }),
    t("lines", { until: draft.lineChangeUntil }),
    t("address", { until: draft.addressChangeUntil }),
  ];
  const said = [
    bot(`return.freight.${draft.returnFreightPaidBy}`),
    bot("return.refund", { days: draft.refundDays }),
    ...(draft.acceptsOpenedGoods ? [] : [bot("refused.opened_not_accepted")]),
    ...(excluded.length > 0 ? [bot("refused.category_excluded")] : []),
    ...(draft.returnAddress ? [] : [bot("return.toUnknown")]),
  ];
  return (
    <Card className="lg:sticky lg:top-4">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent>
        {isWhole ? (
          <>
            <ul data-testid="policy-sentences" className="grid gap-2 text-compact leading-5">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <h3 className="mt-4 mb-2 flex items-center gap-1.5 border-t pt-3 font-medium text-compact">
              <Bot aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
              {t("bot")}
            </h3>
            <ul className="grid gap-1.5">
              {said.map((sentence) => (
                <li key={sentence} className="rounded-lg bg-blue-wash px-3 py-2 text-compact leading-5">
                  {sentence}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className="text-compact text-ink-3">—</p>
        )}
      </CardContent>
    </Card>
  );
}
