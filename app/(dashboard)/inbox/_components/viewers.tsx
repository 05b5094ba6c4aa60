"use client";

import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { useViewers } from "../_live/presence";
import { useTyping } from "../_live/typing";

const MOST_SHOWN = 3;

/** Colleagues who look at the conversation; who of them is writing has a blue ring. */
export function Viewers({ conversationId, className }: { conversationId: string; className?: string }) {
  const t = useTranslations("staffing.presence");
  const viewers = useViewers(conversationId);
  const typing = useTyping(conversationId);
  if (viewers.length === 0) return null;
  const writer = typing?.author === "agent" ? typing.name : null;
  const words = viewers.map(({ name }) => t(name === writer ? "writing" : "viewing", { name })).join(", ");
  return (
    <span
      data-testid="viewers"
      title={words}
      className={cn("flex shrink-0 items-center -space-x-1", className)}
    >
      {viewers.slice(0, MOST_SHOWN).map(({ userId, name }) => (
        <Avatar
          key={userId}
          name={name}
          size="sm"
          className={cn("ring-2 ring-surface", name === writer && "ring-blue")}
        />
      ))}
      {viewers.length > MOST_SHOWN ? (
        <span aria-hidden className="pl-2 text-ink-3 text-micro">
          +{viewers.length - MOST_SHOWN}
        </span>
      ) : null}
      <span className="sr-only">{words}</span>
    </span>
  );
}
