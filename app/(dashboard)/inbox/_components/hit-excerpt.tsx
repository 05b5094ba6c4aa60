"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "use-intl";
import type { SearchHit } from "@/lib/service/conversations/schemas";

/** Where a search found its words: who said it, and the words marked. */
export function HitExcerpt({ hit }: { hit: SearchHit }) {
  const t = useTranslations("inboxTools.search");
  return (
    <span data-testid="hit" className="line-clamp-2 text-ink-2 leading-[18px]">
      {hit.author === "note" ? <Lock aria-hidden className="mr-1 inline size-3 text-ink-3" /> : null}
      <span className="text-ink-3">
        {t(`author.${hit.author === "activity" ? "bot" : hit.author}`)}
        {": "}
      </span>
      {hit.parts.map(({ text, isMarked }, at) =>
        isMarked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
          <mark key={at} className="rounded-xs bg-amber-wash font-medium text-amber-ink">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  );
}
