"use client";

import { Download, FileText, ImageIcon, type LucideIcon, Mic, Video } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { MessageAttachmentDto, MessageDto } from "@/lib/service/conversations/schemas";
import { useFileWords } from "../_live/use-file-words";
import { PictureViewer } from "./picture-viewer";
import { VoiceLine } from "./voice-line";

const ICONS: Record<MessageAttachmentDto["kind"], LucideIcon> = {
  image: ImageIcon,
  voice: Mic,
  video: Video,
  file: FileText,
};

/** What a picture takes at most in the thread, in pixels. */
const MAX_WIDTH = 280;
const MAX_HEIGHT = 260;

/** The files of a message: pictures and players where they are kept, else rows to fetch or to save. */
export function AttachmentList({ message }: { message: MessageDto }) {
  const [opened, setOpened] = useState<number | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  if (message.attachments.length === 0) return null;
  const pictures = message.attachments.filter(isPicture);
  return (
    <>
      <ul className="mb-1 grid gap-1.5 text-xs">
        {message.attachments.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file's place in its message is its identity
          <li key={index} className="min-w-0">
            {isPicture(file) ? (
              <Picture
                file={file}
                onOpen={(button) => {
                  opener.current = button;
                  setOpened(pictures.indexOf(file));
                }}
              />
            ) : file.id && file.url && (file.kind === "video" || file.kind === "voice") ? (
              <Player file={file} url={file.url} />
            ) : (
              <FileRow file={file} />
            )}
          </li>
        ))}
      </ul>
      <PictureViewer
        pictures={pictures}
        at={opened}
        onMove={setOpened}
        onClosed={() => opener.current?.focus()}
      />
    </>
  );
}

export interface KeptPicture extends MessageAttachmentDto {
  url: string;
  width: number;
  height: number;
}

function isPicture(file: MessageAttachmentDto): file is KeptPicture {
  return file.kind === "image" && file.id !== null && file.url !== null && !!file.width && !!file.height;
}

/** Its size is known before its bytes are there, so that nothing jumps. */
function Picture({ file, onOpen }: { file: KeptPicture; onOpen: (button: HTMLElement) => void }) {
  const t = useTranslations("attachments");
  const name = file.fileName ?? "";
  const scale = Math.min(1, MAX_WIDTH / file.width, MAX_HEIGHT / file.height);
  return (
    <button
      type="button"
      aria-label={t("open", { name })}
      onClick={(event) => onOpen(event.currentTarget)}
      className="block max-w-full cursor-zoom-in overflow-hidden rounded-md border bg-chip"
    >
      {/* biome-ignore lint/performance/noImgElement: who may see it is decided at its address */}
      <img
        src={file.url}
        alt={t("alt", { name })}
        width={Math.max(24, Math.round(file.width * scale))}
        height={Math.max(24, Math.round(file.height * scale))}
        loading="lazy"
        className="h-auto max-w-full object-cover"
      />
    </button>
  );
}

function Player({ file, url }: { file: MessageAttachmentDto; url: string }) {
  const t = useTranslations("attachments");
  const { kind, posterUrl, transcript, voice } = file;
  const name = file.fileName ?? "";
  if (kind !== "video")
    return (
      // biome-ignore lint/a11y/useMediaCaption: what customers record has no captions
      <audio
        controls
        preload="metadata"
        src={url}
        aria-label={t("audio", { name })}
        className="w-64 max-w-full"
      />
    );
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: what is known of its words stands below it */}
      <video
        controls
        preload={posterUrl ? "none" : "metadata"}
        poster={posterUrl ?? undefined}
        src={url}
        aria-label={t("video", { name })}
        className="aspect-video w-[280px] max-w-full rounded-md bg-black"
      />
      {voice ? <VoiceLine voice={voice} label={(time) => t("sound", { time })} /> : null}
      {transcript ? <p className="max-w-[280px] break-words text-ink-2">{transcript}</p> : null}
    </>
  );
}

function FileRow({ file }: { file: MessageAttachmentDto }) {
  const t = useTranslations("inbox.attachment");
  const words = useTranslations("attachments");
  const { size, refusal } = useFileWords();
  const { kind, fileName, url, sizeBytes, problem } = file;
  const Icon = ICONS[kind];
  const name = fileName ?? t(kind);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      {url ? (
        <a
          href={url}
          download={fileName ?? kind}
          aria-label={sizeBytes === null ? undefined : words("save", { name, size: size(sizeBytes) })}
          className="min-w-0 break-words text-blue-ink underline underline-offset-2 hover:no-underline"
        >
          {name}
        </a>
      ) : (
        <span className="min-w-0 break-words">{t("notKept", { name })}</span>
      )}
      {url && sizeBytes !== null ? (
        <span className="flex shrink-0 items-center gap-1 text-ink-3">
          {size(sizeBytes)}
          <Download aria-hidden className="size-3" />
        </span>
      ) : null}
      {problem ? <span className="min-w-0 text-ink-3">{refusal(problem)}</span> : null}
    </span>
  );
}
