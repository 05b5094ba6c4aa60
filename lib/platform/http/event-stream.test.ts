import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { EventReader } from "@/test/support/event-reader";

const { ownerUrl } = await useTestDatabase();
const { eventStream } = await import("./event-stream");
const { liveHub, publishLive, publishTyping, readLivePosition } = await import("@/lib/platform/live");
const { selectForVisitor } = await import("@/lib/service/conversations");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let stop: AbortController;
beforeEach(async () => {
  shop = await createTestShop(sql);
  stop = new AbortController();
});
afterEach(() => stop.abort());

interface Opening {
  after?: number;
  lastEventId?: string | number;
  select?: Parameters<typeof eventStream>[0]["select"];
  signal?: AbortSignal;
}

function open({
  after,
  lastEventId,
  select = (event) => event,
  signal = stop.signal,
}: Opening = {}): Response {
  const headers = new Headers(lastEventId === undefined ? [] : [["last-event-id", String(lastEventId)]]);
  const request = new Request("http://localhost/stream", { headers, signal });
  return eventStream({ request, ctx: shop.ctx, after, select });
}

const conversationId = newId();
/** A message as verbs announce it: a transaction of its own. */
const publish = (text: string, over: { audience?: "agents"; conversationId?: string; ctx?: Context } = {}) =>
  inTenant(over.ctx ?? shop.ctx, async ({ tx }) =>
    publishLive(tx, {
      conversationId: over.conversationId ?? conversationId,
      type: "message",
      audience: over.audience ?? "everyone",
      payload: { message: { text, author: "customer" } },
    }),
  );
const textsOf = (events: { data: { message: { text: string } } }[]) =>
  events.map(({ data }) => data.message.text);
/** The listeners that the process holds; nothing else can see them. */
const listeners = () =>
  (Reflect.get(liveHub(), "listeners") as Map<string, Set<unknown>>).get(shop.merchantId)?.size ?? 0;
async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; !condition() && i < 200; i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}
/** A listener is there, and the process hears notifications: the first LISTEN takes a connection of its own. */
async function opened(): Promise<void> {
  await until(() => listeners() > 0);
  await Reflect.get(liveHub(), "listening");
}

/** Publishes and waits until the process has heard of it, so that it is the past for whoever comes next. */
async function publishBefore(text: string): Promise<void> {
  const witness = new EventReader(open());
  await opened();
  await publish(text);
  await witness.take(1);
  await witness.cancel();
}

describe("a live stream", () => {
  it("carries what happens after it was opened, with its id and conversation", async () => {
    await publishBefore("before");
    const response = open();
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toContain("no-transform");
    const reader = new EventReader(response);
    await opened();
    await publish("hello 掌柜\n\nevent: forged");
    expect(await reader.next()).toMatchObject({
      id: expect.any(Number),
      type: "message",
      data: { conversationId, message: { text: "hello 掌柜\n\nevent: forged" } },
    });
  });

  it("carries nothing of a transaction that rolled back, and nothing of other shops", async () => {
    const reader = new EventReader(open());
    await opened();
    const failing = inTenant(shop.ctx, async ({ ctx }) => {
      await publish("never happened", { ctx });
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    await publish("elsewhere", { ctx: (await createTestShop(sql)).ctx });
    await publish("happened");
    expect(textsOf(await reader.take(1))).toEqual(["happened"]);
  });

  it("carries typing, which has no id and is not kept", async () => {
    const reader = new EventReader(open());
    await opened();
    const typing = { conversationId, author: "agent" as const, name: "Ana", isTyping: true };
    await inTenant(shop.ctx, ({ tx, ctx }) => publishTyping(tx, ctx, typing));
    const data = { conversationId, author: "agent", name: "Ana", isTyping: true };
    expect(await reader.take(1)).toEqual([{ id: null, type: "typing", data }]);
    expect(await readLivePosition(shop.ctx)).toBeNull();
  });

  it("gives a visitor their conversation without notes", async () => {
    const mine = newId();
    const reader = new EventReader(
      open({ after: 0, select: (event) => selectForVisitor(shop.ctx, event, mine) }),
    );
    await opened();
    await publish("somebody else's");
    await publish("a note", { conversationId: mine, audience: "agents" });
    await publish("for you", { conversationId: mine });
    expect(textsOf(await reader.take(1))).toEqual(["for you"]);
  });
});

describe("a stream that comes back", () => {
  const publishAll = async (...texts: string[]) => {
    for (const text of texts) await publish(text);
  };

  it("gets exactly what it missed, in order, and then goes on live", async () => {
    const first = new EventReader(open({ after: 0 }));
    await publishAll("1", "2", "3");
    const [, second] = await first.take(3);
    await first.cancel();
    await publishAll("4", "5");
    const resumed = new EventReader(open({ lastEventId: second!.id! }));
    await opened();
    const missed = await resumed.take(3);
    await publish("6");
    expect(textsOf([...missed, ...(await resumed.take(1))])).toEqual(["3", "4", "5", "6"]);
  });

  it("prefers the header, which the browser keeps current, to the address", async () => {
    await publishAll("1", "2");
    const position = (await readLivePosition(shop.ctx))!;
    await publish("3");
    const reader = new EventReader(open({ after: 0, lastEventId: position }));
    expect(textsOf(await reader.take(1))).toEqual(["3"]);
  });

  it("is reset where it cannot resume, and then goes on live", async () => {
    await publishBefore("old");
    const reader = new EventReader(open({ lastEventId: 99_999_999 }));
    expect(await reader.next()).toEqual({ id: null, type: "reset", data: {} });
    await publish("new");
    expect(textsOf(await reader.take(1))).toEqual(["new"]);
  });

  it("is reset after another shop's event, or one that was purged, or a thousand missed", async () => {
    const other = await createTestShop(sql);
    await publish("theirs", { ctx: other.ctx });
    const theirs = (await readLivePosition(other.ctx))!;
    await publishAll("1", "2");
    const mine = (await readLivePosition(shop.ctx))!;
    await sql`DELETE FROM stream_events WHERE merchant_id = ${shop.merchantId} AND id = ${mine}`;
    for (const lastEventId of [theirs, mine])
      expect(await new EventReader(open({ lastEventId })).next()).toMatchObject({ type: "reset" });
    await sql`INSERT INTO stream_events (merchant_id, conversation_id, type, audience, payload)
      SELECT ${shop.merchantId}, ${conversationId}, 'message', 'everyone', '{}' FROM generate_series(1, 1001)`;
    const [{ id: first }] = (await sql`SELECT min(id) AS id FROM stream_events
      WHERE merchant_id = ${shop.merchantId}`) as unknown as [{ id: string }];
    expect(await new EventReader(open({ lastEventId: first })).next()).toMatchObject({ type: "reset" });
  });

  it.each(["abc", "1.5", "1e400"])("with the id %s goes on from now", async (lastEventId) => {
    await publishBefore("old");
    const reader = new EventReader(open({ lastEventId }));
    await opened();
    await publish("new");
    expect(textsOf(await reader.take(1))).toEqual(["new"]);
  });
});

describe("many at once", () => {
  it("200 parallel transactions arrive completely, in the order of their ids, at every reader", async () => {
    const readers = [0, 1, 2].map(() => new EventReader(open()));
    await until(() => listeners() === 3);
    await Promise.all(Array.from({ length: 200 }, (_, i) => publish(String(i))));
    for (const reader of readers) {
      const events = await reader.take(200);
      const ids = events.map(({ id }) => id!);
      expect(ids).toEqual(ids.toSorted((x, y) => x - y));
      expect(new Set(textsOf(events)).size).toBe(200);
    }
  });

  it("long and short ones keep their order, though only the short ones travel with their notification", async () => {
    const reader = new EventReader(open());
    await until(() => listeners() === 1);
    const sent = Array.from({ length: 12 }, (_, at) =>
      at % 3 === 0 ? `${at} ${"很长".repeat(3_000)}` : String(at),
    );
    for (const text of sent) await publish(text);
    expect(textsOf(await reader.take(sent.length))).toEqual(sent);
  });

  it("all of one transaction come in the order in which they were announced", async () => {
    const reader = new EventReader(open());
    await until(() => listeners() === 1);
    const sent = Array.from({ length: 90 }, (_, at) => String(at));
    await inTenant(shop.ctx, async ({ tx }) => {
      for (const text of sent) {
        const payload = { message: { text, author: "customer" } };
        publishLive(tx, { conversationId, type: "message", audience: "everyone", payload });
      }
    });
    expect(textsOf(await reader.take(sent.length))).toEqual(sent);
  });

  it("a reader that resumes in the middle of it misses nothing and gets nothing twice", async () => {
    const writing = Array.from({ length: 100 }, (_, i) => publish(String(i)));
    await writing[10];
    const reader = new EventReader(open({ after: 0 }));
    await Promise.all(writing);
    const texts = textsOf(await reader.take(100));
    expect(new Set(texts).size).toBe(100);
  });
});

describe("the end of a stream", () => {
  it.each(["abort", "cancel"])("by %s takes its listener away", async (how) => {
    const reader = new EventReader(open());
    await opened();
    if (how === "abort") stop.abort();
    else await reader.cancel();
    await until(() => listeners() === 0);
    await publish("nobody listens");
  });

  it("before it began leaves no listener either", async () => {
    stop.abort();
    expect(await new EventReader(open()).drain()).toBe(0);
    await until(() => listeners() === 0);
    const early = new AbortController();
    const response = open({ signal: early.signal });
    early.abort();
    expect(await new EventReader(response).drain()).toBe(0);
    const cancelled = open({ signal: new AbortController().signal });
    await cancelled.body!.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(listeners()).toBe(0);
  });

  it("comes when notifications may have been missed, so that the client resumes", async () => {
    const reader = new EventReader(open());
    await opened();
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query ILIKE 'listen %'`;
    expect(await reader.drain()).toBe(0);
    await until(() => listeners() === 0);
    const again = new EventReader(open({ after: 0 }));
    await publish("after the gap");
    expect(textsOf(await again.take(1))).toEqual(["after the gap"]);
  });
});
