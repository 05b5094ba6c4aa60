import type { Metadata } from "next";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { readerLanguage } from "../_components/reader-language";
import { ImportArticles } from "./_components/import-articles";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("knowledge.importer");
  return { title: t("title") };
}

export default async function ImportArticlesPage() {
  const ctx = await requirePageContext("knowledge:write");
  const t = await getTranslations("knowledge");
  return (
    <Page crumbs={[{ label: t("title"), href: "/knowledge" }, { label: t("importer.title") }]}>
      <PageTitle title={t("importer.title")} lead={t("importer.lead")} />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["knowledge"]}>
        <ImportArticles language={readerLanguage(ctx.locale)} />
      </Messages>
    </Page>
  );
}
