import type { Transaction } from "@/db/client";
import type { MessageAttachment } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";

/** Asks for what a video needs before it is looked at, where a message has one. */
export async function enqueueVideos(
  tx: Transaction,
  ctx: Context,
  messageId: string,
  files: readonly MessageAttachment[] | null | undefined,
): Promise<void> {
  for (const { id, kind } of files ?? [])
    if (id && kind === "video") await enqueueJob(tx, ctx, "prepare-video", { messageId, attachmentId: id });
}
