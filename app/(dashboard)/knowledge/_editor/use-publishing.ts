"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import type { ArticleDto } from "@/lib/data/knowledge/schemas";
import type { ActionResult } from "@/lib/platform/http/action";
import { archiveArticle, publishArticle, unpublishArticle } from "../_actions";
import type { Editor } from "./use-editor";

/** Publish, unpublish, archive: done at once, and taken back from the message that says so. */
export function usePublishing(editor: Editor) {
  const t = useTranslations("knowledge");
  const common = useTranslations("common");
  const router = useRouter();
  const [isPending, setPending] = useState(false);

  const run = async (act: () => Promise<ActionResult<ArticleDto>>): Promise<ArticleDto | null> => {
    setPending(true);
    const answer = await act().catch(() => null);
    setPending(false);
    if (answer?.ok) {
      editor.acceptState(answer.data);
      return answer.data;
    }
    toast.error(answer?.error.message ?? t("errors.network"), {
      description: answer?.error.requestId ?? t("errors.networkRemedy"),
    });
    return null;
  };

  /** Back to how readers found it before. */
  const backTo = (before: Pick<ArticleDto, "id" | "status" | "publishedVersion">) => async () => {
    const { id, status, publishedVersion } = before;
    const done = await run(() =>
      status === "published" && publishedVersion !== null
        ? publishArticle({ id, version: publishedVersion })
        : status === "archived"
          ? archiveArticle({ id })
          : unpublishArticle({ id }),
    );
    if (done) toast.success(t("acts.undone"));
  };
  const tell = (message: string, before: Pick<ArticleDto, "id" | "status" | "publishedVersion">) =>
    showUndoToast({ message, undoLabel: common("undo"), onUndo: () => void backTo(before)() });

  const publish = async () => {
    const isNew = editor.isNew;
    const known = editor.stored[editor.language];
    setPending(true);
    const article = editor.unsaved.length > 0 ? await editor.save({ quiet: true }) : known;
    setPending(false);
    if (!article) return;
    const { id, latestVersion, title } = article;
    const before = known ?? { id, status: "draft" as const, publishedVersion: null };
    const done = await run(() => publishArticle({ id, version: latestVersion }));
    if (done) tell(t("acts.published", { title }), before);
    if (isNew) router.replace(`/knowledge/${id}`);
  };
  const unpublish = async (article: ArticleDto) => {
    if (await run(() => unpublishArticle({ id: article.id })))
      tell(t("acts.unpublished", { title: article.title }), article);
  };
  const archive = async (article: ArticleDto) => {
    if (await run(() => archiveArticle({ id: article.id })))
      tell(t("acts.archived", { title: article.title }), article);
  };
  return { publish, unpublish, archive, isPending };
}
