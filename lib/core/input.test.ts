import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError, ERROR_STATUS, notFound } from "./errors";
import { isId, newId } from "./ids";
import { decodeCursor, decodeInstantCursor, encodeCursor, pageInput, toPage } from "./pagination";
import { parseInput } from "./parse";

const rejection = (work: () => unknown): AppError => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("Nothing was thrown.");
};

describe("errors", () => {
  it("know their status, issues and cause", () => {
    const cause = new Error("inner");
    const issues = [{ path: "items.0.price", message: "Too low." }];
    const error = new AppError("invalid_input", "Not valid.", { issues, cause, retryAfterSeconds: 3 });
    expect(error).toMatchObject({ status: 422, issues, cause, retryAfterSeconds: 3, name: "AppError" });
    expect(notFound("order")).toMatchObject({ status: 404, message: "There is no such order." });
  });

  it("have a client's or a server's status for every code", () => {
    for (const status of Object.values(ERROR_STATUS)) expect(status >= 400 && status < 600).toBe(true);
  });
});

describe("ids", () => {
  it("are UUIDv7 and follow time", () => {
    const ids = Array.from({ length: 200 }, newId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
    expect(isId("not-an-id")).toBe(false);
  });
});

describe("parseInput", () => {
  const schema = z.object({ name: z.string().max(5), items: z.array(z.object({ n: z.int() })).default([]) });

  it("gives the parsed value", () => {
    expect(parseInput(schema, { name: "tea" })).toEqual({ name: "tea", items: [] });
  });

  it("names the field by its path", () => {
    const error = rejection(() => parseInput(schema, { name: "oolong", items: [{ n: 1 }, { n: "2" }] }));
    expect(error.code).toBe("invalid_input");
    expect(error.issues.map((issue) => issue.path)).toEqual(["name", "items.1.n"]);
    expect(error.message).toMatch(/^name: /);
  });

  it.each([undefined, null, 3, "text", []])("refuses %j where an object belongs", (raw) => {
    expect(rejection(() => parseInput(schema, raw)).status).toBe(422);
  });

  it.each(["a\u0000b", "\ud800", "x\udc00"])("refuses text that cannot be stored: %j", (name) => {
    const error = rejection(() => parseInput(schema, { name }));
    expect(error.issues).toEqual([{ path: "name", message: expect.stringContaining("character") }]);
    const nested = rejection(() => parseInput(z.unknown(), { customer: { name } }));
    expect(nested.issues).toEqual([{ path: "customer.name", message: expect.any(String) }]);
  });

  it("leaves the items of a list to whoever judges them one by one", () => {
    const batch = { items: ["a\u0000b", { name: "c" }] };
    expect(parseInput(z.object({ items: z.array(z.unknown()) }), batch)).toEqual(batch);
  });

  it("is not brought down by input that nests deeper than the stack", () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`);
    expect(() => parseInput(z.object({ any: z.unknown() }), { any: deep })).not.toThrow();
  });

  it("leaves emoji and other paired surrogates alone", () => {
    expect(parseInput(schema, { name: "🍵" })).toMatchObject({ name: "🍵" });
  });
});

describe("cursors", () => {
  const position = { value: "2026-07-01T00:00:00.000Z", id: newId() };

  it("come back as they were, whatever script the value is in", () => {
    expect(decodeCursor(encodeCursor(position))).toEqual(position);
    const chinese = { value: "掌柜 🍵", id: position.id };
    expect(decodeCursor(encodeCursor(chinese))).toEqual(chinese);
    expect(decodeCursor(undefined)).toBeNull();
    expect(decodeInstantCursor(encodeCursor(position))).toEqual(position);
  });

  const forged = (value: unknown) => btoa(encodeURIComponent(JSON.stringify(value)));
  it.each([
    "x",
    "%%%",
    "bm90IGpzb24=",
    forged({}),
    forged([]),
    forged(["a"]),
    forged(["a", "not-a-uuid"]),
    forged([1, newId()]),
    forged(["a", newId(), "more"]),
    forged(["v".repeat(301), newId()]),
    "掌柜",
  ])("that were tampered with are refused: %s", (cursor) => {
    expect(rejection(() => decodeCursor(cursor))).toMatchObject({
      status: 422,
      issues: [{ path: "cursor" }],
    });
  });

  it.each(["yesterday", "", "2026-13-01T00:00:00Z", "+275760-09-13T00:00:00.000Z", "12"])(
    "of another list are refused where instants belong: %j",
    (value) => {
      const cursor = encodeCursor({ value, id: newId() });
      expect(rejection(() => decodeInstantCursor(cursor))).toMatchObject({ status: 422 });
    },
  );
});

describe("pages", () => {
  const positionOf = (n: number) => ({ value: String(n), id: newId() });

  it("end without a cursor when nothing follows", () => {
    expect(toPage([1, 2], 2, String, positionOf)).toEqual({ data: ["1", "2"], nextCursor: null });
    expect(toPage([], 2, String, positionOf)).toEqual({ data: [], nextCursor: null });
  });

  it("drop the row that only shows that more follows, and point to the last one shown", () => {
    const page = toPage([1, 2, 3], 2, String, positionOf);
    expect(page.data).toEqual(["1", "2"]);
    expect(decodeCursor(page.nextCursor!)).toMatchObject({ value: "2" });
  });

  it.each([0, -1, 201, 1.5, "many"])("refuse the limit %j", (limit) => {
    expect(pageInput.safeParse({ limit }).success).toBe(false);
  });

  it("take 50 by default and a number in text", () => {
    expect(pageInput.parse({})).toEqual({ limit: 50 });
    expect(pageInput.parse({ limit: "200" })).toEqual({ limit: 200 });
  });
});
