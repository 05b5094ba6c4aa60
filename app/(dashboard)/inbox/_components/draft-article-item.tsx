"use client";

import { BookOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { draftArticle } from "../_actions";
import { call, useActErrors } from "../_live/use-act-errors";

/** Makes a draft of what was asked and answered, and leads to it; a second time to the same one. */
export function DraftArticleItem({ conversation }: { conversation: ConversationSummaryDto }) {
  const t = useTranslations("inbox.act");
  const errors = useActErrors();
  const router = useRouter();
  const draft = async () => {
    const answer = await call(() => draftArticle({ conversationId: conversation.id }));
    if (answer.ok) return router.push(`/knowledge/${answer.data.id}`);
    // A conflict here has one cause that a person can do something about.
    if (answer.error.code === "conflict")
      toast.error(t("nothingToDraft"), { description: t("nothingToDraftRemedy") });
    else errors.show(errors.word(answer.error));
  };
  return (
    <DropdownMenuItem onSelect={() => void draft()}>
      <BookOpen aria-hidden />
      {t("draftArticle")}
    </DropdownMenuItem>
  );
}
