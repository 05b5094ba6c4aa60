"use client";

import { ArrowLeft, PanelRight } from "lucide-react";
import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import type { useActs } from "../_live/use-acts";
import { useWords } from "../_live/use-words";
import { DueTime } from "./due-time";
import { LabelChips } from "./label-chips";
import { LabelPicker } from "./label-picker";
import { MacroPicker } from "./macro-picker";
import { MoreMenu } from "./more-menu";
import { OwnerState, standingOf } from "./owner-state";
import { Viewers } from "./viewers";
import { WaitingTime } from "./waiting-time";

interface ThreadHeaderProps {
  conversation: ConversationSummaryDto;
  acts: ReturnType<typeof useActs>;
  titleRef: RefObject<HTMLHeadingElement | null>;
  onBack: () => void;
  onShowCustomer: () => void;
}

export function ThreadHeader({ conversation, acts, titleRef, onBack, onShowCustomer }: ThreadHeaderProps) {
  const t = useTranslations("inbox");
  const { canWrite } = useInbox();
  const { customerName, reasonOf } = useWords();
  const reason =
    conversation.owner === "human" && conversation.status !== "resolved"
      ? reasonOf(conversation.handoffReason)
      : null;
  return (
    <header className="flex min-h-13 shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-surface px-4.5 py-1.5 max-sm:px-2">
      <div className="flex min-w-0 grow basis-60 items-center gap-1.5 max-sm:basis-full">
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("act.back")}
          onClick={onBack}
          className="@min-[700px]:hidden"
        >
          <ArrowLeft aria-hidden />
        </Button>
        <div className="min-w-0 flex-1">
          {/* Chips that do not fit wrap out of sight: the name and the owner come first. */}
          <div className="flex h-5 flex-wrap gap-x-2 overflow-hidden">
            <h2
              ref={titleRef}
              tabIndex={-1}
              className="max-w-full truncate font-semibold text-sm outline-none"
            >
              {customerName(conversation)}
            </h2>
            {conversation.due ? <DueTime due={conversation.due} isLong /> : null}
            {conversation.waitingSince && conversation.status === "open" ? (
              <WaitingTime since={conversation.waitingSince} />
            ) : null}
            {reason ? <Badge tone="amber">{t(`reason.${reason}`)}</Badge> : null}
            <LabelChips labels={conversation.labels} most={4} />
            {conversation.customerName ? <Badge>{t(`channel.${conversation.channel}`)}</Badge> : null}
          </div>
          <OwnerState conversation={conversation} />
        </div>
      </div>
      <div className="ml-auto flex min-w-0 flex-wrap items-center gap-2 max-sm:gap-1">
        <Viewers conversationId={conversation.id} />
        {canWrite ? <MainActs conversation={conversation} acts={acts} /> : null}
        {canWrite ? <MacroPicker conversation={conversation} /> : null}
        {canWrite ? <LabelPicker conversation={conversation} /> : null}
        {canWrite ? <MoreMenu conversation={conversation} acts={acts} /> : null}
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("act.customer")}
          onClick={onShowCustomer}
          className="@min-[1040px]:hidden"
        >
          <PanelRight aria-hidden />
        </Button>
      </div>
    </header>
  );
}

function MainActs({ conversation, acts }: Pick<ThreadHeaderProps, "conversation" | "acts">) {
  const t = useTranslations("inbox.act");
  const { me } = useInbox();
  switch (standingOf(conversation, me.id)) {
    case "bot":
    case "nobody":
      return (
        <Button onClick={() => void acts.takeOver(conversation)}>
          {t("takeOver")}
          <Kbd aria-hidden className="max-sm:hidden">
            T
          </Kbd>
        </Button>
      );
    case "me":
      return (
        <>
          <Button variant="outline" onClick={() => void acts.handBack(conversation)}>
            {t("handBack")}
          </Button>
          <Button onClick={() => void acts.resolve(conversation)}>
            {t("resolve")}
            <Kbd aria-hidden className="max-sm:hidden">
              E
            </Kbd>
          </Button>
        </>
      );
    case "other":
      return (
        <Button variant="outline" onClick={() => void acts.assign(conversation, me.id)}>
          {t("assignToMe")}
        </Button>
      );
    case "snoozed":
      return <Button onClick={() => void acts.reopen(conversation)}>{t("wake")}</Button>;
    case "resolved":
      return (
        <Button variant="outline" onClick={() => void acts.reopen(conversation)}>
          {t("reopen")}
        </Button>
      );
  }
}
