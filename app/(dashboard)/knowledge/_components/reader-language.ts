import type { Locale } from "@/lib/core/context";
import type { ArticleLanguage } from "@/lib/data/knowledge/schemas";

/** The articles' name of the language that a page is read in. */
export function readerLanguage(locale: Locale): ArticleLanguage {
  return locale === "zh-CN" ? "zh" : locale;
}

/** The translation in the reader's language, else the first there is. */
export function inReadersLanguage<Article extends { language: ArticleLanguage }>(
  articles: readonly Article[],
  locale: Locale,
): Article {
  return articles.find(({ language }) => language === readerLanguage(locale)) ?? articles[0]!;
}
