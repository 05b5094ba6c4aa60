import { POST as webhook } from "@/app/api/v1/channels/[kind]/[token]/webhook/route";
import type { TestShop } from "@/lib/data/catalog/test-shop";
import { createChannelAccount } from "@/lib/platform/channels";
import type { ChannelAccountDto } from "@/lib/platform/channels/schemas";
import { webhookSecret } from "@/lib/platform/channels/telegram/settings";
import { getConversation, takeOverConversation } from "@/lib/service/conversations";
import {
  keepAttachmentsJob,
  receiveChannelCallJob,
  sendDeliveriesJob,
} from "@/lib/service/conversations/jobs";
import type { ConversationDto } from "@/lib/service/conversations/schemas";
import type { BotApi } from "./bot-api";
import { type Answer, callRoute } from "./call-route";

const JOBS = {
  "job:receive-channel-call": receiveChannelCallJob,
  "job:send-deliveries": sendDeliveriesJob,
  "job:keep-attachments": keepAttachmentsJob,
};

export function connectTelegram(shop: TestShop, api: BotApi): Promise<ChannelAccountDto> {
  const settings = { botToken: api.token, apiBaseUrl: api.url };
  return createChannelAccount(shop.ctx, { kind: "telegram", name: "Bot", settings });
}

export function tokenOf(account: ChannelAccountDto): string {
  return account.address.split("/").at(-2)!;
}

/** What Telegram posts, with its secret token unless headers say otherwise. */
export function post(
  account: ChannelAccountDto,
  api: BotApi,
  update: unknown,
  headers?: Record<string, string>,
): Promise<Answer> {
  const secret = webhookSecret({ botToken: api.token, apiBaseUrl: api.url });
  return callRoute(webhook, {
    params: { kind: account.kind, token: tokenOf(account) },
    body: update,
    headers: headers ?? { "x-telegram-bot-api-secret-token": secret },
  });
}

let lastId = 100;

/** An update with a private message of a person. */
export function update(chatId: number, message: Record<string, unknown>) {
  lastId += 1;
  const from = { id: chatId, is_bot: false, first_name: "Ana", last_name: "Ruiz" };
  const date = Math.floor(Date.now() / 1_000);
  const chat = { id: chatId, type: "private" };
  return { update_id: 50_000 + lastId, message: { message_id: lastId, from, chat, date, ...message } };
}

/** Runs the shop's channel jobs that are due, in order, as the worker would; answers how many were put off. */
export async function runJobs(shop: TestShop): Promise<number> {
  for (;;) {
    const [row] = await shop.sql`
      DELETE FROM outbox WHERE id = (SELECT min(id) FROM outbox WHERE merchant_id = ${shop.merchantId}
        AND topic IN ${shop.sql(Object.keys(JOBS))} AND coalesce((payload->>'delaySeconds')::int, 0) = 0)
      RETURNING topic, payload`;
    if (!row) break;
    const { jobId, delaySeconds: _, ...payload } = row.payload;
    await JOBS[row.topic as keyof typeof JOBS].run(
      shop.merchantId,
      payload,
      jobId,
      new AbortController().signal,
    );
  }
  const later = await shop.sql`
    DELETE FROM outbox WHERE merchant_id = ${shop.merchantId} AND topic IN ${shop.sql(Object.keys(JOBS))}
    RETURNING id`;
  return later.length;
}

/** Lets the time that a message waits for be over. */
export async function letTimePass(shop: TestShop, conversationId: string): Promise<void> {
  await shop.sql`UPDATE deliveries SET next_attempt_at = now() - interval '1 second',
      sending_until = CASE WHEN state = 'sending' THEN now() - interval '1 second' END
    WHERE merchant_id = ${shop.merchantId}`;
  await sendDeliveriesJob.run(shop.merchantId, { conversationId }, "test", new AbortController().signal);
}

/** A person writes, the bot answers, and an agent takes over. */
export async function openTakenConversation(
  shop: TestShop,
  account: ChannelAccountDto,
  api: BotApi,
  chatId = 777,
): Promise<ConversationDto> {
  await post(account, api, update(chatId, { text: "Hello" }));
  await runJobs(shop);
  const [row] = await shop.sql`
    SELECT c.id FROM conversations c JOIN channel_contacts k ON k.id = c.channel_contact_id
    WHERE c.merchant_id = ${shop.merchantId} AND k.provider_id = ${String(chatId)}`;
  await takeOverConversation(shop.ctx, { id: row!.id });
  return getConversation(shop.ctx, { id: row!.id });
}

export function deliveriesOf(shop: TestShop) {
  return shop.sql`SELECT * FROM deliveries WHERE merchant_id = ${shop.merchantId} ORDER BY created_at, part`;
}
