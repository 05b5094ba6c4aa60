import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import type {
  ConversationDto,
  ConversationSummaryDto,
  MessageDto,
} from "@/lib/service/conversations/schemas";
import {
  applyConversation,
  applyMessage,
  applyState,
  keys,
  type ListData,
  mergeMessages,
} from "./inbox-cache";

const ME = "0192fd0d-0000-7000-8000-00000000000a";
const WAITING = { view: "needs_person", q: "" } as const;
const MINE = { view: "mine", q: "" } as const;

function summary(id: string, at: string): ConversationSummaryDto {
  return {
    id,
    channel: "web",
    status: "open",
    owner: "human",
    customerId: null,
    customerName: null,
    assigneeId: null,
    assigneeName: null,
    language: "zh",
    intent: null,
    confidence: null,
    sentiment: null,
    slots: {},
    handoffReason: "asked_for_human",
    waitingSince: at,
    snoozedUntil: null,
    due: null,
    rating: null,
    labels: [],
    hasUnreadMention: false,
    lastMessage: { author: "customer", preview: id, createdAt: at },
    createdAt: at,
    updatedAt: at,
  };
}

function message(id: string, author: MessageDto["author"], createdAt: string): MessageDto {
  return {
    id,
    clientMessageId: null,
    author,
    authorName: null,
    text: `text of ${id}`,
    activity: null,
    createdAt,
    language: null,
    intent: null,
    confidence: null,
    alternatives: [],
    sentiment: null,
    correction: null,
    sources: [],
    mentions: [],
    deliveryState: "sent",
    voice: null,
    attachments: [],
    attachmentIds: [],
    hasWords: true,
  };
}

let client: QueryClient;
const ids = (scope: typeof WAITING | typeof MINE) =>
  client.getQueryData<ListData>(keys.list(scope))?.pages.flatMap((page) => page.data.map(({ id }) => id));
const rows = () => client.getQueryData<ListData>(keys.list(WAITING))!.pages.flatMap((page) => page.data);

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData<ListData>(keys.list(WAITING), {
    pages: [
      {
        data: [summary("c3", "2026-01-01T10:03:00Z"), summary("c2", "2026-01-01T10:02:00Z")],
        nextCursor: "x",
      },
      { data: [summary("c1", "2026-01-01T10:01:00Z")], nextCursor: null },
    ],
    pageParams: [null, "x"],
  });
  client.setQueryData<ConversationDto>(keys.one("c1"), {
    ...summary("c1", "2026-01-01T10:01:00Z"),
    messages: [message("m1", "customer", "2026-01-01T10:01:00Z")],
    scheduled: [],
    handoff: null,
  });
});

describe("messages", () => {
  it("stand in order, each once, however often and late they arrive", () => {
    const [one, two, three] = [1, 2, 3].map((n) => message(`m${n}`, "customer", `2026-01-01T10:0${n}:00Z`));
    expect(mergeMessages([three!, one!], [two!, one!]).map(({ id }) => id)).toEqual(["m1", "m2", "m3"]);
  });

  it("move their conversation to the top, across pages, and change its preview", () => {
    applyMessage(client, "c1", message("m2", "customer", "2026-01-01T10:09:00Z"));
    expect(ids(WAITING)).toEqual(["c1", "c3", "c2"]);
    expect(rows()[0]?.lastMessage.preview).toBe("text of m2");
    expect(client.getQueryData<ConversationDto>(keys.one("c1"))?.messages).toHaveLength(2);
  });

  it("of the bot, notes and activities leave the preview alone", () => {
    for (const author of ["bot", "note", "activity"] as const)
      applyMessage(client, "c1", message(author, author, "2026-01-01T10:09:00Z"));
    expect(ids(WAITING)).toEqual(["c3", "c2", "c1"]);
    expect(client.getQueryData<ConversationDto>(keys.one("c1"))?.messages).toHaveLength(4);
  });

  it("that are older than the preview do not bring it back", () => {
    applyMessage(client, "c3", message("m0", "customer", "2026-01-01T09:00:00Z"));
    expect(rows()[0]?.lastMessage.preview).toBe("c3");
  });
});

describe("changes of state", () => {
  it("take a conversation out of a tab to which it no longer belongs", () => {
    applyState(client, "c2", { status: "open", owner: "human", assigneeId: ME }, ME);
    expect(ids(WAITING)).toEqual(["c3", "c1"]);
  });

  it("keep it in a tab to which it belongs, and stop the waiting clock", () => {
    client.setQueryData<ListData>(keys.list(MINE), {
      pages: [{ data: [{ ...summary("c2", "2026-01-01T10:02:00Z"), assigneeId: ME }], nextCursor: null }],
      pageParams: [null],
    });
    applyState(client, "c2", { status: "open", owner: "human", assigneeId: ME }, ME);
    expect(ids(MINE)).toEqual(["c2"]);
    expect(client.getQueryData<ListData>(keys.list(MINE))?.pages[0]?.data[0]?.waitingSince).toBeNull();
  });

  it("narrow a list by label, and keep what is due first in it", () => {
    const vip = { id: "l1", name: "VIP", color: "amber" as const };
    const scope = { view: "needs_person", q: "", order: "due", label: vip.id } as const;
    const row = (id: string, dueAt: string) => ({
      ...summary(id, "2026-01-01T10:00:00Z"),
      labels: [vip],
      due: { kind: "first_response" as const, at: dueAt },
    });
    const listed = [row("c1", "2026-01-01T11:00:00Z"), row("c2", "2026-01-01T12:00:00Z")];
    client.setQueryData<ListData>(keys.list(scope), {
      pages: [{ data: listed, nextCursor: null }],
      pageParams: [null],
    });
    const idsNow = () =>
      client.getQueryData<ListData>(keys.list(scope))?.pages.flatMap(({ data }) => data.map(({ id }) => id));
    applyMessage(client, "c2", message("m2", "customer", "2026-01-01T10:09:00Z"));
    expect(idsNow()).toEqual(["c1", "c2"]);
    applyConversation(client, { ...listed[0]!, labels: [], messages: [], scheduled: [], handoff: null }, ME);
    expect(idsNow()).toEqual(["c2"]);
    expect(ids(WAITING)).toEqual(["c2", "c3", "c1"]);
  });

  it("from the server's answer keep a message that came live in the meantime", () => {
    applyMessage(client, "c1", message("m2", "customer", "2026-01-01T10:09:00Z"));
    const answer = {
      ...summary("c1", "2026-01-01T10:01:00Z"),
      messages: [message("m1", "customer", "2026-01-01T10:01:00Z")],
      scheduled: [],
      handoff: null,
    };
    applyConversation(client, answer, ME);
    expect(client.getQueryData<ConversationDto>(keys.one("c1"))?.messages.map(({ id }) => id)).toEqual([
      "m1",
      "m2",
    ]);
  });
});
