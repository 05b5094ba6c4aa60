import type { Metadata } from "next";
import Link from "next/link";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { can } from "@/lib/core/permissions";
import { listCitations } from "@/lib/data/knowledge";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { ArticleEditor } from "../_editor/article-editor";
import { readArticleGroup } from "../_editor/read-article-group";

interface ArticlePageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: ArticlePageProps): Promise<Metadata> {
  const ctx = await requirePageContext("knowledge:read");
  const { article } = await readArticleGroup(ctx, (await params).id);
  return { title: article.title };
}

export default async function ArticlePage({ params }: ArticlePageProps) {
  const ctx = await requirePageContext("knowledge:read");
  const { article, articles } = await readArticleGroup(ctx, (await params).id);
  const t = await getTranslations("knowledge");
  const canOpen = can(ctx.actor, "conversations:read");
  const citations = canOpen
    ? await Promise.all(
        Object.values(articles).map(async ({ id }) => [id, await listCitations(ctx, { id })] as const),
      )
    : null;
  const source = article.sourceConversationId;
  return (
    <Page crumbs={[{ label: t("title"), href: "/knowledge" }, { label: article.title }]}>
      <PageTitle
        title={
          <span lang={article.language} className="wrap-anywhere">
            {article.title}
          </span>
        }
        lead={
          source && article.status === "draft" && canOpen
            ? t.rich("editor.source", {
                link: (words) => (
                  <Link
                    href={`/inbox/${source}`}
                    className="text-blue-ink underline underline-offset-2 hover:no-underline"
                  >
                    {words}
                  </Link>
                ),
              })
            : null
        }
      />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["knowledge"]}>
        <ArticleEditor
          key={article.id}
          articles={articles}
          language={article.language}
          timeZone={ctx.timeZone}
          reader={`${ctx.merchantId}:${ctx.session.user.id}`}
          canWrite={can(ctx.actor, "knowledge:write")}
          now={ctx.now().toISOString()}
          citations={citations ? Object.fromEntries(citations) : null}
        />
      </Messages>
    </Page>
  );
}
