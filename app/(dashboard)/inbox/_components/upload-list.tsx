"use client";

import { FileText, Mic, RotateCw, Video, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { ConversationSummaryDto } from "@/lib/service/conversations/schemas";
import { removeUpload, retryUpload, type Upload } from "../_live/uploads";
import { useFileWords } from "../_live/use-file-words";

interface UploadListProps {
  channel: ConversationSummaryDto["channel"];
  uploads: readonly Upload[];
}

/** The files that go with a reply: how far each is, why one does not go, and the way to take it out again. */
export function UploadList({ channel, uploads }: UploadListProps) {
  const t = useTranslations("attachments");
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t("list")} className="flex max-h-40 flex-wrap gap-2 overflow-y-auto px-3 pt-1.5 pb-1">
      {uploads.map((upload) => (
        <UploadItem key={upload.key} channel={channel} upload={upload} />
      ))}
    </ul>
  );
}

function UploadItem({ channel, upload }: { channel: UploadListProps["channel"]; upload: Upload }) {
  const t = useTranslations("attachments");
  const { percent, problem, size } = useFileWords();
  const { key, name, state, progress, attachment } = upload;
  const trouble = problem(channel, upload);
  const line = trouble ?? (attachment ? size(attachment.sizeBytes) : percent(progress));
  const spoken =
    state === "ready" ? t("ready", { name }) : t("uploading", { name, percent: percent(progress) });
  return (
    <li
      data-upload={trouble ? "failed" : state}
      className={cn(
        "relative flex min-w-0 max-w-full items-center gap-2 overflow-hidden rounded-md border bg-surface py-1 pr-1 pl-1.5 text-xs",
        trouble && "border-cinnabar/50",
      )}
    >
      <Preview upload={upload} />
      <span className="grid min-w-0 max-w-64">
        <span className="truncate">{name}</span>
        {trouble ? (
          <span role="alert" className="text-cinnabar-ink">
            {trouble}
          </span>
        ) : (
          <span className="tabular-nums text-ink-3">
            <span aria-hidden>{line}</span>
            <span className="sr-only">{spoken}</span>
          </span>
        )}
      </span>
      {state === "failed" && upload.file && MAY_PASS.has(upload.reason ?? "") ? (
        <Button
          variant="ghost"
          size="icon"
          className="size-6"
          aria-label={t("retry", { name })}
          title={t("retry", { name })}
          onClick={() => retryUpload(key)}
        >
          <RotateCw aria-hidden />
        </Button>
      ) : null}
      <Button
        variant="ghost"
        size="icon"
        className="size-6"
        aria-label={t("remove", { name })}
        title={t("remove", { name })}
        onClick={() => removeUpload(key)}
      >
        <X aria-hidden />
      </Button>
      {state === "uploading" ? (
        <span
          aria-hidden
          className="absolute bottom-0 left-0 h-0.5 bg-blue transition-[width] duration-140"
          style={{ width: `${progress * 100}%` }}
        />
      ) : null}
    </li>
  );
}

/** What may go well the next time. */
const MAY_PASS = new Set(["network", "internal", "uploads"]);

const ICONS = { document: FileText, video: Video, audio: Mic, image: FileText };

function Preview({ upload: { preview, kind } }: { upload: Upload }) {
  const Icon = ICONS[kind];
  const [isBroken, setBroken] = useState(false);
  return preview && !isBroken ? (
    // biome-ignore lint/performance/noImgElement: a file of the reader's own
    <img
      src={preview}
      alt=""
      onError={() => setBroken(true)}
      className="size-9 shrink-0 rounded-sm object-cover"
    />
  ) : (
    <Icon aria-hidden className="m-1 size-4 shrink-0 text-ink-3" />
  );
}
