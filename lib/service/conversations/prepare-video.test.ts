import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { callRoute } from "@/test/support/call-route";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { getConversation, getVisitorConversation, sendVisitorMessage } = await import(".");
const { uploadVisitorAttachment } = await import("@/lib/platform/attachments");
const { prepareVideoJob } = await import("./jobs");
const { GET: serve } = await import("@/app/api/v1/attachments/[id]/route");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

it("a customer's video gets a frame, and its sound is listened to", async () => {
  const browser = await shop.openBrowser();
  const bytes = await readFile("lib/platform/videos/fixtures/clip.mp4");
  const { id } = await uploadVisitorAttachment(browser.ctx, { bytes, fileName: "clip.mp4" });
  const { conversation } = await sendVisitorMessage(browser.ctx, {
    attachmentIds: [id],
    clientMessageId: newId(),
  });
  const [job] =
    await sql`SELECT payload FROM outbox WHERE topic = 'job:prepare-video' AND merchant_id = ${shop.merchantId}`;
  const { jobId: _, ...payload } = job!.payload;
  const run = () => prepareVideoJob.run(shop.merchantId, payload, newId(), new AbortController().signal);
  await run();
  await run();
  const [file] = (await getConversation(shop.ctx, { id: conversation.id })).messages[0]!.attachments;
  expect(file).toMatchObject({ id, kind: "video", width: 160, height: 96, voice: { isTranscribed: false } });
  const poster = await callRoute(serve, { key: await shop.createApiKey(), params: { id: file!.posterId! } });
  expect(poster.headers.get("content-type")).toBe("image/png");
  const seen = (await getVisitorConversation(browser.ctx))!.messages[0]!.attachments[0]!;
  expect(seen.posterUrl).toContain(file!.posterId!);
  expect(JSON.stringify(seen)).not.toContain("voice");
  const kept = await sql`SELECT 1 FROM attachments WHERE merchant_id = ${shop.merchantId}`;
  expect(kept).toHaveLength(2);
});
