"use client";

import { AtSign } from "lucide-react";
import type { MouseEvent } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatNumber } from "@/components/format/format-number";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { inboxHref, type ListScope, toTab, type View } from "../_live/views";

interface MentionsButtonProps {
  scope: ListScope;
  unread: number;
  onChoose: (view: View) => void;
}

/** Leads to the conversations in which the reader is named, and says how many they have not seen. */
export function MentionsButton({ scope, unread, onChoose }: MentionsButtonProps) {
  const t = useTranslations("inboxTools.mentions");
  const locale = useLocale();
  const isCurrent = !scope.q && !scope.saved && scope.view === "mentions";
  const label = unread > 0 ? t("labelUnread", { count: unread }) : t("label");
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onChoose("mentions");
  };
  return (
    <Button
      asChild
      variant="ghost"
      size="icon"
      className={cn("relative ml-1", isCurrent && "bg-chip text-ink")}
    >
      <a
        href={inboxHref(toTab(scope, "mentions"))}
        aria-label={label}
        aria-current={isCurrent ? "page" : undefined}
        title={label}
        onClick={choose}
      >
        <AtSign aria-hidden />
        {unread > 0 ? (
          <span
            aria-hidden
            data-testid="count-mentions"
            className="absolute -top-1 -right-1 min-w-4 rounded-full bg-cinnabar px-1 text-center font-medium text-micro text-on-cinnabar leading-4"
          >
            {formatNumber(unread, locale, { display: unread > 99 ? "compact" : "full" })}
          </span>
        ) : null}
      </a>
    </Button>
  );
}

/** No tab says it, so a line does. */
export function MentionsLine({ scope }: { scope: ListScope }) {
  const t = useTranslations("inboxTools.mentions");
  if (scope.q || scope.view !== "mentions") return null;
  return (
    <p role="status" className="truncate border-b bg-paper px-3.5 py-1.5 text-ink-3 text-xs">
      {t("line")}
    </p>
  );
}
