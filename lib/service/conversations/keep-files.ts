import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelContacts, conversations, type MessageAttachment, messages } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { storeAttachment, toMessageAttachment } from "@/lib/platform/attachments";
import { fetchAttachment } from "@/lib/platform/channels";
import { type InspectedFile, inspectFile } from "@/lib/platform/files";
import { announceDelivery } from "./announce-delivery";
import type { ChannelMessage } from "./channel-contact";
import { enqueueVideos } from "./enqueue-videos";
import { filePictures, isPicture } from "./evidence";
import { lockConversation, type MessageRow } from "./internal";

type InboundFile = ChannelMessage["attachments"][number];

/**
 * What a message says of its files. Those that came along as bytes are kept with it; those that lie on the platform
 * are fetched by a job (`keepPlatformFiles`).
 */
export async function takeFiles(
  tx: Transaction,
  ctx: Context,
  files: readonly InboundFile[],
  from: { accountId: string; conversationId: string },
): Promise<MessageAttachment[]> {
  const taken: MessageAttachment[] = [];
  for (const { kind, source, mimeType, fileName } of files) {
    const said = { kind, mimeType, fileName: fileName?.slice(0, 200) };
    if (!("bytes" in source)) taken.push({ ...said, ...source });
    else taken.push(await keep(tx, ctx, said, inspect(source.bytes, fileName), from));
  }
  return taken;
}

/** Whether a job shall fetch it. */
export const liesOnPlatform = ({ id, mediaId, url, problem }: MessageAttachment) =>
  id === undefined && problem === undefined && (mediaId ?? url) !== undefined;

/**
 * Fetches the files of a customer's message from the platform, which will forget them, and keeps them. What is not
 * taken says why, and can still be fetched while the platform has it.
 * @throws where the platform gave no answer: the job is tried again.
 */
export async function keepPlatformFiles(ctx: Context, { messageId }: { messageId: string }): Promise<void> {
  const found = await findMessage(ctx, messageId);
  // Of a voice message that was heard, the recording is not kept.
  if (!found || found.message.voice) return;
  const { accountId, message } = found;
  for (const [index, file] of (message.attachments ?? []).entries()) {
    if (!liesOnPlatform(file)) continue;
    const answer = await fetchAttachment(
      ctx,
      accountId,
      file.mediaId ? { mediaId: file.mediaId } : { url: file.url! },
    );
    if (answer && answer.status >= 500) throw new Error(`The platform answered ${answer.status} for a file.`);
    const fetched = answer?.status === 200 ? inspect(answer.body, file.fileName) : { problem: "gone" };
    await inTenant(ctx, ({ tx, ctx }) => replaceFile(tx, ctx, message, index, accountId, fetched));
  }
}

type Inspected = InspectedFile | { problem: string };

/** The file, or the machine's reason why it is none that is kept. */
function inspect(bytes: Uint8Array, fileName: string | undefined): Inspected {
  try {
    return inspectFile(bytes, fileName);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { problem: typeof error.details?.reason === "string" ? error.details.reason : "file_type" };
  }
}

async function keep(
  tx: Transaction,
  ctx: Context,
  said: MessageAttachment,
  file: Inspected,
  { accountId, conversationId }: { accountId: string; conversationId: string },
): Promise<MessageAttachment> {
  if ("problem" in file) return { ...said, problem: file.problem };
  const row = await storeAttachment(tx, ctx, file, { uploader: `channel:${accountId}`, conversationId });
  // Its name and kind stay as they were said: they stand in the message's text.
  const { kind: _, fileName, ...kept } = toMessageAttachment(row);
  return { ...said, ...kept, ...(said.kind === "file" ? {} : { fileName: said.fileName ?? fileName }) };
}

async function findMessage(ctx: Context, messageId: string) {
  const [row] = await inTenant(ctx, ({ tx }) =>
    tx
      .select({ message: messages, accountId: channelContacts.accountId })
      .from(messages)
      .innerJoin(
        conversations,
        and(eq(conversations.merchantId, messages.merchantId), eq(conversations.id, messages.conversationId)),
      )
      .innerJoin(
        channelContacts,
        and(
          eq(channelContacts.merchantId, conversations.merchantId),
          eq(channelContacts.id, conversations.channelContactId),
        ),
      )
      .where(and(eq(messages.merchantId, ctx.merchantId), eq(messages.id, messageId))),
  );
  return row ?? null;
}

/** In the message as it is now: it may have been erased, or another job have been faster. */
async function replaceFile(
  tx: Transaction,
  ctx: Context,
  { id, conversationId }: MessageRow,
  index: number,
  accountId: string,
  fetched: Inspected,
): Promise<void> {
  const conversation = await lockConversation(tx, ctx, conversationId);
  const mine = and(eq(messages.merchantId, ctx.merchantId), eq(messages.id, id));
  const [now] = await tx.select().from(messages).where(mine);
  const file = now?.attachments?.[index];
  if (!now || !file || !liesOnPlatform(file)) return;
  const kept = await keep(tx, ctx, file, fetched, { accountId, conversationId });
  await tx
    .update(messages)
    .set({ attachments: now.attachments!.with(index, kept) })
    .where(mine);
  await enqueueVideos(tx, ctx, id, [kept]);
  if (kept.id && isPicture(kept)) {
    const { slots } = conversation;
    const filed = await filePictures(tx, ctx, {
      conversationId,
      before: slots,
      after: slots,
      pictures: [kept.id],
    });
    await tx
      .update(conversations)
      .set({ slots: filed })
      .where(and(eq(conversations.merchantId, ctx.merchantId), eq(conversations.id, conversationId)));
  }
  await announceDelivery(tx, ctx, id);
}
