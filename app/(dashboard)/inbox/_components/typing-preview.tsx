"use client";

import { PencilLine } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePreview } from "../_live/previews";

/** What the customer is writing and has not sent: between what was said and what will be answered. Read out by nobody. */
export function TypingPreview({ conversationId }: { conversationId: string }) {
  const t = useTranslations("preview");
  const text = usePreview(conversationId);
  if (text === null) return null;
  return (
    <section
      aria-label={t("title")}
      className="flex shrink-0 items-start gap-2 border-t border-dashed bg-paper px-4.5 py-2 text-compact text-ink-2 max-sm:px-3.5"
    >
      <PencilLine aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-3" />
      <div className="min-w-0">
        <p className="text-ink-3 text-xs">{t("title")}</p>
        <p className="line-clamp-3 whitespace-pre-wrap break-words">{text}</p>
      </div>
    </section>
  );
}
