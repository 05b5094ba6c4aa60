"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { showUndoToast } from "@/components/feedback/undo-toast";
import type {
  ActResultDto,
  BulkResultDto,
  ConversationSummaryDto,
  UpdateConversationsInput,
} from "@/lib/service/conversations/schemas";
import type { LabelDto } from "@/lib/service/labels/schemas";
import { undoAct, updateConversations } from "../_acts-actions";
import { wordRefusals } from "./bulk-words";
import { applyState, keys } from "./inbox-cache";
import { useInbox } from "./inbox-context";
import { call, useActErrors } from "./use-act-errors";
import { useWords } from "./use-words";

type Act = UpdateConversationsInput["act"];
type Subject = ConversationSummaryDto;
type Change = Partial<Subject> & Pick<Subject, "status" | "owner" | "assigneeId">;

interface Wish {
  act: Act;
  /** How each will stand, where that is known before the server answers. */
  change?: (subject: Subject) => Change;
  /** What the toast says of those that were changed. */
  done: (count: number) => string;
}

/** What an agent does with many conversations: shown at once, told with what was not done and why, taken back. */
export function useBulkActs() {
  const t = useTranslations("deskActs.bulk");
  const common = useTranslations("common");
  const variables = useTranslations("inboxTools.replies.variable");
  const client = useQueryClient();
  const { me, members } = useInbox();
  const errors = useActErrors();
  const { moment } = useWords();

  return useMemo(() => {
    const variableName = (name: string) => (variables.has(name as never) ? variables(name as never) : name);
    const refresh = () => void client.invalidateQueries({ queryKey: keys.all });
    const countOf = (results: readonly ActResultDto[], wanted: ActResultDto["status"]) =>
      results.filter(({ status }) => status === wanted).length;

    const undo = async (id: string) => {
      const result = await call(() => undoAct({ id }));
      refresh();
      if (!result.ok) return errors.show(errors.word(result.error));
      const { results } = result.data;
      const back = countOf(results, "changed");
      const description = wordRefusals(t, results, variableName);
      if (back === 0) toast.error(t("notUndone"), { description });
      else toast(t("undone", { count: back }), { description });
    };

    const tell = ({ results, undoId }: BulkResultDto, done: Wish["done"]) => {
      const changed = countOf(results, "changed");
      const unchanged = countOf(results, "unchanged");
      const why = wordRefusals(t, results, variableName);
      const description = [why, changed > 0 && unchanged > 0 ? t("unchanged", { count: unchanged }) : ""]
        .filter(Boolean)
        .join(" ");
      if (changed > 0 && undoId) {
        const onUndo = () => void undo(undoId);
        showUndoToast({ message: done(changed), description, undoLabel: common("undo"), onUndo });
      } else if (changed > 0) toast.success(done(changed), { description });
      else if (why) toast.error(t("noneDone", { count: results.length }), { description, duration: 10_000 });
      else toast(t("nothing"), { description: t("nothingText", { count: unchanged }) });
    };

    /** @returns false when the server did nothing at all. */
    const run = async (subjects: readonly Subject[], { act, change, done }: Wish): Promise<boolean> => {
      if (subjects.length === 0) return false;
      for (const subject of change ? subjects : []) applyState(client, subject.id, change!(subject), me.id);
      const result = await call(() => updateConversations({ ids: subjects.map(({ id }) => id), act }));
      // What was refused, and what only the server knows, is read again.
      refresh();
      if (!result.ok) {
        errors.show(errors.word(result.error));
        return false;
      }
      tell(result.data, done);
      return result.data.results.some(({ status }) => status === "changed");
    };

    const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? null;
    return {
      resolve: (subjects: readonly Subject[]) =>
        run(subjects, {
          act: { type: "resolve" },
          change: (subject) => ({ ...stateOf(subject), status: "resolved" }),
          done: (count) => t("done.resolve", { count }),
        }),
      reopen: (subjects: readonly Subject[]) =>
        run(subjects, {
          act: { type: "reopen" },
          change: (subject) => ({ ...stateOf(subject), status: "open", snoozedUntil: null }),
          done: (count) => t("done.reopen", { count }),
        }),
      snooze: (subjects: readonly Subject[], until: Date) => {
        const instant = until.toISOString();
        return run(subjects, {
          act: { type: "snooze", until: instant },
          change: (subject) => ({ ...stateOf(subject), status: "snoozed", snoozedUntil: instant }),
          done: (count) => t("done.snooze", { count, time: moment(instant) }),
        });
      },
      // A colleague's conversation is refused, so this is not shown before the server has answered.
      takeOver: (subjects: readonly Subject[]) =>
        run(subjects, { act: { type: "take_over" }, done: (count) => t("done.take_over", { count }) }),
      handBack: (subjects: readonly Subject[]) =>
        run(subjects, {
          act: { type: "hand_back" },
          change: (subject) => ({ ...stateOf(subject), owner: "bot", assigneeId: null, handoffReason: null }),
          done: (count) => t("done.hand_back", { count }),
        }),
      assign: (subjects: readonly Subject[], assigneeId: string | null) => {
        const name = assigneeId ? nameOf(assigneeId) : null;
        return run(subjects, {
          act: { type: "assign", assigneeId },
          change: () => ({ status: "open", owner: "human", assigneeId, assigneeName: name }),
          done: (count) => (name ? t("done.assign", { count, name }) : t("done.queue", { count })),
        });
      },
      /** Put on where one of them lacks it, else taken off them all. */
      toggleLabel: (subjects: readonly Subject[], label: LabelDto) => {
        const has = ({ labels }: Subject) => labels.some(({ id }) => id === label.id);
        const isOn = subjects.every(has);
        return run(subjects, {
          act: { type: "label", labels: isOn ? { remove: [label.id] } : { add: [label.id] } },
          change: (subject) => ({
            ...stateOf(subject),
            labels: isOn
              ? subject.labels.filter(({ id }) => id !== label.id)
              : has(subject)
                ? subject.labels
                : [...subject.labels, label],
          }),
          done: (count) => t("done.label", { count }),
        });
      },
      runMacro: (subjects: readonly Subject[], macro: { id: string; name: string }) =>
        run(subjects, {
          act: { type: "macro", macroId: macro.id },
          done: (count) =>
            subjects.length === 1
              ? t("macroRan", { name: macro.name })
              : t("done.macro", { count, name: macro.name }),
        }),
    };
  }, [client, common, errors, me, members, moment, t, variables]);
}

function stateOf({ status, owner, assigneeId }: Subject): Change {
  return { status, owner, assigneeId };
}
