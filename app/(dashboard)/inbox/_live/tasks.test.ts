import { describe, expect, it } from "vitest";
import type { MessageDto } from "@/lib/service/conversations/schemas";
import { readTasks } from "./tasks";

function said(author: MessageDto["author"], more: Partial<MessageDto> = {}): MessageDto {
  return {
    id: crypto.randomUUID(),
    clientMessageId: null,
    author,
    authorName: null,
    text: "",
    activity: null,
    createdAt: "2026-01-01T10:00:00Z",
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
    ...more,
  };
}

const tracking = said("customer", { intent: "order_tracking", confidence: 0.9 });
const fact = said("bot", { sources: [{ type: "order", id: "o", label: "HP-1" }] });
const refund = said("customer", { intent: "refund_request", confidence: 0.8 });

describe("what a customer has asked about", () => {
  it("is answered once the bot has given a fact, and open before", () => {
    expect(readTasks([tracking, fact, refund], { owner: "bot", assigneeId: null })).toEqual([
      { intent: "order_tracking", state: "answered" },
      { intent: "refund_request", state: "withBot" },
    ]);
  });

  it("names who has what is open", () => {
    expect(readTasks([refund], { owner: "human", assigneeId: null })[0]?.state).toBe("withPerson");
    expect(readTasks([refund], { owner: "human", assigneeId: "a" })[0]?.state).toBe("inHand");
  });

  it("leaves out small talk and guesses, and lists a repeated question once", () => {
    const hello = said("customer", { intent: "greeting", confidence: 0.99 });
    const guess = said("customer", { intent: "invoice", confidence: 0.2 });
    expect(readTasks([hello, guess, refund, refund], { owner: "bot", assigneeId: null })).toHaveLength(1);
  });
});
