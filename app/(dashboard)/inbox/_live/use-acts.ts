"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import { fetchJson } from "@/components/shell/fetch-json";
import type { ActionResult } from "@/lib/platform/http/action";
import type { ConversationDto, ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import * as actions from "../_actions";
import { applyConversation, applyState, keys } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { call, useActErrors } from "./use-act-errors";
import { useWords } from "./use-words";

type Subject = ConversationSummaryDto;
type Change = Partial<ConversationSummaryDto>;

/** What an agent does with a conversation: shown at once, taken back if the server refuses, undone by a toast. */
export function useActs() {
  const t = useTranslations("inbox");
  const common = useTranslations("common");
  const client = useQueryClient();
  const { me, members } = useInbox();
  const errors = useActErrors();
  const { moment } = useWords();

  return useMemo(() => {
    const perform = async (
      subject: Subject,
      change: Change,
      run: () => Promise<ActionResult<ConversationDto>>,
    ): Promise<boolean> => {
      const { id } = subject;
      const before = standing(subject);
      const { status, owner, assigneeId } = { ...subject, ...change };
      applyState(client, id, { ...change, status, owner, assigneeId }, me.id);
      const result = await call(run);
      if (result.ok) {
        applyConversation(client, result.data, me.id);
        void client.invalidateQueries({ queryKey: keys.lists });
        void client.invalidateQueries({ queryKey: keys.counts });
        return true;
      }
      applyState(client, id, before, me.id);
      void client.invalidateQueries({ queryKey: keys.all });
      if (result.error.code === "conflict") await sayWhoHasIt(id, result.error.requestId);
      else errors.show(errors.word(result.error));
      return false;
    };

    const sayWhoHasIt = async (id: string, requestId: string) => {
      const now = await fetchJson<ConversationDto>(`/api/v1/conversations/${id}`).catch(() => null);
      if (now) applyConversation(client, now, me.id);
      const name = now?.assigneeName ?? t("message.agent");
      errors.show({ cause: t("errors.takenBy", { name }), remedy: t("errors.takenRemedy"), requestId });
    };

    const offerUndo = (message: string, onUndo: () => void) =>
      showUndoToast({ message, undoLabel: common("undo"), onUndo });
    const mine: Change = { owner: "human", status: "open", assigneeId: me.id, assigneeName: me.name };

    const takeOver = (subject: Subject) => perform(subject, mine, () => actions.takeOver({ id: subject.id }));
    const reopen = (subject: Subject) =>
      perform(subject, { status: "open", snoozedUntil: null }, () => actions.reopen({ id: subject.id }));
    const current = (subject: Subject): Subject =>
      client.getQueryData<ConversationDto>(keys.one(subject.id)) ?? subject;

    const handBack = async (subject: Subject) => {
      const change: Change = { owner: "bot", assigneeId: null, handoffReason: null };
      if (await perform(subject, change, () => actions.handBack({ id: subject.id })))
        offerUndo(t("done.handedBack"), () => takeOver(current(subject)));
    };

    const resolve = async (subject: Subject) => {
      if (await perform(subject, { status: "resolved" }, () => actions.resolve({ id: subject.id })))
        offerUndo(t("done.resolved"), () => reopen(current(subject)));
    };

    const snooze = async (subject: Subject, until: Date) => {
      const instant = until.toISOString();
      const change: Change = { status: "snoozed", snoozedUntil: instant };
      if (await perform(subject, change, () => actions.snooze({ id: subject.id, until: instant })))
        offerUndo(t("done.snoozed", { time: moment(instant) }), () => reopen(current(subject)));
    };

    const give = (subject: Subject, assigneeId: string | null) => {
      const assigneeName = members.find((member) => member.id === assigneeId)?.name ?? null;
      const change: Change = { owner: "human", status: "open", assigneeId, assigneeName };
      return perform(subject, change, () => actions.assign({ id: subject.id, assigneeId }));
    };
    const assign = async (subject: Subject, assigneeId: string | null) => {
      if (!(await give(subject, assigneeId))) return;
      const name = members.find((member) => member.id === assigneeId)?.name;
      offerUndo(name ? t("done.assigned", { name }) : t("done.queued"), () => {
        if (subject.owner === "bot")
          void perform(current(subject), { owner: "bot", assigneeId: null }, () =>
            actions.handBack({ id: subject.id }),
          );
        else void give(current(subject), subject.assigneeId);
      });
    };

    return { takeOver, handBack, resolve, reopen, snooze, assign };
  }, [client, common, errors, me, members, moment, t]);
}

/** What acts change of a conversation, to put back when the server refuses. */
function standing(subject: Subject) {
  const { status, owner, assigneeId, assigneeName, handoffReason, snoozedUntil } = subject;
  return { status, owner, assigneeId, assigneeName, handoffReason, snoozedUntil };
}
