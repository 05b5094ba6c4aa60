import type { Metadata } from "next";
import { cache } from "react";
import { Messages } from "@/components/shell/messages";
import { Page } from "@/components/shell/page";
import { can } from "@/lib/core/permissions";
import { getImport } from "@/lib/data/imports";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orNotFound } from "../../_shared/load";
import { ImportView } from "./_components/import-view";
import { readFirstRejections } from "./_components/read-first-rejections";

interface ImportPageProps {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => {
  const ctx = await requirePageContext("imports:read");
  return { ctx, item: await orNotFound(getImport(ctx, { id })) };
});

export async function generateMetadata({ params }: ImportPageProps): Promise<Metadata> {
  const { item } = await load((await params).id);
  return { title: item.fileName };
}

export default async function ImportPage({ params }: ImportPageProps) {
  const { ctx, item } = await load((await params).id);
  const t = await getTranslations("imports");
  const rejections = item.finishedAt && item.rows.rejected > 0 ? await readFirstRejections(ctx, item.id) : [];
  return (
    <Page
      crumbs={[{ label: t("title"), href: "/imports" }, { label: item.fileName }]}
      toolbar={<span title={t("timeZone")}>{ctx.timeZone}</span>}
    >
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["imports"]}>
        <ImportView
          initial={item}
          rejections={rejections}
          mayCancel={can(ctx.actor, "imports:write")}
          locale={ctx.locale}
          timeZone={ctx.timeZone}
        />
      </Messages>
    </Page>
  );
}
