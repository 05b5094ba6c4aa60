"use client";

import { useSyncExternalStore } from "react";
import { newId } from "@/lib/core/ids";
import { type AttachmentDto, MAX_ATTACHMENTS_PER_MESSAGE } from "@/lib/platform/attachments/schemas";
import { UploadRefused, uploadFile } from "./upload-file";

/** A file that was chosen for a reply, on its way to the server or there. */
export interface Upload {
  key: string;
  conversationId: string;
  name: string;
  kind: AttachmentDto["kind"];
  /** Of pictures: the file itself, shown before it is sent. */
  preview: string | null;
  /** Null once it was sent on from a message that failed. */
  file: File | null;
  state: "uploading" | "ready" | "failed";
  /** 0 to 1. */
  progress: number;
  attachment?: AttachmentDto;
  /** The machine's reason. */
  reason?: string;
}

const listeners = new Set<() => void>();
const running = new Map<string, AbortController>();
let uploads: readonly Upload[] = [];

function write(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of [...listeners]) listener();
}

function change(key: string, news: Partial<Upload>): void {
  write(uploads.map((upload) => (upload.key === key ? { ...upload, ...news } : upload)));
}

const of = (conversationId: string) => uploads.filter((upload) => upload.conversationId === conversationId);

/** Begins to upload files. @returns how many were left out because a message takes no more. */
export function addFiles(conversationId: string, files: readonly File[]): number {
  const room = Math.max(0, MAX_ATTACHMENTS_PER_MESSAGE - of(conversationId).length);
  const added = files.slice(0, room).map((file): Upload => {
    const kind = kindOf(file.type);
    return {
      key: newId(),
      conversationId,
      name: file.name,
      kind,
      preview: kind === "image" ? URL.createObjectURL(file) : null,
      file,
      state: "uploading",
      progress: 0,
    };
  });
  write([...uploads, ...added]);
  for (const upload of added) void run(upload);
  return files.length - added.length;
}

/** Puts files of a message that was not sent back to the others. */
export function restoreFiles(conversationId: string, files: readonly AttachmentDto[]): void {
  const restored = files.map(
    (attachment): Upload => ({
      key: attachment.id,
      conversationId,
      name: attachment.fileName,
      kind: attachment.kind,
      preview: null,
      file: null,
      state: "ready",
      progress: 1,
      attachment,
    }),
  );
  write([...uploads.filter(({ key }) => !restored.some((one) => one.key === key)), ...restored]);
}

export function retryUpload(key: string): void {
  const upload = uploads.find((one) => one.key === key);
  if (upload?.file) void run(upload);
}

export function removeUpload(key: string): void {
  running.get(key)?.abort();
  const preview = uploads.find((upload) => upload.key === key)?.preview;
  if (preview) URL.revokeObjectURL(preview);
  write(uploads.filter((upload) => upload.key !== key));
}

/** Takes those that are there for a message, in their order. */
export function takeUploads(conversationId: string): AttachmentDto[] {
  const ready = of(conversationId).filter(({ state }) => state === "ready");
  for (const { key } of ready) removeUpload(key);
  return ready.flatMap(({ attachment }) => attachment ?? []);
}

async function run({ key, file }: Upload): Promise<void> {
  const controller = new AbortController();
  running.set(key, controller);
  change(key, { state: "uploading", progress: 0 });
  try {
    const onProgress = (progress: number) => change(key, { progress });
    const attachment = await uploadFile(file!, onProgress, controller.signal);
    change(key, { state: "ready", progress: 1, attachment, name: attachment.fileName });
  } catch (error) {
    change(key, { state: "failed", reason: error instanceof UploadRefused ? error.reason : "internal" });
  } finally {
    running.delete(key);
  }
}

function kindOf(type: string): Upload["kind"] {
  const [family] = type.split("/");
  return family === "image" || family === "video" || family === "audio" ? family : "document";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const NONE: readonly Upload[] = [];

/** The files of a conversation's reply; they stay while one looks at another conversation. */
export function useUploads(conversationId: string): readonly Upload[] {
  const all = useSyncExternalStore(
    subscribe,
    () => uploads,
    () => NONE,
  );
  return all.filter((upload) => upload.conversationId === conversationId);
}
