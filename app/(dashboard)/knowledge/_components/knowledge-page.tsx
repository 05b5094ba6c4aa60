import { Plus, Upload } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkTabs } from "@/components/shell/link-tabs";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { can } from "@/lib/core/permissions";
import { countKnowledge } from "@/lib/data/knowledge";
import { getTranslations } from "@/lib/platform/http/locale";
import type { PageContext } from "@/lib/platform/http/page-context";
import { type LinkCommand, PageCommands } from "../../_shared/page-commands";

interface KnowledgePageProps {
  ctx: PageContext;
  /** One sentence: what stands here, and what to do. */
  lead: ReactNode;
  commands?: LinkCommand[];
  children: ReactNode;
}

/** What the four lists of Knowledge share: title, acts, tabs with what waits, words. */
export async function KnowledgePage({ ctx, lead, commands = [], children }: KnowledgePageProps) {
  const [t, counts] = await Promise.all([getTranslations("knowledge"), countKnowledge(ctx)]);
  const canWrite = can(ctx.actor, "knowledge:write");
  const badge = (count: number) => (count > 0 ? <Badge>{count.toLocaleString(ctx.locale)}</Badge> : null);
  const acts: LinkCommand[] = [
    { id: "create", label: t("create"), keys: "c", href: "/knowledge/new" },
    { id: "import", label: t("importer.title"), href: "/knowledge/import" },
  ];
  return (
    <Page crumbs={[{ label: t("title") }]}>
      <PageTitle
        title={t("title")}
        lead={lead}
        action={
          canWrite ? (
            <div className="flex gap-2">
              <Button asChild variant="outline">
                <Link href="/knowledge/import">
                  <Upload aria-hidden />
                  {t("import")}
                </Link>
              </Button>
              <Button asChild>
                <Link href="/knowledge/new">
                  <Plus aria-hidden />
                  {t("create")}
                </Link>
              </Button>
            </div>
          ) : null
        }
      />
      <PageCommands commands={[...(canWrite ? acts : []), ...commands]} />
      <LinkTabs
        label={t("tabs.label")}
        tabs={[
          { href: "/knowledge", label: t("tabs.articles") },
          { href: "/knowledge/questions", label: t("tabs.questions"), badge: badge(counts.openQuestions) },
          { href: "/knowledge/drafts", label: t("tabs.drafts"), badge: badge(counts.drafts) },
          { href: "/knowledge/try", label: t("tabs.try") },
        ]}
      />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["knowledge"]}>
        <div className="pt-4">{children}</div>
      </Messages>
    </Page>
  );
}
