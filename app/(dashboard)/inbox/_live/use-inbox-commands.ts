"use client";

import { type RefObject, useMemo } from "react";
import { useTranslations } from "use-intl";
import { type PageCommand, usePageCommands } from "@/components/shell/commands-context";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import type { ComposerHandle } from "../_components/composer";
import { focusRow } from "../_components/conversation-list";
import { openLabelPicker } from "../_components/label-picker";
import { openMacroPicker } from "../_components/macro-picker";
import { standingOf } from "../_components/owner-state";
import { useInbox } from "./inbox-context";
import type { useActs } from "./use-acts";

interface CommandTargets {
  conversation: ConversationSummaryDto | null;
  acts: ReturnType<typeof useActs>;
  composer: RefObject<ComposerHandle | null>;
  search: RefObject<HTMLInputElement | null>;
  /** Of the list; while one has a key, the open conversation does without it. */
  more: readonly PageCommand[];
}

/** The inbox's acts for the palette, and as single keys. */
export function useInboxCommands({ conversation, acts, composer, search, more }: CommandTargets): void {
  const t = useTranslations("inbox");
  const tools = useTranslations("inboxTools");
  const macros = useTranslations("deskActs.macros");
  const { me, canWrite } = useInbox();
  const commands = useMemo(() => {
    const list: PageCommand[] = [
      { id: "inbox.next", label: t("keys.next"), keys: "j", run: () => focusRow(1) },
      { id: "inbox.previous", label: t("keys.previous"), keys: "k", run: () => focusRow(-1) },
      { id: "inbox.search", label: t("keys.search"), keys: "/", run: () => search.current?.focus() },
    ];
    if (!conversation || !canWrite) return [...list, ...more].map(outsideMenus);
    const standing = standingOf(conversation, me.id);
    const { status } = conversation;
    if (standing === "bot" || standing === "nobody") {
      const run = () =>
        void acts.takeOver(conversation).then((done) => done && composer.current?.focus("reply"));
      list.push({ id: "inbox.take-over", label: t("act.takeOver"), keys: "t", run });
    }
    if (status !== "resolved") {
      list.push({
        id: "inbox.resolve",
        label: t("act.resolve"),
        keys: "e",
        run: () => void acts.resolve(conversation),
      });
    }
    if (standing === "me") {
      list.push({
        id: "inbox.hand-back",
        label: t("act.handBack"),
        keys: "b",
        run: () => void acts.handBack(conversation),
      });
    }
    if (standing === "snoozed" || standing === "resolved") {
      list.push({
        id: "inbox.reopen",
        label: t("act.reopen"),
        keys: "o",
        run: () => void acts.reopen(conversation),
      });
    }
    list.push(
      { id: "inbox.macro", label: macros("key"), keys: "m", run: openMacroPicker },
      { id: "inbox.label", label: tools("labels.key"), keys: "l", run: openLabelPicker },
      { id: "inbox.reply", label: t("keys.reply"), keys: "r", run: () => composer.current?.focus("reply") },
      { id: "inbox.note", label: t("keys.note"), keys: "n", run: () => composer.current?.focus("note") },
    );
    const free = list.filter(({ keys }) => !more.some((other) => other.keys === keys));
    return [...free, ...more].map(outsideMenus);
  }, [acts, canWrite, composer, conversation, macros, me.id, more, search, t, tools]);
  usePageCommands(commands);
}

/** Letters typed into an open menu choose among its items. */
function outsideMenus<Command extends { run: () => void }>(command: Command): Command {
  const run = () => {
    if (!document.querySelector("[role=menu]")) command.run();
  };
  return { ...command, run };
}
