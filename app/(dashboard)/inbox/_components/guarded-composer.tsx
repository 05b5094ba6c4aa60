"use client";

import { type ComponentProps, type RefObject, useState } from "react";
import { useTranslations } from "use-intl";
import {
  AlertDialog,
  AlertDialogAction,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "@/components/ui/alert-dialog";
import type { AttachmentDto } from "@/lib/platform/attachments/schemas";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import { useInbox } from "../_live/inbox-context";
import type { Original } from "../_live/outbox";
import { useCollision } from "../_live/use-collision";
import { useSchedule } from "../_live/use-schedule";
import { Composer, type ComposerHandle } from "./composer";
import { ScheduleMenu } from "./schedule-menu";
import { TranslateDraft } from "./translate-draft";

interface GuardedComposerProps extends Omit<ComponentProps<typeof Composer>, "ref"> {
  messages: readonly MessageDto[] | null;
  composer: RefObject<ComposerHandle | null>;
}

/** A composer that asks before a reply goes out when a colleague has answered in the meantime. */
export function GuardedComposer({ messages, composer, onSend, ...rest }: GuardedComposerProps) {
  const t = useTranslations("staffing.collision");
  const { me } = useInbox();
  const collision = useCollision(messages, me.name);
  const [held, setHeld] = useState<{
    text: string;
    files: AttachmentDto[];
    original?: Original | undefined;
    theirs: MessageDto;
  } | null>(null);
  const send: typeof onSend = (mode, text, files, original) => {
    const theirs = mode === "reply" ? collision.found() : null;
    if (theirs) return setHeld({ text, files, original, theirs });
    if (mode === "reply") collision.end();
    onSend(mode, text, files, original);
  };
  const settle = (isSent: boolean) => {
    if (!held) return;
    collision.end();
    if (isSent) onSend("reply", held.text, held.files, held.original);
    else composer.current?.restore("reply", held.original?.text ?? held.text, held.files);
    setHeld(null);
  };
  const { put } = useSchedule(rest.conversation.id);
  const actions: ComponentProps<typeof Composer>["actions"] = ({ text, canSend, clear }) => (
    <>
      <TranslateDraft
        conversation={rest.conversation}
        text={text}
        disabled={!canSend}
        onSend={(translated, original) => {
          clear();
          send("reply", translated, [], original);
        }}
      />
      <ScheduleMenu
        disabled={!canSend}
        onChoose={(at) => {
          // At once, so that what is typed meanwhile is not swept away; it comes back if the server refuses.
          clear();
          void put(text, at).then((isDone) => (isDone ? null : composer.current?.restore("reply", text)));
        }}
      />
    </>
  );
  return (
    <div className="contents" onInput={collision.begin}>
      <Composer ref={composer} onSend={send} actions={actions} {...rest} />
      <AlertDialog open={held !== null} onOpenChange={(isOpen) => (isOpen ? null : settle(false))}>
        <AlertDialogContent>
          <AlertDialogHeader>
            <AlertDialogTitle>
              {t("title", { name: held?.theirs.authorName ?? t("someone") })}
            </AlertDialogTitle>
            <AlertDialogDescription className="line-clamp-4 whitespace-pre-line">
              {t("text", { text: held?.theirs.text ?? "" })}
            </AlertDialogDescription>
          </AlertDialogHeader>
          <AlertDialogFooter>
            <AlertDialogCancel>{t("back")}</AlertDialogCancel>
            <AlertDialogAction onClick={() => settle(true)}>{t("send")}</AlertDialogAction>
          </AlertDialogFooter>
        </AlertDialogContent>
      </AlertDialog>
    </div>
  );
}
