"use server";

import { revalidatePath } from "next/cache";
import {
  archiveArticle as archiveArticleVerb,
  createArticle as createArticleVerb,
  dismissQuestion as dismissQuestionVerb,
  linkQuestion as linkQuestionVerb,
  publishArticle as publishArticleVerb,
  reopenQuestion as reopenQuestionVerb,
  restoreVersion as restoreVersionVerb,
  unpublishArticle as unpublishArticleVerb,
  updateArticle as updateArticleVerb,
} from "@/lib/data/knowledge";
import type {
  ArticleIdInput,
  CreateArticleInput,
  LinkQuestionInput,
  PublishArticleInput,
  QuestionIdInput,
  RestoreVersionInput,
  UpdateArticleInput,
} from "@/lib/data/knowledge/schemas";
import { action } from "@/lib/platform/http/action";

/** Lists and counts show what is stored: after a change they are read again. */
function refresh<Data>(data: Data): Data {
  revalidatePath("/knowledge", "layout");
  return data;
}

export const createArticle = action(async (ctx, input: CreateArticleInput) =>
  refresh(await createArticleVerb(ctx, input)),
);
export const updateArticle = action(async (ctx, input: UpdateArticleInput) =>
  refresh(await updateArticleVerb(ctx, input)),
);
export const publishArticle = action(async (ctx, input: PublishArticleInput) =>
  refresh(await publishArticleVerb(ctx, input)),
);
export const unpublishArticle = action(async (ctx, input: ArticleIdInput) =>
  refresh(await unpublishArticleVerb(ctx, input)),
);
export const archiveArticle = action(async (ctx, input: ArticleIdInput) =>
  refresh(await archiveArticleVerb(ctx, input)),
);
export const restoreVersion = action(async (ctx, input: RestoreVersionInput) =>
  refresh(await restoreVersionVerb(ctx, input)),
);
export const dismissQuestion = action(async (ctx, input: QuestionIdInput) =>
  refresh(await dismissQuestionVerb(ctx, input)),
);
export const reopenQuestion = action(async (ctx, input: QuestionIdInput) =>
  refresh(await reopenQuestionVerb(ctx, input)),
);
export const linkQuestion = action(async (ctx, input: LinkQuestionInput) =>
  refresh(await linkQuestionVerb(ctx, input)),
);
