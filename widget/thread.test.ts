import { expect, test } from "vitest";
import type { VisitorMessageDto } from "@/lib/service/conversations/schemas";
import { awaitsRating, countUnread, mergeMessages, toUnsentItem } from "./thread";

function message(id: string, second: number, more: Partial<VisitorMessageDto> = {}): VisitorMessageDto {
  const createdAt = new Date(Date.UTC(2026, 10, 23, 10, 0, second)).toISOString();
  return {
    id,
    clientMessageId: null,
    author: "bot",
    authorName: null,
    text: id,
    activity: null,
    voiceSeconds: null,
    hasWords: true,
    attachments: [],
    createdAt,
    ...more,
  };
}

const unsent = { clientMessageId: "c-1", text: "hola", createdAt: "2026-11-23T09:00:00.000Z" };

test("a sent message becomes the stored one under the same key, whichever news comes first", () => {
  const stored = message("m-1", 5, { author: "customer", clientMessageId: "c-1", text: "hola" });
  const items = mergeMessages([toUnsentItem(unsent, "sending")], [stored]);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ key: "c-1", id: "m-1", state: "stored" });
  expect(mergeMessages(items, [stored, message("m-2", 6)]).map((item) => item.key)).toEqual(["c-1", "m-2"]);
});

test("messages stand in the desk's order, and what is not stored yet at the end", () => {
  const items = mergeMessages([toUnsentItem(unsent, "failed")], [message("m-3", 9), message("m-2", 8)]);
  expect(items.map((item) => item.key)).toEqual(["m-2", "m-3", "c-1"]);
});

test("an agent's name is not lost when the same message comes again without it", () => {
  const named = mergeMessages([], [message("m-1", 1, { author: "agent", authorName: "林晓" })]);
  expect(mergeMessages(named, [message("m-1", 1, { author: "agent" })])[0]?.authorName).toBe("林晓");
});

test("only what the desk wrote after the last look is unread", () => {
  const own = message("m-4", 40, { author: "customer", clientMessageId: "c-4" });
  const items = mergeMessages([], [message("m-1", 10), message("m-2", 20), message("m-3", 30), own]);
  expect(countUnread(items, message("", 10).createdAt)).toBe(2);
  expect(countUnread(items, null)).toBe(0);
});

test("a closed conversation asks for a rating once per ending", () => {
  const activity = (id: string, second: number, type: "resolved" | "rated" | "reopened") =>
    message(id, second, { author: "activity", activity: { type } });
  const closed = mergeMessages([], [message("m-1", 1), activity("m-2", 2, "resolved")]);
  expect(awaitsRating(closed)).toBe(true);
  const rated = mergeMessages(closed, [activity("m-3", 3, "rated")]);
  expect(awaitsRating(rated)).toBe(false);
  const again = mergeMessages(rated, [activity("m-4", 4, "reopened"), activity("m-5", 5, "resolved")]);
  expect(awaitsRating(again)).toBe(true);
});
