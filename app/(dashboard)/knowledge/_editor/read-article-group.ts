import "server-only";

import { cache } from "react";
import { getArticle } from "@/lib/data/knowledge";
import type { ArticleDto } from "@/lib/data/knowledge/schemas";
import type { PageContext } from "@/lib/platform/http/page-context";
import { orNotFound } from "../../_shared/load";
import type { Articles } from "./draft";

/** An article and its translations, whole. */
export const readArticleGroup = cache(
  async (ctx: PageContext, id: string): Promise<{ article: ArticleDto; articles: Articles }> => {
    const article = await orNotFound(getArticle(ctx, { id }));
    const others = await Promise.all(article.translations.map((each) => getArticle(ctx, { id: each.id })));
    const articles = Object.fromEntries([article, ...others].map((each) => [each.language, each]));
    return { article, articles };
  },
);
