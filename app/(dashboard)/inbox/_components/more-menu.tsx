"use client";

import { Bot, Check, CircleCheck, Clock, Ellipsis, RotateCcw, UserRound } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuShortcut,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import type { useActs } from "../_live/use-acts";
import { useSnoozeChoices } from "../_live/use-snooze-choices";
import { DraftArticleItem } from "./draft-article-item";
import { useModelActs } from "./model-acts";
import { SnoozeDialog } from "./snooze-dialog";

interface MoreMenuProps {
  conversation: ConversationSummaryDto;
  acts: ReturnType<typeof useActs>;
}

export function MoreMenu({ conversation, acts }: MoreMenuProps) {
  const t = useTranslations("inbox.act");
  const { me, members, canDraft } = useInbox();
  const model = useModelActs(conversation);
  const [isChoosingTime, setChoosingTime] = useState(false);
  const { status, owner, assigneeId } = conversation;
  const snoozes = useSnoozeChoices();
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={t("more")}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="w-56">
          <DropdownMenuSub>
            <DropdownMenuSubTrigger>
              <UserRound aria-hidden />
              {t("assign")}
            </DropdownMenuSubTrigger>
            <DropdownMenuSubContent className="max-h-80 w-52 overflow-y-auto">
              {members.map((member) => (
                <DropdownMenuItem key={member.id} onSelect={() => void acts.assign(conversation, member.id)}>
                  {member.id === me.id ? t("assignToMe") : member.name}
                  {member.id === assigneeId ? <Check aria-hidden className="ml-auto" /> : null}
                </DropdownMenuItem>
              ))}
              <DropdownMenuSeparator />
              <DropdownMenuItem onSelect={() => void acts.assign(conversation, null)}>
                {t("assignNobody")}
              </DropdownMenuItem>
            </DropdownMenuSubContent>
          </DropdownMenuSub>
          <DropdownMenuSub>
            <DropdownMenuSubTrigger>
              <Clock aria-hidden />
              {t("snooze")}
            </DropdownMenuSubTrigger>
            <DropdownMenuSubContent className="w-48">
              {snoozes.map(({ label, until }) => (
                <DropdownMenuItem key={label} onSelect={() => void acts.snooze(conversation, until())}>
                  {label}
                </DropdownMenuItem>
              ))}
              <DropdownMenuItem onSelect={() => setChoosingTime(true)}>{t("snoozeCustom")}</DropdownMenuItem>
            </DropdownMenuSubContent>
          </DropdownMenuSub>
          {model.items}
          <DropdownMenuSeparator />
          {owner === "human" && status !== "resolved" ? (
            <DropdownMenuItem onSelect={() => void acts.handBack(conversation)}>
              <Bot aria-hidden />
              {t("handBack")}
            </DropdownMenuItem>
          ) : null}
          {status === "resolved" && canDraft ? <DraftArticleItem conversation={conversation} /> : null}
          {status === "resolved" ? (
            <DropdownMenuItem onSelect={() => void acts.reopen(conversation)}>
              <RotateCcw aria-hidden />
              {t("reopen")}
            </DropdownMenuItem>
          ) : (
            <DropdownMenuItem onSelect={() => void acts.resolve(conversation)}>
              <CircleCheck aria-hidden />
              {t("resolve")}
              <DropdownMenuShortcut>E</DropdownMenuShortcut>
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {model.dialog}
      <SnoozeDialog
        open={isChoosingTime}
        onOpenChange={setChoosingTime}
        onChoose={(until) => void acts.snooze(conversation, until)}
      />
    </>
  );
}
