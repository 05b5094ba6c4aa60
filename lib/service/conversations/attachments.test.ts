import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { eraseCustomer, exportCustomer } from "@/lib/data/customers";
import { purgeExpiredJob } from "@/lib/platform/jobs/purge-expired";
import { useTestDatabase } from "@/test/database";
import { type Call, callRoute, request } from "@/test/support/call-route";
import type { Browser, ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";
import { jpeg, mp4Box, png } from "@/test/support/picture-files";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { getConversation, getVisitorConversation, openVisitorSession, sendMessage, sendVisitorMessage } =
  await import(".");
const { takeOverConversation } = await import("./change-owner");
const { signVisitorToken } = await import("@/lib/platform/auth/visitor-token");
const { openSignedAttachment, signAttachmentAddress } = await import("@/lib/platform/attachments");
const { POST: upload } = await import("@/app/api/v1/attachments/route");
const { GET: serve } = await import("@/app/api/v1/attachments/[id]/route");
const { POST: uploadAsVisitor } = await import("@/app/api/v1/widget/attachments/route");
const { GET: serveVisitor } = await import("@/app/api/v1/widget/attachments/[id]/route");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let other: ChatShop;
let ana: Person;
let key: string;
beforeAll(async () => {
  shop = await openChatShop(sql);
  other = await openChatShop(sql);
  ana = await addPerson(shop, "agent", { name: "Ana" });
  key = await shop.createApiKey();
});

const PICTURE = png();
function form(bytes: Uint8Array, name = "damage.png"): FormData {
  const body = new FormData();
  body.append("file", new Blob([bytes as BlobPart]), name);
  return body;
}
const tokenOf = ({ claims }: Browser) => signVisitorToken(claims);
async function give(browser: Browser, bytes: Uint8Array = PICTURE, name?: string, more: Call = {}) {
  return callRoute(uploadAsVisitor, { key: await tokenOf(browser), body: form(bytes, name), ...more });
}
const say = (browser: Browser, attachmentIds: string[], text = "") =>
  sendVisitorMessage(browser.ctx, { text, attachmentIds, clientMessageId: newId() });
const fetchSigned = (address: string, headers: Record<string, string> = {}) => {
  const url = new URL(address, "http://localhost");
  return request(serveVisitor, {
    params: { id: url.pathname.split("/").at(-1)! },
    query: url.search,
    headers,
  });
};
/** By the clock of the routes: addresses have their time. */
const readAs = async ({ ctx }: Browser) =>
  (await getVisitorConversation({ ...ctx, now: () => new Date() }))!.messages;
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error) => error.code as string,
  );

describe("a visitor's picture", () => {
  it("is uploaded, sent without words, and seen by both sides with its size", async () => {
    const browser = await shop.openBrowser();
    const uploaded = await give(browser, PICTURE, "../../etc/shot.PNG");
    expect([uploaded.status, uploaded.json]).toMatchObject([201, { kind: "image", fileName: "shot.png" }]);
    const { id, width, height } = uploaded.json;
    const { message } = await say(browser, [id]);
    expect(message).toMatchObject({ hasWords: false, attachmentIds: [id] });
    const desk = await getConversation(shop.ctx, { id: (await getVisitorConversation(browser.ctx))!.id });
    expect(desk.messages[0]!.attachments).toMatchObject([
      { id, kind: "image", mimeType: "image/png", width, height, url: `/api/v1/attachments/${id}` },
    ]);
    const [seen] = await readAs(browser);
    const answer = await fetchSigned(seen!.attachments[0]!.url);
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(uploaded.json.sha256);
  });

  it("goes with words, which are understood", async () => {
    const browser = await shop.openBrowser();
    const { json } = await give(browser);
    const { message } = await say(browser, [json.id], "Where is my order HP-20431?");
    expect(message).toMatchObject({ hasWords: true, intent: "order_tracking", attachmentIds: [json.id] });
  });

  it("is stored once when the message is sent twice", async () => {
    const browser = await shop.openBrowser();
    const { json } = await give(browser);
    const message = { text: "", attachmentIds: [json.id], clientMessageId: newId() };
    const first = await sendVisitorMessage(browser.ctx, message);
    expect((await sendVisitorMessage(browser.ctx, message)).message.id).toBe(first.message.id);
  });

  it("cannot be sent by anybody else, in another shop, or a second time", async () => {
    const [mine, theirs] = [await shop.openBrowser(), await shop.openBrowser()];
    const { json } = await give(mine);
    const foreign = await other.openBrowser();
    for (const thief of [theirs, foreign]) expect(await code(say(thief, [json.id]))).toBe("invalid_input");
    const chat = await shop.customerChat("li");
    const byKey = {
      id: chat.id,
      author: "customer" as const,
      attachmentIds: [json.id],
      clientMessageId: newId(),
    };
    const program = shop.as({ type: "api_key", id: newId(), name: "k", scopes: ["conversations:write"] });
    expect(await code(sendMessage(program, byKey))).toBe("invalid_input");
    expect(await code(say(mine, [json.id, json.id]))).toBe("invalid_input");
    await say(mine, [json.id]);
    expect(await code(say(mine, [json.id]))).toBe("invalid_input");
    expect(await code(say(mine, [newId()]))).toBe("invalid_input");
  });

  it("is unused again when the message is not stored", async () => {
    const browser = await shop.openBrowser();
    const { json } = await give(browser);
    expect(await code(say(browser, [json.id, newId()]))).toBe("invalid_input");
    expect((await say(browser, [json.id])).message.attachmentIds).toEqual([json.id]);
  });

  it("is the same for the same Idempotency-Key, and another name under it is refused", async () => {
    const browser = await shop.openBrowser();
    const headers = { "idempotency-key": newId() };
    const first = await give(browser, PICTURE, "a.png", { headers });
    expect((await give(browser, PICTURE, "a.png", { headers })).json).toEqual(first.json);
    expect((await give(browser, PICTURE, "b.png", { headers })).json.code).toBe("idempotency_key_reused");
  });
});

describe("what is taken", () => {
  const text = (words: string) => Buffer.from(words, "latin1");
  it.each([
    [
      "a drawing that could run",
      text("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
      415,
    ],
    ["a page under a picture's name", text("<!doctype html><script>1</script>"), 415],
    ["a program", text("MZ\x90\0\x03"), 415],
    ["nothing", Buffer.alloc(0), 415],
    ["half a picture", PICTURE.subarray(0, 30), 422],
    ["a video that is none", mp4Box("ftyp", text("isom")), 422],
  ])("is not %s", async (_, bytes, status) => {
    const answer = await give(await shop.openBrowser(), bytes, "cat.png");
    expect(answer.status).toBe(status);
    expect(await sql`SELECT 1 FROM attachments WHERE size_bytes = ${bytes.byteLength}`).toHaveLength(0);
  });

  it("of a picture that is a page too, only the picture is kept", async () => {
    const polyglot = Buffer.concat([PICTURE, text("<script>alert(1)</script>")]);
    const browser = await shop.openBrowser();
    const { json } = await give(browser, polyglot, "x.html");
    expect(json).toMatchObject({ mimeType: "image/png", fileName: "x.html.png" });
    const { message } = await say(browser, [json.id]);
    const answer = await callRoute(serve, { key, params: { id: message.attachmentIds[0]! } });
    expect(answer.text).not.toContain("script");
  });

  it("of a photo, where and when it was taken is not kept", async () => {
    const browser = await shop.openBrowser();
    const photo = jpeg({
      segments: [Buffer.concat([Buffer.from([0xff, 0xe1, 0, 10]), text("secretXX")])],
    } as never);
    const { json, status } = await give(browser, photo, "p.jpg");
    expect(status).toBe(201);
    await say(browser, [json.id]);
    expect((await callRoute(serve, { key, params: { id: json.id } })).text).not.toContain("secretXX");
  });

  it("ends with the limit, whatever a sender says of the length", async () => {
    let sent = 0;
    const head = text('--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n');
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(sent === 0 ? new Uint8Array(head) : new Uint8Array(1024 * 1024));
        sent += 1;
        if (sent === 60) controller.close();
      },
    });
    const answer = await uploadAsVisitor(
      new (await import("next/server")).NextRequest("http://localhost/api/v1/widget/attachments", {
        method: "POST",
        headers: {
          authorization: `Bearer ${await tokenOf(await shop.openBrowser())}`,
          "content-type": "multipart/form-data; boundary=b",
        },
        body,
        duplex: "half",
      } as never),
      { params: Promise.resolve({}) },
    );
    expect(answer.status).toBe(413);
  });

  it("is refused after so many that were not sent", async () => {
    const browser = await shop.openBrowser();
    for (let count = 0; count < 20; count++) expect((await give(browser)).status).toBe(201);
    const refused = await give(browser);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "3600"]);
  });
});

describe("an address", () => {
  async function sent(bytes: Uint8Array = PICTURE, name?: string) {
    const browser = await shop.openBrowser();
    const { json } = await give(browser, bytes, name);
    await say(browser, [json.id]);
    const [message] = await readAs(browser);
    return { browser, file: json, url: message!.attachments[0]!.url };
  }

  it("says what it serves, and that nothing runs in it", async () => {
    const { url, file } = await sent();
    const { headers } = await fetchSigned(url);
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/png",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "cross-origin",
      "content-disposition": "inline; filename*=UTF-8''damage.png",
      "cache-control": "private, max-age=3600",
      etag: `"${file.sha256}"`,
    });
    const desk = await callRoute(serve, { key, params: { id: file.id } });
    expect(desk.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect((await fetchSigned(url, { "if-none-match": `"${file.sha256}"` })).status).toBe(304);
  });

  it("gives a document to be saved", async () => {
    const pdf = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
    const { url } = await sent(pdf, "发票'1.pdf");
    const { headers } = await fetchSigned(url);
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent("发票")}%271.pdf`,
    );
  });

  it("gives pieces, across the parts in which a file is kept", async () => {
    const pdf = Buffer.alloc(1_200_000, "ab cd ");
    pdf.write("%PDF-1.4\n");
    pdf.write("\n%%EOF\n", pdf.length - 7);
    const { url } = await sent(pdf, "long.pdf");
    const piece = async (range: string) => {
      const answer = await fetchSigned(url, { range });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return { status: answer.status, range: answer.headers.get("content-range"), bytes };
    };
    const middle = await piece("bytes=524280-1048590");
    expect([middle.status, middle.range]).toEqual([206, "bytes 524280-1048590/1200000"]);
    expect(middle.bytes.equals(pdf.subarray(524_280, 1_048_591))).toBe(true);
    expect((await piece("bytes=-5")).bytes.equals(pdf.subarray(-5))).toBe(true);
    expect((await piece("bytes=1199990-")).bytes.equals(pdf.subarray(1_199_990))).toBe(true);
    expect(await piece("bytes=1200000-")).toMatchObject({ status: 416, range: "bytes */1200000" });
    for (const odd of ["bytes=5-2", "bytes=a-b", "bytes=0-1,3-4", "lines=1-2"])
      expect(await piece(odd)).toMatchObject({ status: 200, range: null });
  });

  it("holds for its file, its shop and its time alone", async () => {
    const { url, file } = await sent();
    const address = new URL(url, "http://localhost");
    const changed = (name: string, value: string) => {
      const query = new URLSearchParams(address.search);
      query.set(name, value);
      return callRoute(serveVisitor, { params: { id: file.id }, query: `?${query}` });
    };
    const later = String(Number(address.searchParams.get("until")) + 3_600);
    expect((await changed("until", later)).status).toBe(401);
    expect((await changed("shop", other.merchantId)).status).toBe(401);
    expect((await changed("signature", "A".repeat(43))).status).toBe(401);
    const elsewhere = await sent();
    const query = address.search;
    expect((await callRoute(serveVisitor, { params: { id: elsewhere.file.id }, query })).status).toBe(401);
    const past = new URL(signAttachmentAddress(shop.merchantId, file.id, new Date("2026-01-01")), "http://h");
    const [until, signature] = [Number(past.searchParams.get("until")), past.searchParams.get("signature")!];
    const expired = openSignedAttachment(shop.ctx, { id: file.id, shop: shop.merchantId, until, signature });
    expect(await code(expired)).toBe("unauthenticated");
  });

  it("shows nobody what was not sent, and no other shop what was", async () => {
    const browser = await shop.openBrowser();
    const { json } = await give(browser);
    expect((await callRoute(serve, { key, params: { id: json.id } })).status).toBe(404);
    const { file } = await sent();
    const foreignKey = await other.createApiKey();
    expect((await callRoute(serve, { key: foreignKey, params: { id: file.id } })).status).toBe(404);
  });
});

describe("an agent's file", () => {
  it("reaches the visitor, alone or with words", async () => {
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("你好");
    const { id } = conversation;
    await takeOverConversation(ana.ctx, { id });
    const { json } = await callRoute(upload, { key, body: form(PICTURE, "label.png") });
    const byAnother = { id, author: "agent" as const, attachmentIds: [json.id], clientMessageId: newId() };
    expect(await code(sendMessage(ana.ctx, byAnother))).toBe("invalid_input");
    const { uploadAttachment } = await import("@/lib/platform/attachments");
    const own = await uploadAttachment(ana.ctx, { bytes: PICTURE, fileName: "label.png" });
    const { message } = await sendMessage(ana.ctx, { ...byAnother, attachmentIds: [own.id] });
    expect(message).toMatchObject({ author: "agent", hasWords: false, attachmentIds: [own.id] });
    const seen = (await readAs(browser)).at(-1)!;
    expect(seen).toMatchObject({ author: "agent", attachments: [{ id: own.id, kind: "image" }] });
    expect((await fetchSigned(seen.attachments[0]!.url)).status).toBe(200);
    const nothing = { id, author: "agent" as const, text: "  ", clientMessageId: newId() };
    expect(await code(sendMessage(ana.ctx, nothing))).toBe("invalid_input");
  });
});

describe("what is over", () => {
  it("is deleted: after a day what was not sent", async () => {
    const browser = await shop.openBrowser();
    const [old, fresh, used] = [await give(browser), await give(browser), await give(browser)];
    await say(browser, [used.json.id]);
    const ids = [old, fresh, used].map(({ json }) => json.id as string);
    await sql`UPDATE attachments SET created_at = now() WHERE id = ${ids[1]!}`;
    await sql`UPDATE attachments SET created_at = now() - interval '25 hours' WHERE id IN ${sql([ids[0]!, ids[2]!])}`;
    await purgeExpiredJob.run(shop.merchantId, {}, newId(), new AbortController().signal);
    const left = await sql`SELECT id FROM attachments WHERE id IN ${sql(ids)}`;
    expect(left.map(({ id }) => id).sort()).toEqual([ids[1], ids[2]].sort());
    expect(await sql`SELECT 1 FROM attachment_parts WHERE attachment_id = ${ids[0]!}`).toHaveLength(0);
  });

  it("is deleted with the person who is erased", async () => {
    const browser = await shop.openBrowser("wang");
    const { json } = await give(browser);
    await say(browser, [json.id]);
    const exported = await exportCustomer(shop.ctx, { id: shop.customers.wang });
    expect(JSON.stringify(exported)).toContain(json.id);
    await eraseCustomer(shop.ctx, { id: shop.customers.wang });
    expect(await sql`SELECT 1 FROM attachment_parts WHERE attachment_id = ${json.id}`).toHaveLength(0);
    expect((await callRoute(serve, { key, params: { id: json.id } })).status).toBe(404);
  });
});

it("a shop that hides personal data takes no files in its chat", async () => {
  const { createWidgetKey } = await import("@/lib/platform/shop");
  const widget = await createWidgetKey(shop.ctx);
  await sql`UPDATE widget_keys SET mask_personal_data = true WHERE id = ${widget.id}`;
  const session = await openVisitorSession(
    { widgetKey: widget.key },
    { origin: null, known: null, requestId: newId() },
  );
  expect(session.takesFiles).toBe(false);
});
