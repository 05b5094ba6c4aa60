import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import type { ArticleLanguage } from "@/lib/data/knowledge/schemas";
import type { Editor } from "./use-editor";

/** A language's tab: its name, and what is to be known of it, for eyes and ears. */
export function LanguageMark({ editor, language }: { editor: Editor; language: ArticleLanguage }) {
  const t = useTranslations("knowledge");
  const isUnsaved = editor.unsaved.includes(language);
  return (
    <>
      {t(`language.${language}`)}
      {editor.hasErrors(language) ? (
        <>
          <CircleAlert aria-hidden className="size-3.5 text-cinnabar-ink" />
          <span className="sr-only">{t("editor.hasError")}</span>
        </>
      ) : isUnsaved ? (
        <>
          <span aria-hidden className="size-1.5 rounded-full bg-amber" />
          <span className="sr-only">{t("editor.unsaved")}</span>
        </>
      ) : editor.stored[language] ? null : (
        <span className="text-ink-3 text-xs">{t("editor.missing")}</span>
      )}
    </>
  );
}
