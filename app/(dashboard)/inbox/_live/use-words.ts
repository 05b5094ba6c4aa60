"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameIntents } from "@/components/intents/intent-words";
import { calendarDay, formatInstant } from "@/lib/core/dates";
import {
  type ConversationSummaryDto,
  DUE_KINDS,
  HANDOFF_REASONS,
  HELD_BECAUSE,
  type MessageDto,
} from "@/lib/service/conversations/schemas";
import { useInbox } from "./inbox-context";

type Activity = NonNullable<MessageDto["activity"]>;
type Who = Pick<ConversationSummaryDto, "customerName" | "channel">;

/** A job's name in an activity line: the snooze ended by itself. */
const SNOOZE_JOB = "snooze";

/** What the inbox says about records, in the reader's language and the shop's time zone. */
export function useWords() {
  const t = useTranslations("inbox");
  const lines = useTranslations("staffing.lines");
  const acts = useTranslations("deskActs.activity");
  const intents = useTranslations("intents");
  const locale = useLocale();
  const { timeZone, ownIntents } = useInbox();

  return useMemo(() => {
    const intentName = nameIntents(intents, ownIntents, locale);
    /** A feeling in words; what is neither good nor bad needs none. */
    const feelingName = (sentiment: number | null): string | null => {
      if (sentiment === null || Math.abs(sentiment) < 0.25) return null;
      const strength = Math.abs(sentiment) >= 0.75 ? "very" : "rather";
      return t(`feeling.${strength}${sentiment < 0 ? "Unhappy" : "Happy"}`);
    };
    const reasonOf = (reason: string | null | undefined) =>
      HANDOFF_REASONS.find((known) => known === reason) ?? null;
    const clock = (instant: string) => formatInstant(instant, { locale, timeZone, style: "time" });
    /** The time alone today; with the day otherwise. */
    const moment = (instant: string, now = new Date()) => {
      const isToday = calendarDay(new Date(instant), timeZone) === calendarDay(now, timeZone);
      const day = isToday ? "" : `${formatInstant(instant, { locale, timeZone, style: "day" })} `;
      return day + clock(instant);
    };
    const duration = (seconds: number) => {
      if (seconds < 90) return t("duration.seconds", { n: Math.max(0, Math.round(seconds)) });
      if (seconds < 5_400) return t("duration.minutes", { n: Math.round(seconds / 60) });
      if (seconds < 172_800) {
        const minutes = Math.round(seconds / 60);
        return t("duration.hours", { n: Math.floor(minutes / 60), m: minutes % 60 });
      }
      return t("duration.days", { n: Math.floor(seconds / 86_400) });
    };
    const customerName = ({ customerName: name, channel }: Who) =>
      name ?? t("list.visitor", { channel: t(`channel.${channel}`) });
    const activityLine = (activity: Activity): string => {
      const { type, reason, detail } = activity;
      const name = activity.actorName ?? t("activity.someone");
      switch (type) {
        case "handoff": {
          const known = reasonOf(reason);
          if (!known) return t("activity.handoffPlain");
          const intent = intentName(detail);
          const words =
            known === "unsupported_intent"
              ? intent
                ? t("reasonInLine.unsupported_intent", { intent })
                : t("reason.unsupported_intent")
              : t(`reasonInLine.${known}`);
          return t("activity.handoff", { reason: words });
        }
        case "takeover":
          return Number(detail) > 0
            ? t("activity.takeoverWaited", { name, time: duration(Number(detail)) })
            : t("activity.takeover", { name });
        case "reopened":
          if (activity.actorName === SNOOZE_JOB) return t("activity.snoozeEnded");
          return activity.actorName ? t("activity.reopened", { name }) : t("activity.reopenedByCustomer");
        case "snoozed":
          return t("activity.snoozed", { name, time: detail ? moment(detail) : "" });
        case "assigned":
          if (!detail) return t("activity.unassigned", { name });
          return detail === activity.actorName
            ? t("activity.assignedSelf", { name })
            : t("activity.assigned", { name, assignee: detail });
        case "auto_assigned":
          return lines("autoAssigned", { assignee: detail ?? "" });
        case "reassigned":
          return lines("reassigned", { name: detail ?? "" });
        case "held":
          return lines(`held.${HELD_BECAUSE.find((each) => each === reason) ?? "customer_wrote"}`, {
            count: Number(detail ?? 1),
          });
        case "breached":
          return lines(`breached.${DUE_KINDS.find((kind) => kind === reason) ?? "resolution"}`, {
            time: detail ? moment(detail) : "",
          });
        case "macro":
          return acts("macro", { name, macro: detail ?? "" });
        case "undone":
          return acts("undone", { name });
        case "rated":
          return t("activity.rated", { score: detail ?? "" });
        case "handback":
          return t("activity.handback", { name });
        case "resolved":
          return t("activity.resolved", { name });
      }
    };
    return { intentName, feelingName, reasonOf, clock, moment, duration, customerName, activityLine };
  }, [t, lines, acts, intents, locale, timeZone, ownIntents]);
}
