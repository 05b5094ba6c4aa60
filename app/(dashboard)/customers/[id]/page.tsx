import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { UrlParams } from "@/components/data-table/href";
import { DateTime } from "@/components/format/date-time";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { findDuplicates, getCustomer } from "@/lib/data/customers";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { Facts } from "../../_shared/facts";
import { orNotFound } from "../../_shared/load";
import { one } from "../../_shared/url-state";
import { languageIn, placeIn } from "../_components/place";
import { Conversations } from "./_components/conversations";
import { CustomerActions } from "./_components/customer-actions";
import { CustomerFigures } from "./_components/customer-figures";
import { CustomerTimeline } from "./_components/customer-timeline";
import { DuplicatesCard } from "./_components/duplicates-card";

interface CustomerPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<UrlParams>;
}

const load = cache(async (id: string) => {
  const ctx = await requirePageContext("customers:read");
  const [t, customer] = await Promise.all([
    getTranslations("customers"),
    orNotFound(getCustomer(ctx, { id })),
  ]);
  const name = customer.erasedAt
    ? t("erased.name")
    : (customer.name ?? customer.email ?? customer.externalId);
  return { ctx, t, customer, name };
});

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  const { name } = await load((await params).id);
  return { title: name };
}

export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const { id } = await params;
  const { ctx, t, customer, name } = await load(id);
  // The id of a record that was merged leads to the one that stayed.
  if (customer.id !== id.toLowerCase()) redirect(`/customers/${customer.id}`);
  const { actor, locale, timeZone } = ctx;
  const mayReadOrders = can(actor, "orders:read");
  const duplicates = customer.erasedAt ? null : await findDuplicates(ctx, { id: customer.id });
  const mayReadConversations = can(actor, "conversations:read");
  const lead = [placeIn(customer, locale), customer.locale ? languageIn(customer.locale, locale) : ""];
  return (
    <Page
      crumbs={[{ label: t("title"), href: "/customers" }, { label: name }]}
      toolbar={<span title={t("timeZone")}>{timeZone}</span>}
    >
      <PageTitle
        title={name}
        lead={lead.filter(Boolean).join(" · ")}
        action={
          customer.erasedAt ? null : (
            <Messages locale={locale} timeZone={timeZone} areas={["customers", "samePerson"]}>
              <CustomerActions
                customer={{ id: customer.id, name }}
                mayExport={mayReadOrders && mayReadConversations}
                mayMerge={can(actor, "customers:write")}
                mayErase={can(actor, "customers:erase")}
              />
            </Messages>
          )
        }
      />
      {customer.erasedAt ? (
        <Alert className="mb-3.5">
          <p className="col-start-2">
            {t("erased.notice")}{" "}
            <DateTime value={customer.erasedAt} locale={locale} timeZone={timeZone} display="date" />
          </p>
        </Alert>
      ) : null}
      {mayReadOrders ? <CustomerFigures ctx={ctx} customerId={customer.id} /> : null}
      <div className="grid items-start gap-3.5 lg:grid-cols-[minmax(0,1fr)_320px]">
        {mayReadOrders ? (
          <CustomerTimeline ctx={ctx} customerId={customer.id} shown={one((await searchParams).shown)} />
        ) : null}
        <div className="grid min-w-0 gap-3.5 max-lg:order-first">
          {duplicates ? (
            <Messages locale={locale} timeZone={timeZone} areas={["samePerson"]}>
              <DuplicatesCard
                key={customer.id}
                customerId={customer.id}
                timeZone={timeZone}
                mayMerge={can(actor, "customers:write")}
                initial={duplicates}
              />
            </Messages>
          ) : null}
          <Card>
            <CardHeader>
              <CardTitle>{t("facts.title")}</CardTitle>
            </CardHeader>
            <CardContent>
              <Facts
                facts={[
                  {
                    label: t("columns.email"),
                    value: customer.email ? (
                      <a href={`mailto:${customer.email}`} className="text-blue-ink hover:underline">
                        {customer.email}
                      </a>
                    ) : null,
                  },
                  {
                    label: t("facts.phone"),
                    value: customer.phone ? (
                      <a href={`tel:${customer.phone}`} className="text-blue-ink hover:underline">
                        {customer.phone}
                      </a>
                    ) : null,
                  },
                  !customer.erasedAt && { label: t("facts.externalId"), value: customer.externalId },
                  {
                    label: t("columns.since"),
                    value: (
                      <DateTime
                        value={customer.createdAt}
                        locale={locale}
                        timeZone={timeZone}
                        display="date"
                      />
                    ),
                  },
                ]}
              />
            </CardContent>
          </Card>
          {mayReadConversations ? <Conversations ctx={ctx} customerId={customer.id} /> : null}
        </div>
      </div>
    </Page>
  );
}
