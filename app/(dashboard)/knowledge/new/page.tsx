import type { Metadata } from "next";
import type { UrlParams } from "@/components/data-table/href";
import { Messages } from "@/components/shell/messages";
import { Page, PageTitle } from "@/components/shell/page";
import { getQuestion } from "@/lib/data/knowledge";
import { getTranslations } from "@/lib/platform/http/locale";
import { requirePageContext } from "@/lib/platform/http/page-context";
import { orNotFound } from "../../_shared/load";
import { one } from "../../_shared/url-state";
import { readerLanguage } from "../_components/reader-language";
import { ArticleEditor } from "../_editor/article-editor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("knowledge.editor");
  return { title: t("newTitle") };
}

/** `?question=` begins an article that answers an open question, `?title=` one with these words. */
export default async function NewArticlePage({ searchParams }: { searchParams: Promise<UrlParams> }) {
  const ctx = await requirePageContext("knowledge:write");
  const params = await searchParams;
  const questionId = one(params.question);
  const [t, question] = await Promise.all([
    getTranslations("knowledge"),
    questionId ? orNotFound(getQuestion(ctx, { id: questionId })) : null,
  ]);
  const asked = question && question.language !== "other" ? question.language : null;
  return (
    <Page crumbs={[{ label: t("title"), href: "/knowledge" }, { label: t("editor.newTitle") }]}>
      <PageTitle
        title={t("editor.newTitle")}
        lead={
          <span className="wrap-anywhere">
            {question ? t("editor.answers", { question: question.text }) : t("editor.newLead")}
          </span>
        }
      />
      <Messages locale={ctx.locale} timeZone={ctx.timeZone} areas={["knowledge"]}>
        <ArticleEditor
          articles={{}}
          language={asked ?? readerLanguage(ctx.locale)}
          timeZone={ctx.timeZone}
          reader={`${ctx.merchantId}:${ctx.session.user.id}`}
          canWrite
          now={ctx.now().toISOString()}
          question={question ? { id: question.id } : undefined}
          firstTitle={(question?.text ?? one(params.title))?.slice(0, 300)}
          citations={null}
        />
      </Messages>
    </Page>
  );
}
