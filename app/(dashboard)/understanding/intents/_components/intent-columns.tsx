import type { DataTableColumn } from "@/components/data-table/data-table";
import { DateTime } from "@/components/format/date-time";
import { nameIn } from "@/components/format/name-in";
import { NumberValue } from "@/components/format/number";
import type { Locale } from "@/lib/core/context";
import type { getTranslations } from "@/lib/platform/http/locale";
import type { MerchantIntentDto } from "@/lib/service/understanding/schemas";
import { IntentState, stateOf } from "./intent-state";

interface ColumnsInput {
  t: Awaited<ReturnType<typeof getTranslations<"understanding.intents">>>;
  locale: Locale;
  timeZone: string;
  path: string;
}

export function intentColumns({
  t,
  locale,
  timeZone,
  path,
}: ColumnsInput): DataTableColumn<MerchantIntentDto>[] {
  return [
    {
      id: "name",
      header: t("name"),
      href: ({ id }) => `${path}/${id}`,
      cell: ({ name }) => nameIn(name, locale),
    },
    {
      id: "id",
      header: t("id"),
      from: "md",
      cell: ({ id }) => <code className="font-mono text-ink-2 text-xs">{id}</code>,
    },
    {
      id: "state",
      header: t("state"),
      cell: (intent) => <IntentState intent={intent} label={t(stateOf(intent))} />,
    },
    {
      id: "examples",
      header: t("examples"),
      align: "end",
      cell: ({ exampleCount }) => <NumberValue value={exampleCount} locale={locale} />,
    },
    {
      id: "updated",
      header: t("updated"),
      align: "end",
      from: "sm",
      cell: ({ updatedAt }) => (
        <DateTime value={updatedAt} locale={locale} timeZone={timeZone} display="date" />
      ),
    },
  ];
}
