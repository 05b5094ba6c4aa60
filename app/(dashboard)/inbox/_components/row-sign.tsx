"use client";

import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { useInbox } from "../_live/inbox-context";
import type { RowActs } from "../_live/use-row-acts";
import { useWords } from "../_live/use-words";
import type { ListRow } from "../_live/views";
import { ChannelIcon } from "./channel-icon";

interface RowSignProps {
  conversation: ListRow;
  isSelected: boolean;
  isSelecting: boolean;
  acts: RowActs;
}

/** Where the customer writes; under the pointer or the focus, and while rows are chosen, a box to choose the row. */
export function RowSign({ conversation, isSelected, isSelecting, acts }: RowSignProps) {
  const t = useTranslations("deskActs.bulk");
  const channels = useTranslations("inbox.channel");
  const { canWrite } = useInbox();
  const { customerName } = useWords();
  return (
    <span className="absolute top-2 left-2 z-10 grid size-6 place-items-center">
      <span
        aria-hidden
        title={channels(conversation.channel)}
        className={cn(
          "col-start-1 row-start-1 text-ink-3 [&_svg]:size-3.5",
          canWrite && "group-focus-within/row:invisible [@media(hover:hover)]:group-hover/row:invisible",
          canWrite && isSelecting && "invisible",
        )}
      >
        <ChannelIcon channel={conversation.channel} />
      </span>
      {canWrite ? (
        // A target of its full size: what surrounds it opens the conversation.
        // biome-ignore lint/a11y/useSemanticElements: an input cannot be drawn as the house's boxes are
        <button
          type="button"
          role="checkbox"
          aria-checked={isSelected}
          aria-label={t("selectOne", { name: customerName(conversation) })}
          // With x from the row itself, the keyboard needs no second stop on every row.
          tabIndex={isSelecting ? 0 : -1}
          onClick={(event) => {
            if (!acts.onRowClick(event, conversation.id)) acts.toggle(conversation.id);
          }}
          className={cn(
            "col-start-1 row-start-1 grid size-6 place-items-center rounded-sm",
            !isSelecting &&
              "opacity-0 focus-visible:opacity-100 group-focus-within/row:opacity-100 [@media(hover:hover)]:group-hover/row:opacity-100",
          )}
        >
          <span
            aria-hidden
            className={cn(
              "grid size-4 place-items-center rounded-[4px] border border-field bg-surface text-paper",
              isSelected && "border-ink bg-ink",
            )}
          >
            {isSelected ? <Check strokeWidth={3} className="size-3" /> : null}
          </span>
        </button>
      ) : null}
    </span>
  );
}
