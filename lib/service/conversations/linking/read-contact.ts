import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { channelContacts } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import type { ConversationRow } from "../internal";

export type ContactRow = typeof channelContacts.$inferSelect;

/** The platform's person of a conversation, locked; null for the desk's own chat and the API. */
export async function lockContact(
  tx: Transaction,
  ctx: Context,
  { channelContactId }: ConversationRow,
): Promise<ContactRow | null> {
  if (!channelContactId) return null;
  const [contact] = await tx
    .select()
    .from(channelContacts)
    .where(and(eq(channelContacts.merchantId, ctx.merchantId), eq(channelContacts.id, channelContactId)))
    .for("update");
  return contact ?? null;
}

/** @throws AppError `conflict`: a visitor of the chat is known by signing in at the shop, not by an agent's word. */
export function requireContact(contact: ContactRow | null): ContactRow {
  if (contact) return contact;
  throw new AppError(
    "conflict",
    "Only people who write on a platform can be linked. A visitor of the chat is known by signing in at the shop.",
  );
}
