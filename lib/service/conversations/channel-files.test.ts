import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import type { ChannelAccountDto } from "@/lib/platform/channels/schemas";
import { useTestDatabase } from "@/test/database";
import { BotApi } from "@/test/support/bot-api";
import { callRoute } from "@/test/support/call-route";
import { addPerson } from "@/test/support/people";
import { png } from "@/test/support/picture-files";

const { ownerUrl } = await useTestDatabase();
const { connectTelegram, post, runJobs, update } = await import("@/test/support/channel-shop");
const { GET: serve } = await import("@/app/api/v1/attachments/[id]/route");
const { uploadAttachment } = await import("@/lib/platform/attachments");
const { takeOverConversation } = await import("./change-owner");
const { takeFiles } = await import("./keep-files");
const { getConversation, sendMessage } = await import(".");
const { inTenant } = await import("@/db/tenant");
const sql = openOwner(ownerUrl);

let shop: TestShop;
let api: BotApi;
let account: ChannelAccountDto;
beforeAll(async () => {
  api = await BotApi.start();
});
beforeEach(async () => {
  shop = await createTestShop(sql);
  account = await connectTelegram(shop, api);
  api.taken.length = 0;
});
afterAll(async () => {
  await api.stop();
  await sql.end();
});

async function receive(message: Record<string, unknown>) {
  await post(account, api, update(42, message));
  await runJobs(shop);
  const [row] = await sql`SELECT id FROM conversations WHERE merchant_id = ${shop.merchantId}`;
  return getConversation(shop.ctx, { id: row!.id });
}
const photo = (id: string) => ({ photo: [{ file_id: id, width: 900, height: 900 }] });

describe("a file on a platform", () => {
  it("is fetched once and kept, so that it outlives the platform's memory", async () => {
    api.files.set("voice/shot", png());
    const { messages } = await receive(photo("shot"));
    const [file] = messages[0]!.attachments;
    expect(file).toMatchObject({ kind: "image", mimeType: "image/png", isFetchable: true, problem: null });
    expect([file!.width, file!.height]).not.toContain(null);
    expect(messages[0]!.hasWords).toBe(false);
    api.files.delete("voice/shot");
    const key = await shop.createApiKey();
    const answer = await callRoute(serve, { key, params: { id: file!.id! } });
    expect(answer.status).toBe(200);
  });

  it("that is none of those that are kept says why, and can be fetched while it is there", async () => {
    api.files.set("voice/odd", Buffer.from("PK\x03\x04 a document of some office"));
    const { messages } = await receive({ document: { file_id: "odd", file_name: "list.docx" } });
    expect(messages[0]!.attachments).toMatchObject([
      { id: null, kind: "file", fileName: "list.docx", problem: "file_type", isFetchable: true },
    ]);
  });

  it("that the platform does not give says so", async () => {
    const { messages } = await receive(photo("forgotten"));
    expect(messages[0]!.attachments).toMatchObject([{ id: null, problem: "gone" }]);
  });
});

describe("a file that comes along with a mail", () => {
  it("is inspected and kept with the message, or says why not", async () => {
    const { id } = await receive({ text: "Hello there" });
    const bytes = new TextEncoder().encode("<svg/>");
    const files = await inTenant(shop.ctx, ({ tx, ctx }) =>
      takeFiles(
        tx,
        ctx,
        [
          {
            kind: "image",
            source: { bytes: new Uint8Array(png()) },
            mimeType: "image/png",
            fileName: "a.png",
          },
          { kind: "image", source: { bytes }, mimeType: "image/png", fileName: "b.png" },
        ],
        { accountId: account.id, conversationId: id },
      ),
    );
    expect(files).toMatchObject([{ kind: "image", fileName: "a.png" }, { problem: "file_type" }]);
    const [row] = await sql`SELECT sha256, uploader FROM attachments WHERE id = ${files[0]!.id!}`;
    expect(row).toEqual({
      sha256: createHash("sha256").update(png()).digest("hex"),
      uploader: `channel:${account.id}`,
    });
  });
});

describe("an agent's file to a platform", () => {
  it("goes after the words, as what it is", async () => {
    const { id } = await receive({ text: "Hello there" });
    const ana = await addPerson(shop, "agent", { name: "Ana" });
    await takeOverConversation(ana.ctx, { id });
    const label = await uploadAttachment(ana.ctx, { bytes: png(), fileName: "label.png" });
    const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
    const invoice = await uploadAttachment(ana.ctx, { bytes: pdf, fileName: "发票.pdf" });
    const more = { id, author: "agent" as const, clientMessageId: newId() };
    api.taken.length = 0;
    await sendMessage(ana.ctx, { ...more, text: "Both are here", attachmentIds: [label.id, invoice.id] });
    await runJobs(shop);
    expect(api.texts).toEqual(["Both are here", "<label.png>", "<发票.pdf>"]);
    expect(api.calls.slice(-2).map(({ method }) => method)).toEqual(["sendPhoto", "sendDocument"]);
    const { messages } = await getConversation(shop.ctx, { id });
    expect(messages.at(-1)!.deliveryState).toBe("sent");
  });

  it("without words sends nothing that stands for them", async () => {
    const { id } = await receive({ text: "Hello there" });
    const ana = await addPerson(shop, "agent", { name: "Ana" });
    await takeOverConversation(ana.ctx, { id });
    const { id: file } = await uploadAttachment(ana.ctx, { bytes: png(), fileName: "label.png" });
    api.taken.length = 0;
    await sendMessage(ana.ctx, { id, author: "agent", attachmentIds: [file], clientMessageId: newId() });
    await runJobs(shop);
    expect(api.texts).toEqual(["<label.png>"]);
  });

  it("is refused where the platform takes none, and stays unused", async () => {
    const { id } = await receive({ text: "Hello there" });
    await sql`UPDATE channel_accounts SET kind = 'douyin' WHERE id = ${account.id}`;
    const ana = await addPerson(shop, "agent", { name: "Ana" });
    await takeOverConversation(ana.ctx, { id });
    const file = await uploadAttachment(ana.ctx, { bytes: png(), fileName: "label.png" });
    const sent = sendMessage(ana.ctx, {
      id,
      author: "agent",
      text: "Look",
      attachmentIds: [file.id],
      clientMessageId: newId(),
    });
    await expect(sent).rejects.toMatchObject({
      code: "not_possible",
      details: { reason: "files_not_taken" },
    });
    const [row] = await sql`SELECT conversation_id FROM attachments WHERE id = ${file.id}`;
    expect(row!.conversation_id).toBeNull();
  });
});
