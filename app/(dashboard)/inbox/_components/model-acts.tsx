"use client";

import { Languages, ScrollText } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import { chooseTranslation, useTranslationChoice } from "../_live/translation-choice";
import { SummaryDialog } from "./summary-dialog";

/** What the shop's language model does for whoever reads a conversation; nothing where there is none. */
export function useModelActs({ id }: ConversationSummaryDto): { items: ReactNode; dialog: ReactNode } {
  const t = useTranslations("languageModel.act");
  const { modelTasks } = useInbox();
  const isTranslated = useTranslationChoice(id);
  const [isSummarised, setSummarised] = useState(false);
  const [maySummarise, mayTranslate] = [modelTasks.includes("summarise"), modelTasks.includes("translate")];
  if (!maySummarise && !mayTranslate) return { items: null, dialog: null };
  const items = (
    <>
      <DropdownMenuSeparator />
      {mayTranslate ? (
        <DropdownMenuItem onSelect={() => chooseTranslation(id, !isTranslated)}>
          <Languages aria-hidden />
          {t(isTranslated ? "hideTranslations" : "showTranslations")}
        </DropdownMenuItem>
      ) : null}
      {maySummarise ? (
        <DropdownMenuItem onSelect={() => setSummarised(true)}>
          <ScrollText aria-hidden />
          {t("summarise")}
        </DropdownMenuItem>
      ) : null}
    </>
  );
  return {
    items,
    dialog: <SummaryDialog conversationId={id} isOpen={isSummarised} onOpenChange={setSummarised} />,
  };
}
