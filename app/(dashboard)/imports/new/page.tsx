import type { Metadata } from "next";
import type { UrlParams } from "@/components/data-table/href";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { IMPORT_FIELDS, IMPORT_KINDS, IMPORT_PRESETS } from "@/lib/data/imports/schemas";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { one } from "../../_shared/url-state";
import { NewImport } from "./_components/new-import";
import type { KindFacts } from "./_components/types";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("new") };
}

export default async function NewImportPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("imports:write");
  const [t, params] = await Promise.all([getTranslations("imports"), searchParams]);
  const kind = IMPORT_KINDS.find((known) => known === one(params.kind));
  return (
    <Page crumbs={[{ label: t("title"), href: "/imports" }, { label: t("new") }]}>
      <PageTitle title={t("new")} lead={t("newLead")} />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["imports"]}>
        <NewImport initialKind={kind ?? null} kinds={KINDS} locale={ctx.locale} />
      </Messages>
    </Page>
  );
}

/** What the browser needs to know of each kind; the schemas themselves stay on the server. */
const KINDS: KindFacts[] = IMPORT_KINDS.map((kind) => ({
  kind,
  fields: Object.entries(IMPORT_FIELDS[kind]).map(([name, field]) => ({
    name,
    required: field.required === true,
  })),
  presets: IMPORT_PRESETS.filter((preset) => preset.kind === kind).map(({ id, name }) => ({ id, name })),
}));
