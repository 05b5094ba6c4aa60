import { ArrowRight } from "lucide-react";
import { DateTime } from "@/components/format/date-time";
import { Money } from "@/components/format/money";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type {
  ChangedAddressDto,
  RequestedInvoiceDto,
  RequestedReturnDto,
} from "@/lib/data/after-sales/schemas";
import { Facts } from "../../../_shared/facts";
import type { DetailProps } from "./detail-words";
import { PostalAddress } from "./postal-address";

/** The number and the address for the parcel, who pays for it and until when it must be on its way. */
export function ReturnLabel({
  label,
  t,
  ctx,
}: DetailProps & { label: RequestedReturnDto["details"]["label"] }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.label")}</CardTitle>
      </CardHeader>
      <CardContent>
        <Facts
          facts={[
            {
              label: t("detail.rma"),
              value: <code className="select-all font-mono">{label.rmaNumber}</code>,
            },
            { label: t("detail.carrier"), value: label.carrier },
            {
              label: t("detail.freight"),
              value: label.freightPaidBy === "shop" ? t("detail.freightShop") : t("detail.freightCustomer"),
            },
            {
              label: t("detail.sendBefore"),
              value: <DateTime value={label.sendBackBefore} locale={ctx.locale} timeZone={ctx.timeZone} />,
            },
            {
              label: t("detail.sendTo"),
              value: label.address ? (
                <PostalAddress address={label.address} locale={ctx.locale} />
              ) : (
                <span className="text-amber-ink">{t("detail.noAddress")}</span>
              ),
            },
          ]}
        />
      </CardContent>
    </Card>
  );
}

export function ChangedAddress({ details, t, ctx }: DetailProps & { details: ChangedAddressDto["details"] }) {
  return (
    <Card>
      <CardContent className="grid gap-4 sm:grid-cols-[1fr_auto_1fr]">
        <section>
          <h2 className="mb-1 font-semibold text-sm">{t("detail.before")}</h2>
          {details.before ? (
            <PostalAddress address={details.before} locale={ctx.locale} />
          ) : (
            <p className="text-compact text-ink-3">{t("detail.unknownAddress")}</p>
          )}
        </section>
        <ArrowRight aria-hidden className="size-4 self-center text-ink-3 max-sm:rotate-90" />
        <section>
          <h2 className="mb-1 font-semibold text-sm">{t("detail.after")}</h2>
          <PostalAddress address={details.after} locale={ctx.locale} />
        </section>
      </CardContent>
    </Card>
  );
}

export function Invoice({ details, t, ctx }: DetailProps & { details: RequestedInvoiceDto["details"] }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("detail.invoice")}</CardTitle>
      </CardHeader>
      <CardContent>
        <Facts
          facts={[
            { label: t("detail.invoiceTitle"), value: <span className="select-all">{details.title}</span> },
            { label: t("detail.buyer"), value: t(`detail.${details.buyer}`) },
            {
              label: t("detail.taxNumber"),
              value: details.taxNumber ? (
                <code className="select-all font-mono">{details.taxNumber}</code>
              ) : null,
            },
            { label: t("detail.invoiceKind"), value: t(`detail.${details.kind}`) },
            {
              label: t("detail.country"),
              value: new Intl.DisplayNames(ctx.locale, { type: "region" }).of(details.country),
            },
            { label: t("detail.email"), value: <span className="select-all">{details.email}</span> },
            {
              label: t("detail.invoiceAmount"),
              value: <Money {...details.amount} locale={ctx.locale} className="font-medium" />,
            },
          ]}
        />
      </CardContent>
    </Card>
  );
}
