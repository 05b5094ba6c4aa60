"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import type { ActionResult } from "@/lib/platform/http/action";
import type { ConversationDto } from "@/lib/service/conversations/schemas";
import { cancelScheduled, schedule } from "../_actions";
import { applyConversation } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { call, useActErrors } from "./use-act-errors";
import { useWords } from "./use-words";

/** Puts replies off to a time, and takes them back. Each says whether the server has done it. */
export function useSchedule(conversationId: string) {
  const t = useTranslations("staffing.schedule");
  const client = useQueryClient();
  const { me } = useInbox();
  const errors = useActErrors();
  const { moment } = useWords();
  return useMemo(() => {
    const settle = async (run: () => Promise<ActionResult<ConversationDto>>, done: string) => {
      const result = await call(run);
      if (!result.ok) {
        errors.show(errors.word(result.error));
        return false;
      }
      applyConversation(client, result.data, me.id);
      toast.success(done);
      return true;
    };
    return {
      put: (text: string, at: Date) => {
        const sendAt = at.toISOString();
        const wish = { id: conversationId, text, sendAt, clientMessageId: crypto.randomUUID() };
        return settle(() => schedule(wish), t("done", { time: moment(sendAt) }));
      },
      cancel: (scheduledId: string) =>
        settle(() => cancelScheduled({ id: conversationId, scheduledId }), t("cancelled")),
    };
  }, [client, conversationId, errors, me, moment, t]);
}
