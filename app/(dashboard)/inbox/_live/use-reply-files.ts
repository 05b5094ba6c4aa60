"use client";

import { type ClipboardEvent, type DragEvent, useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { MAX_ATTACHMENTS_PER_MESSAGE } from "@/lib/platform/attachments/schemas";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { addFiles, takeUploads, useUploads } from "./uploads";
import { useFileWords } from "./use-file-words";

/** The files of a reply: chosen, pasted or dropped. `isOn` is false where a note is written or the bot answers. */
export function useReplyFiles({ id, channel }: ConversationSummaryDto, isOn: boolean) {
  const t = useTranslations("attachments");
  const { takesNone, problem } = useFileWords();
  const uploads = useUploads(id);
  const [isOver, setOver] = useState(false);
  const refusal = takesNone(channel);
  const isFree = isOn && refusal === null;
  const add = (files: readonly File[]) => {
    if (files.length === 0) return;
    if (!isFree) {
      if (refusal) toast.error(refusal);
      return;
    }
    const leftOut = addFiles(id, files);
    if (leftOut > 0) toast.error(t("tooMany", { count: MAX_ATTACHMENTS_PER_MESSAGE }));
  };
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return {
    uploads,
    refusal,
    isOver: isOver && isFree,
    add,
    take: () => (isOn ? takeUploads(id) : []),
    /** Something goes along, and nothing keeps it from going. */
    hasAny: isOn && uploads.length > 0,
    isReady:
      !isOn || uploads.every((upload) => upload.state === "ready" && problem(channel, upload) === null),
    dropProps: {
      onDragOver: (event: DragEvent) => {
        if (!isOn || !hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!isOn || !hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        add([...event.dataTransfer.files]);
      },
    },
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      // Text from a table comes with a picture of it: the text is meant.
      if (!isOn || files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
      event.preventDefault();
      add(files);
    },
  };
}
