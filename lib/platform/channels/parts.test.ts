import { describe, expect, it } from "vitest";
import { admit, afterFailure, CLOSED, FAILURES_TO_OPEN } from "@/lib/platform/resilience/circuit";
import type { InboundEvent } from "./adapter";
import { backoffMs } from "./backoff";
import { combineStates, isNews } from "./delivery-state";
import { decodeEvents, encodeEvents } from "./event-codec";
import { checkReply } from "./reply-rules";
import { splitText } from "./split-text";

const parts = (text: string, max: number) => splitText(text, max).map(({ from, to }) => text.slice(from, to));

describe("splitText", () => {
  it("leaves a text that fits as it is, and makes nothing of white space", () => {
    expect(parts("Hello", 5)).toEqual(["Hello"]);
    expect(parts(" \n ", 5)).toEqual([]);
    expect(parts("", 5)).toEqual([]);
  });

  it("parts after a paragraph, a line, a sentence, a word, whichever comes first in this order", () => {
    expect(parts("First part.\n\nSecond one is here", 20)).toEqual(["First part.", "Second one is here"]);
    expect(parts("One sentence. Another that runs on", 22)).toEqual([
      "One sentence.",
      "Another that runs on",
    ]);
    expect(parts("您好，您的订单已发货。预计三天内到达。", 12)).toEqual([
      "您好，您的订单已发货。",
      "预计三天内到达。",
    ]);
    expect(parts("alpha beta gamma", 11)).toEqual(["alpha beta", "gamma"]);
  });

  it("keeps every part within the limit and loses nothing but white space, whatever the text", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const alphabet = ["a", "b", " ", "\n", ".", "。", "好", "👨‍👩‍👧", "é", "🇨🇳"];
    for (let run = 0; run < 300; run++) {
      const text = Array.from({ length: 120 }, () => alphabet[Math.floor(random() * alphabet.length)]).join(
        "",
      );
      const max = 12 + Math.floor(random() * 40);
      const all = parts(text, max);
      for (const part of all) expect(part.length).toBeLessThanOrEqual(max);
      expect(all.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      for (const part of all) expect(part.isWellFormed()).toBe(true);
    }
  });

  it("does not tear what people see as one character", () => {
    expect(parts("👨‍👩‍👧".repeat(3), 10)).toEqual(["👨‍👩‍👧", "👨‍👩‍👧", "👨‍👩‍👧"]);
    expect(parts("x".repeat(25), 10)).toEqual(["x".repeat(10), "x".repeat(10), "x".repeat(5)]);
  });
});

describe("backoffMs", () => {
  it("doubles, up to ten minutes, and is between half and the whole of that", () => {
    expect([1, 2, 3, 4].map((attempts) => backoffMs(attempts, undefined, 1))).toEqual([2e3, 4e3, 8e3, 16e3]);
    expect(backoffMs(3, undefined, 0)).toBe(4_000);
    expect(backoffMs(60, undefined, 1)).toBe(600_000);
  });

  it("is never less than the platform asks", () => {
    for (const random of [0, 0.5, 0.99]) expect(backoffMs(1, 90, random)).toBeGreaterThanOrEqual(90_000);
    expect(backoffMs(8, 1, 1)).toBe(256_000);
  });
});

describe("the circuit", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

  it("stays closed until the last of the failures in a row", () => {
    let circuit = CLOSED;
    for (let i = 1; i < FAILURES_TO_OPEN; i++) circuit = afterFailure(circuit, now);
    expect(admit(circuit, now)).toEqual({ is: "admitted", change: null });
    circuit = afterFailure(circuit, now);
    expect(admit(circuit, later(29))).toEqual({ is: "open", until: later(30) });
  });

  it("admits one after the pause and keeps others out meanwhile; pauses double up to a quarter of an hour", () => {
    let circuit = { failuresInRow: FAILURES_TO_OPEN, circuitOpenUntil: later(30) as Date | null };
    const probe = admit(circuit, later(30));
    expect(probe).toEqual({ is: "admitted", change: { circuitOpenUntil: later(90) } });
    circuit = { ...circuit, circuitOpenUntil: later(90) };
    expect(admit(circuit, later(31)).is).toBe("open");
    circuit = afterFailure(circuit, now);
    expect(circuit.circuitOpenUntil).toEqual(later(60));
    expect(afterFailure({ failuresInRow: 400 }, now).circuitOpenUntil).toEqual(later(900));
  });
});

describe("checkReply", () => {
  const now = new Date("2026-01-02T00:00:00Z");
  const account = { isEnabled: true, removedAt: null };
  const contact = { lastInboundAt: new Date("2026-01-01T00:00:00Z"), repliesSinceInbound: 4 };
  const rules = { maxTextLength: 100, replyWindowHours: null, maxReplies: null };
  const code = (over: object, more = 1, who: object = {}) =>
    checkReply({ ...rules, ...over }, account, { ...contact, ...who }, more, now)?.code ?? null;

  it("lets a platform without rules take anything at any time", () => {
    expect(code({})).toBeNull();
    expect(code({}, 1, { lastInboundAt: null })).toBeNull();
  });

  it("closes the window at its hour, and has none for who never wrote", () => {
    expect(code({ replyWindowHours: 24.001 })).toBeNull();
    expect(code({ replyWindowHours: 24 })).toBe("reply_window_closed");
    expect(code({ replyWindowHours: 24 }, 1, { lastInboundAt: null })).toBe("reply_window_closed");
  });

  it("counts all that are wanted", () => {
    expect(code({ maxReplies: 5 }, 1)).toBeNull();
    expect(code({ maxReplies: 5 }, 2)).toBe("reply_limit_reached");
    expect(code({ maxReplies: 4 }, 0)).toBeNull();
  });

  it("takes nothing for an account that is off or removed", () => {
    const check = (over: object) => checkReply(rules, { ...account, ...over }, contact, 1, now)?.code;
    expect(check({ isEnabled: false })).toBe("channel_disabled");
    expect(check({ isEnabled: false, removedAt: now })).toBe("channel_removed");
  });
});

describe("the state of a message", () => {
  it("is that of the part which is least far; what is lost outweighs", () => {
    expect(combineStates(["sent", "pending"])).toBe("pending");
    expect(combineStates(["sending"])).toBe("pending");
    expect(combineStates(["read", "delivered", "sent"])).toBe("sent");
    expect(combineStates(["read", "read"])).toBe("read");
    expect(combineStates(["read", "unknown"])).toBe("unknown");
    expect(combineStates(["unknown", "failed", "sent"])).toBe("failed");
  });

  it("goes forward only when a platform says so, and may fail after it was sent", () => {
    expect([isNews("sent", "delivered"), isNews("sent", "read"), isNews("unknown", "sent")]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isNews("read", "delivered"), isNews("read", "sent"), isNews("delivered", "delivered")]).toEqual([
      false,
      false,
      false,
    ]);
    expect([isNews("sent", "failed"), isNews("read", "failed"), isNews("failed", "delivered")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("stored events", () => {
  it("come back as they were, with their instants and bytes", () => {
    const at = new Date("2026-01-02T03:04:05.678Z");
    const events: InboundEvent[] = [
      {
        is: "message",
        providerId: "1",
        from: { id: "a", name: "Ana" },
        at,
        text: null,
        subject: "Hi",
        attachments: [
          { kind: "file", source: { bytes: new Uint8Array([0, 1, 255]) }, fileName: "a.pdf" },
          { kind: "image", source: { mediaId: "m" } },
        ],
      },
      { is: "state", providerId: "2", state: "failed", at, reason: "no" },
      { is: "other", providerId: "3", what: "menu" },
    ];
    expect(decodeEvents(JSON.parse(JSON.stringify(encodeEvents(events))))).toEqual(events);
  });

  it("lose what no text column takes, and refuse what is none", () => {
    const [event] = encodeEvents([{ is: "other", providerId: "a\0b\ud800", what: "" }]);
    expect(event).toMatchObject({ providerId: "ab\ufffd" });
    expect(() => decodeEvents([{ is: "message" }])).toThrow();
  });
});
