"use client";

import { useQuery } from "@tanstack/react-query";
import { UserRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/feedback/error-state";
import { Money } from "@/components/format/money";
import { NumberValue } from "@/components/format/number";
import { fetchJson } from "@/components/shell/fetch-json";
import { formatInstant } from "@/lib/core/dates";
import type { Page } from "@/lib/core/pagination";
import type { CustomerDto, CustomerSummaryDto } from "@/lib/data/customers/schemas";
import type { ConversationSummaryDto, HandoffDto, MessageDto } from "@/lib/service/conversations/schemas";
import { loadCustomerContext } from "../_actions";
import { useInbox } from "../_live/inbox-context";
import { call } from "../_live/use-act-errors";
import { useWords } from "../_live/use-words";
import type { CustomerContext } from "../_read-customer-context";
import { BotState, Tasks } from "./dialogue-state";
import { HandoffCard } from "./handoff-card";
import { PanelSkeleton } from "./inbox-skeletons";
import { LatestOrders } from "./latest-orders";
import { LinkCustomer } from "./link-customer";
import { Section } from "./panel-section";
import { SamePersonSection } from "./same-person-section";
import { SentimentLine } from "./sentiment-line";
import { UnlinkCustomer } from "./unlink-customer";

interface CustomerPanelProps {
  conversation: ConversationSummaryDto;
  messages: MessageDto[];
  /** What whoever takes over must know; null while the bot has it. */
  handoff: HandoffDto | null;
  /** What the server painted, for the conversation that it painted. */
  initial: { customerId: string; context: CustomerContext } | null;
  onOpen: (id: string) => void;
}

const EARLIER_SHOWN = 5;
const FRESH_MS = 60_000;

export function CustomerPanel({ conversation, messages, handoff, initial, onOpen }: CustomerPanelProps) {
  const { canReadCustomers } = useInbox();
  const { customerId } = conversation;
  return (
    <>
      {handoff ? <HandoffCard handoff={handoff} /> : null}
      {customerId === null ? (
        <>
          <UnknownVisitor conversation={conversation} />
          {canReadCustomers ? <LinkCustomer conversation={conversation} /> : null}
        </>
      ) : canReadCustomers ? (
        <KnownCustomer
          key={customerId}
          customerId={customerId}
          initial={initial}
          before={
            <>
              <UnlinkCustomer conversation={conversation} />
              <SamePersonSection customerId={customerId} />
              <SentimentLine messages={messages} />
              <BotState conversation={conversation} />
            </>
          }
        >
          {handoff ? null : <Tasks conversation={conversation} messages={messages} />}
        </KnownCustomer>
      ) : (
        <HiddenCustomer conversation={conversation} />
      )}
      {customerId === null || !canReadCustomers ? (
        <>
          <SentimentLine messages={messages} />
          <BotState conversation={conversation} />
          {handoff ? null : <Tasks conversation={conversation} messages={messages} />}
        </>
      ) : null}
      {customerId === null ? null : (
        <Earlier customerId={customerId} currentId={conversation.id} onOpen={onOpen} />
      )}
    </>
  );
}

function KnownCustomer(props: {
  customerId: string;
  initial: CustomerPanelProps["initial"];
  before: ReactNode;
  children: ReactNode;
}) {
  const { customerId, initial, before, children } = props;
  const t = useTranslations("inbox");
  const common = useTranslations("common");
  const query = useQuery({
    queryKey: ["conversations", "customer", customerId],
    queryFn: async (): Promise<CustomerContext> => {
      const result = await call(() => loadCustomerContext({ customerId }));
      if (result.ok) return result.data;
      throw Object.assign(new Error(result.error.message), { requestId: result.error.requestId });
    },
    ...(initial?.customerId === customerId ? { initialData: initial.context } : {}),
    staleTime: FRESH_MS,
  });
  if (query.isPending) return <PanelSkeleton label={common("loading")} />;
  if (query.isError) {
    return (
      <ErrorState
        cause={t("panel.failedLoad")}
        remedy={t("errors.networkRemedy")}
        requestId={(query.error as { requestId?: string }).requestId}
        labels={{ requestId: common("requestId"), retry: common("retry") }}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  const { customer, summary, orders } = query.data;
  return (
    <>
      {customer ? <Identity customer={customer} summary={summary} /> : null}
      {before}
      {children}
      <LatestOrders orders={orders} />
    </>
  );
}

function Identity({ customer, summary }: { customer: CustomerDto; summary: CustomerSummaryDto | null }) {
  const t = useTranslations("inbox.panel");
  const { locale, timeZone } = useInbox();
  const place = [customer.city, regionName(customer.country, locale)].filter(Boolean).join(" · ");
  const facts = [place, languageName(customer.locale, locale)].filter(Boolean).join(" · ");
  const name = customer.name ?? customer.email ?? customer.externalId;
  return (
    <Section>
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <p className="truncate font-semibold text-sm">{name}</p>
          {facts ? <p className="text-compact text-ink-3">{facts}</p> : null}
          <p className="text-compact text-ink-3">
            {t("since", {
              date: formatInstant(customer.createdAt, { locale, timeZone, style: "date" }),
            })}
          </p>
        </div>
        <Link
          href={`/customers/${customer.id}`}
          className="shrink-0 rounded-sm text-blue-ink text-xs underline-offset-4 hover:underline"
        >
          {t("profile")}
        </Link>
      </div>
      {summary ? (
        <dl className="mt-3 grid grid-cols-2 gap-2">
          <div className="rounded-md border px-2.5 py-1.5">
            <dt className="text-ink-3 text-xs">{t("orders")}</dt>
            <dd className="font-semibold text-base">
              <NumberValue value={summary.orders} locale={locale} />
            </dd>
          </div>
          <div className="rounded-md border px-2.5 py-1.5" title={t("revenueHint")}>
            <dt className="text-ink-3 text-xs">{t("revenue")}</dt>
            <dd className="truncate font-semibold text-base">
              <Money {...summary.revenue} locale={locale} />
            </dd>
          </div>
        </dl>
      ) : null}
    </Section>
  );
}

function UnknownVisitor({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("inbox");
  const { locale } = useInbox();
  const facts = [
    t(`channel.${conversation.channel}`),
    languageName(conversation.language ?? undefined, locale),
  ];
  return (
    <Section>
      <p className="flex items-center gap-2 font-semibold text-sm">
        <UserRound aria-hidden className="size-4 text-ink-3" />
        {conversation.customerName ?? t("panel.unknown")}
      </p>
      <p className="text-compact text-ink-3">{facts.filter(Boolean).join(" · ")}</p>
      <p className="mt-2 text-compact text-ink-2">{t("panel.unknownHint")}</p>
    </Section>
  );
}

function HiddenCustomer({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("inbox.panel");
  const { customerName } = useWords();
  return (
    <Section>
      <p className="font-semibold text-sm">{customerName(conversation)}</p>
      <p className="text-compact text-ink-3">{t("hidden")}</p>
    </Section>
  );
}

function Earlier(props: { customerId: string; currentId: string; onOpen: (id: string) => void }) {
  const { customerId, currentId, onOpen } = props;
  const t = useTranslations("inbox");
  const { moment } = useWords();
  const query = useQuery({
    queryKey: ["conversations", "of-customer", customerId],
    queryFn: ({ signal }) =>
      fetchJson<Page<ConversationSummaryDto>>(
        `/api/v1/conversations?customerId=${customerId}&limit=${EARLIER_SHOWN + 1}`,
        signal,
      ),
    staleTime: FRESH_MS,
  });
  const earlier = (query.data?.data ?? []).filter(({ id }) => id !== currentId).slice(0, EARLIER_SHOWN);
  if (earlier.length === 0) return null;
  return (
    <Section title={t("panel.previous")}>
      <ul className="-mx-1.5">
        {earlier.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => onOpen(one.id)}
              className="block w-full rounded-sm px-1.5 py-1 text-left text-compact hover:bg-hover"
            >
              <span className="flex justify-between gap-2 text-ink-3 text-xs">
                {t(`status.${one.status}`)}
                <span>{moment(one.lastMessage.createdAt)}</span>
              </span>
              <span className="block truncate text-ink-2">{one.lastMessage.preview}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Countries may be stored as a source wrote them, so a code that is not known stays as it is. */
function regionName(country: string | undefined, locale: string): string | undefined {
  if (!country || !/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames([locale], { type: "region" }).of(country);
}

function languageName(tag: string | undefined, locale: string): string | undefined {
  const language = tag?.split("-")[0];
  return language ? new Intl.DisplayNames([locale], { type: "language" }).of(language) : undefined;
}
