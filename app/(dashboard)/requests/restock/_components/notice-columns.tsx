import Link from "next/link";
import type { DataTableColumn } from "@/components/data-table/data-table";
import { DateTime } from "@/components/format/date-time";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { Locale } from "@/lib/core/context";
import type { RestockNoticeDto } from "@/lib/data/after-sales/schemas";
import type { getTranslations } from "@/lib/platform/http/locale";
import { NoticeActs } from "./notice-acts";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"requests.restock">>>;
  locale: Locale;
  timeZone: string;
  canClose: boolean;
  productName: (id: string) => string;
  /** Names by id. */
  customerNames: Readonly<Record<string, string | null>>;
}

const tones: Record<RestockNoticeDto["status"], BadgeTone> = {
  waiting: "neutral",
  due: "amber",
  sent: "jade",
  cancelled: "neutral",
};

const linkClass = "text-blue-ink hover:underline";

export function noticeColumns(input: ColumnsInput): DataTableColumn<RestockNoticeDto>[] {
  const { t, locale, timeZone, canClose, productName, customerNames } = input;
  const personOf = ({ customerId, email, phone }: RestockNoticeDto) =>
    (customerId ? customerNames[customerId] : null) ?? email ?? phone ?? t("unknown");
  const time = (at: string) => <DateTime value={at} locale={locale} timeZone={timeZone} />;
  return [
    {
      id: "product",
      header: t("columns.product"),
      cell: ({ productId }) => (
        <Link href={`/products/${productId}`} className="font-medium hover:text-blue-ink">
          {productName(productId)}
        </Link>
      ),
    },
    {
      id: "person",
      header: t("columns.person"),
      cell: (notice) => (
        <span className="flex flex-wrap gap-x-2 break-words">
          {notice.customerId ? (
            <Link href={`/customers/${notice.customerId}`} className={linkClass}>
              {personOf(notice)}
            </Link>
          ) : (
            personOf(notice)
          )}
          {notice.conversationId ? (
            <Link href={`/inbox/${notice.conversationId}`} className={linkClass}>
              {t("conversation")}
            </Link>
          ) : null}
        </span>
      ),
    },
    {
      id: "status",
      header: t("columns.status"),
      from: "sm",
      cell: ({ status }) => <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>,
    },
    {
      id: "since",
      header: t("columns.since"),
      from: "md",
      cell: ({ createdAt }) => time(createdAt),
    },
    {
      id: "due",
      header: t("columns.due"),
      from: "lg",
      cell: ({ dueAt }) => (dueAt ? time(dueAt) : <span className="text-ink-3">—</span>),
    },
    ...(canClose
      ? [
          {
            id: "acts",
            header: <span className="sr-only">{t("columns.acts")}</span>,
            align: "end" as const,
            cell: (notice: RestockNoticeDto) =>
              notice.status === "waiting" || notice.status === "due" ? (
                <NoticeActs
                  notice={{ id: notice.id, status: notice.status }}
                  person={personOf(notice)}
                  product={productName(notice.productId)}
                />
              ) : null,
          },
        ]
      : []),
  ];
}
