import { describe, expect, it } from "vitest";
import { chooseHint, type Situation } from "./choose-hint";

const SITUATION: Situation = { orderNumberPattern: null, isStranger: true, hidesContacts: false, sent: [] };

function hintFor(text: string, intent: string, change: Partial<Situation> & { isConfident?: boolean } = {}) {
  const { isConfident = true, ...situation } = change;
  const reading = { intent: { id: intent, confidence: 0.9, alternatives: [] }, isConfident };
  return chooseHint(text, reading, { ...SITUATION, ...situation });
}

describe("who asks after an order", () => {
  it.each(["order_tracking", "order_cancel", "address_change", "refund_status", "not_received"])(
    "without its number (%s) is asked to add it, with the contact that proves it",
    (intent) => expect(hintFor("where is my parcel?", intent)).toBe("orderProof"),
  );

  it("and has given a contact, or whose contact would be hidden, is asked for the number alone", () => {
    expect(hintFor("where is my parcel? ana@example.com", "order_tracking")).toBe("orderNumber");
    expect(hintFor("快递到哪了 13812345678", "order_tracking")).toBe("orderNumber");
    expect(hintFor("where is my parcel?", "order_tracking", { hidesContacts: true })).toBe("orderNumber");
  });

  it("and names it, now or before, is left alone", () => {
    expect(hintFor("where is HP-20431?", "order_tracking")).toBeNull();
    expect(hintFor("and now?", "order_tracking", { sent: ["hi", "where is HP-20431?"] })).toBeNull();
  });

  it("names it in the shop's own form, whatever that is; a pattern that is none is passed over", () => {
    const text = "where is Q/7/A?";
    expect(hintFor(text, "order_tracking")).toBe("orderProof");
    expect(hintFor(text, "order_tracking", { orderNumberPattern: "Q/\\d/[A-Z]" })).toBeNull();
    expect(hintFor(text, "order_tracking", { orderNumberPattern: "(" })).toBe("orderProof");
  });

  it("and is vouched for needs none: the bot knows their orders", () => {
    expect(hintFor("where is my parcel?", "order_tracking", { isStranger: false })).toBeNull();
  });
});

it("who wants a person is shown the way, also when they are known", () => {
  expect(hintFor("转人工", "human_agent")).toBe("person");
  expect(hintFor("转人工", "human_agent", { isStranger: false })).toBe("person");
});

it("a guess, and what concerns no order, give none", () => {
  expect(hintFor("where is my parcel?", "order_tracking", { isConfident: false })).toBeNull();
  expect(hintFor("human", "human_agent", { isConfident: false })).toBeNull();
  for (const intent of ["delivery_time", "product_info", "thanks", "out_of_scope", "provide_info"])
    expect(hintFor("how long does delivery take?", intent)).toBeNull();
});
