import { Upload } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CursorPager } from "@/components/data-table/cursor-pager";
import { hrefWith, type UrlParams } from "@/components/data-table/href";
import { EmptyState } from "@/components/feedback/empty-state";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { can } from "@/lib/core/permissions";
import { listImports } from "@/lib/data/imports";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orFirstPage } from "../_shared/load";
import { PageCommands } from "../_shared/page-commands";
import { one, PAGE_PARAMS, pagerHrefs } from "../_shared/url-state";
import { ImportsTable } from "./_components/imports-table";

const PATH = "/imports";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

export default async function ImportsPage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("imports:read");
  const params = await searchParams;
  const cursor = one(params.cursor);
  const [t, common, imports] = await Promise.all([
    getTranslations("imports"),
    getTranslations("common"),
    orFirstPage(listImports(ctx, { cursor }), hrefWith(PATH, params, PAGE_PARAMS)),
  ]);
  const isEmpty = imports.data.length === 0 && !cursor;
  const mayImport = can(ctx.actor, "imports:write");
  const importButton = mayImport ? (
    <Button asChild>
      <Link href={`${PATH}/new`}>{t("new")}</Link>
    </Button>
  ) : null;
  return (
    <Page crumbs={[{ label: t("title") }]} toolbar={<span title={t("timeZone")}>{ctx.timeZone}</span>}>
      <PageTitle
        title={t("title")}
        lead={isEmpty ? null : t("lead")}
        action={isEmpty ? null : importButton}
      />
      <PageCommands commands={mayImport ? [{ id: "new", label: t("new"), href: `${PATH}/new` }] : []} />
      <Card>
        {isEmpty ? (
          <EmptyState
            icon={Upload}
            title={t("empty.title")}
            description={mayImport ? t("empty.description") : t("empty.forbidden")}
            action={importButton}
          />
        ) : (
          <>
            <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["imports"]}>
              <ImportsTable
                key={cursor}
                first={imports}
                cursor={cursor}
                locale={ctx.locale}
                timeZone={ctx.timeZone}
              />
            </Messages>
            <CursorPager
              {...pagerHrefs(PATH, params, imports.nextCursor)}
              labels={{
                region: common("pages"),
                previous: common("previousPage"),
                next: common("nextPage"),
              }}
              summary={t("shown", { count: imports.data.length })}
            />
          </>
        )}
      </Card>
    </Page>
  );
}
