import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { request } from "@/test/support/call-route";
import type { Browser, ChatShop } from "@/test/support/chat-shop";
import { EventReader } from "@/test/support/event-reader";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { announceVisitorTyping, handBackConversation, openVisitorSession, selectForVisitor } = await import(
  "."
);
const { createWidgetKey, listWidgetKeys, setMaskPersonalData, setTypingPreview } = await import(
  "@/lib/platform/shop"
);
const { liveHub } = await import("@/lib/platform/live");
const stream = await import("@/app/api/v1/conversations/stream/route");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

type Seen = Parameters<Parameters<ReturnType<typeof liveHub>["subscribe"]>[1]["onEvents"]>[0][number];
let shop: ChatShop;
let browser: Browser;
let seen: Seen[];
let unsubscribe: () => void;
const SECRET = "my secret is";

beforeAll(async () => {
  shop = await openChatShop(sql);
});
beforeEach(async () => {
  browser = await shop.openBrowser();
  await browser.say("human");
  seen = [];
  const onEvents = (events: readonly Seen[]) => void seen.push(...events);
  unsubscribe = await liveHub().subscribe(shop.merchantId, { onEvents, onGap: () => {} });
});
afterEach(() => unsubscribe());

const write = (text: string | undefined, isTyping = true) =>
  announceVisitorTyping(browser.ctx, { isTyping, ...(text === undefined ? {} : { text }) });
/** A typing event follows each call, so what was announced before it has arrived. */
async function previews(): Promise<unknown[]> {
  await write(undefined, false);
  await expect.poll(() => seen.findLast(({ type }) => type === "typing")?.payload.isTyping).toBe(false);
  return seen.filter(({ type }) => type === "preview").map(({ payload }) => payload.text);
}

describe("what a visitor is writing", () => {
  it("is shown to nobody unless the shop has switched it on", async () => {
    await write(SECRET);
    expect(await previews()).toEqual([]);
  });

  it("is shown to agents while a person has the chat, and taken away", async () => {
    await setTypingPreview(shop.ctx, { isOn: true });
    await write(SECRET);
    await write("");
    expect(await previews()).toEqual([SECRET, ""]);
    const [event] = seen.filter(({ type }) => type === "preview");
    expect(event).toMatchObject({ audience: "agents", id: null });
    expect(selectForVisitor(shop.ctx, event!, event!.conversationId)).toBeNull();
  });

  it("is not shown while the bot answers", async () => {
    const id = seen[0]?.conversationId ?? (await browser.say("hello?")).conversation.id;
    await handBackConversation(shop.ctx, { id });
    await write(SECRET);
    expect(await previews()).toEqual([]);
  });

  it("is kept nowhere", async () => {
    await write(SECRET);
    await previews();
    const tables = await sql`
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    for (const { table_name: table } of tables) {
      const held = await sql`
        SELECT 1 FROM ${sql(table)} t WHERE t::text LIKE ${`%${SECRET}%`} LIMIT 1`;
      expect([table, held.length]).toEqual([table, 0]);
    }
  });

  it("is refused where it is longer than the desk shows", async () => {
    await expect(write("x".repeat(501))).rejects.toMatchObject({
      code: "invalid_input",
      issues: [{ path: "text", message: "Send the last 500 characters only." }],
    });
  });

  it("reaches streams that may answer, and none that may only read", async () => {
    const keys = [
      await shop.createApiKey(["conversations:read", "conversations:write"]),
      await shop.createApiKey(["conversations:read"]),
    ];
    const abort = new AbortController();
    const open = async (key: string) =>
      new EventReader(await request(stream.GET, { key, signal: abort.signal }));
    const [agent, viewer] = [await open(keys[0]!), await open(keys[1]!)];
    await write(SECRET);
    await write(undefined, false);
    const types = async (reader: EventReader, count: number) =>
      (await reader.take(count)).map(({ type }) => type);
    expect(await types(agent, 3)).toEqual(["typing", "preview", "typing"]);
    expect(await types(viewer, 2)).toEqual(["typing", "typing"]);
    abort.abort();
  });

  it("is told to the widget with the session, and never shown by a key that hides personal data", async () => {
    const key = await createWidgetKey(shop.ctx);
    const open = () =>
      openVisitorSession({ widgetKey: key.key }, { origin: null, known: null, requestId: "r" });
    expect((await open()).showsTyping).toBe(true);
    const { id } = (await listWidgetKeys(shop.ctx)).find((one) => one.key === key.key)!;
    await setMaskPersonalData(shop.ctx, { id, maskPersonalData: true });
    expect((await open()).showsTyping).toBe(false);
    await setMaskPersonalData(shop.ctx, { id, maskPersonalData: false });
    await setTypingPreview(shop.ctx, { isOn: false });
    expect((await open()).showsTyping).toBe(false);
    const [entry] = await sql`SELECT action FROM audit_log WHERE action = 'shop.typing_preview_set'`;
    expect(entry).toBeDefined();
  });
});
