"use client";

import { FileText, ImageIcon, type LucideIcon, Mic, Video } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MessageDto } from "@/lib/service/conversations/schemas";

const ICONS: Record<MessageDto["attachments"][number]["kind"], LucideIcon> = {
  image: ImageIcon,
  voice: Mic,
  video: Video,
  file: FileText,
};

/** Files that came with a message; each is fetched from the platform when it is asked for. */
export function AttachmentList({ conversationId, message }: { conversationId: string; message: MessageDto }) {
  const t = useTranslations("inbox.attachment");
  if (message.attachments.length === 0) return null;
  return (
    <ul className="mb-1 grid gap-0.5 text-xs">
      {message.attachments.map(({ kind, fileName, isFetchable }, index) => {
        const Icon = ICONS[kind];
        const name = fileName ?? t(kind);
        const href = `/api/v1/conversations/${conversationId}/messages/${message.id}/attachments/${index}`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file's place in its message is its identity
          <li key={index} className="flex min-w-0 items-center gap-1.5">
            <Icon aria-hidden className="size-3.5 shrink-0 text-ink-3" />
            {isFetchable ? (
              <a
                href={href}
                download={fileName ?? kind}
                className="min-w-0 break-words text-blue-ink underline underline-offset-2 hover:no-underline"
              >
                {name}
              </a>
            ) : (
              <span className="min-w-0 break-words">{t("notKept", { name })}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
