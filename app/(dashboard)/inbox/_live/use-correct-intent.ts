"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import * as actions from "../_actions";
import { applyMessage } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { call, useActErrors } from "./use-act-errors";
import { useWords } from "./use-words";

/** Says what a message asks for: shown at once, taken back if the server refuses, undone by a toast. */
export function useCorrectIntent(conversationId: string) {
  const t = useTranslations("inbox.intent");
  const common = useTranslations("common");
  const client = useQueryClient();
  const { me } = useInbox();
  const errors = useActErrors();
  const { intentName } = useWords();

  return useMemo(() => {
    const apply = (message: MessageDto) => applyMessage(client, conversationId, message);

    const restore = async (message: MessageDto) => {
      apply({ ...message, correction: null });
      const result = await call(() => actions.undoCorrection({ messageId: message.id, conversationId }));
      if (result.ok) return apply(result.data);
      apply(message);
      errors.show(errors.word(result.error));
    };

    const correct = async (message: MessageDto, intent: string) => {
      apply({ ...message, correction: { intent, by: me.name, at: new Date().toISOString() } });
      const result = await call(() =>
        actions.correctIntent({ messageId: message.id, conversationId, intent }),
      );
      if (!result.ok) {
        apply(message);
        errors.show(errors.word(result.error));
        return;
      }
      apply(result.data);
      const before = message.correction?.intent;
      const name = intentName(intent) ?? intent;
      showUndoToast({
        message:
          intent === message.intent ? t("confirmed", { intent: name }) : t("corrected", { intent: name }),
        undoLabel: common("undo"),
        onUndo: () => void (before ? correct(result.data, before) : restore(result.data)),
      });
    };

    return { correct, restore };
  }, [client, common, conversationId, errors, intentName, me, t]);
}
