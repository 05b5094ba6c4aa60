import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type InboundEvent, InboundRefused, type InboundRequest } from "../adapter";
import { whatsappAdapter } from "./index";

const settings = whatsappAdapter.settings.parse({
  phoneNumberId: "106540352242922",
  accessToken: "EAAGm0PX4ZCpsBAKZCtoken",
  appSecret: "0123456789abcdef0123456789abcdef",
  verifyToken: "river-stone-42",
});
const now = new Date("2026-11-27T12:00:00Z");

function signed(body: string, secret = settings.appSecret): InboundRequest {
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const headers = { "x-hub-signature-256": signature };
  return { method: "POST", query: new URLSearchParams(), headers, body: new TextEncoder().encode(body) };
}
const change = (value: object, phoneNumberId = settings.phoneNumberId, field = "messages") => ({
  field,
  value: { messaging_product: "whatsapp", metadata: { phone_number_id: phoneNumberId }, ...value },
});
const call = (...changes: unknown[]) =>
  JSON.stringify({ object: "whatsapp_business_account", entry: [{ id: "1", changes }] });
const read = async (request: InboundRequest) => whatsappAdapter.read(request, settings, now);
const events = async (...changes: unknown[]) => (await read(signed(call(...changes)))).events;
const head = { from: "34600111222", id: "wamid.1", timestamp: "1764244800" };
const one = async (message: object) => (await events(change({ messages: [{ ...head, ...message }] })))[0]!;
const refusal = (request: InboundRequest) =>
  read(request).then(
    () => null,
    (error) => (error instanceof InboundRefused ? error.why : error),
  );

describe("the handshake", () => {
  const ask = (query: Record<string, string>): InboundRequest => ({
    method: "GET",
    query: new URLSearchParams(query),
    headers: {},
    body: new Uint8Array(),
  });
  const good = {
    "hub.mode": "subscribe",
    "hub.verify_token": "river-stone-42",
    "hub.challenge": "1158201444",
  };

  it("echoes the challenge, as text, to whoever knows the verify token", async () => {
    expect(await read(ask(good))).toEqual({
      events: [],
      answer: { status: 200, contentType: "text/plain; charset=utf-8", body: "1158201444" },
    });
    expect(await refusal(ask({ ...good, "hub.verify_token": "river-stone-43" }))).toBe("forged");
    expect(await refusal(ask({ ...good, "hub.mode": "unsubscribe" }))).toBe("malformed");
    expect(await refusal(ask({ ...good, "hub.challenge": "<script>" }))).toBe("malformed");
    expect(await refusal(ask({}))).toBe("malformed");
  });
});

describe("the signature", () => {
  const body = call(change({ messages: [{ ...head, type: "text", text: { body: "hola" } }] }));

  it("is of the raw body by the app secret", async () => {
    expect((await read(signed(body))).events).toHaveLength(1);
    expect(await refusal(signed(body, "another secret"))).toBe("forged");
    const request = signed(body);
    expect(await refusal({ ...request, body: new TextEncoder().encode(body.replace("hola", "hole")) })).toBe(
      "forged",
    );
    expect(await refusal({ ...request, headers: {} })).toBe("forged");
    expect(await refusal({ ...request, headers: { "x-hub-signature-256": "sha256=" } })).toBe("forged");
  });

  it("does not make sense of what has none", async () => {
    expect(await refusal(signed("not json"))).toBe("malformed");
    expect(await refusal(signed(JSON.stringify({ object: "page", entry: [] })))).toBe("malformed");
    expect(await refusal(signed("null"))).toBe("malformed");
  });
});

describe("messages", () => {
  it("have their sender's name, phone, time and what they answer", async () => {
    const contacts = [
      { wa_id: "1", profile: { name: "Other" } },
      { wa_id: "34600111222", profile: { name: " Lucía Pérez " } },
    ];
    const message = {
      ...head,
      type: "text",
      text: { body: " ¿Dónde está mi pedido? " },
      context: { from: "15550001111", id: "wamid.0" },
    };
    expect(await events(change({ contacts, messages: [message] }))).toEqual([
      {
        is: "message",
        providerId: "wamid.1",
        from: { id: "34600111222", name: "Lucía Pérez", phone: "+34600111222" },
        at: new Date("2025-11-27T12:00:00Z"),
        text: "¿Dónde está mi pedido?",
        attachments: [],
        answers: ["wamid.0"],
      },
    ]);
  });

  it("know somebody by the business-scoped id, with or without a phone number", async () => {
    const contacts = [{ user_id: "ES.12345", profile: { username: "lucia" } }];
    const text = { from_user_id: "ES.12345", type: "text", text: { body: "hola" } };
    const [first, second] = (await events(
      change({
        contacts,
        messages: [
          { ...head, ...text },
          { ...head, from: undefined, ...text },
        ],
      }),
    )) as Extract<InboundEvent, { is: "message" }>[];
    expect(first!.from).toEqual({ id: "ES.12345", name: "lucia", phone: "+34600111222" });
    expect(second!.from).toEqual({ id: "ES.12345", name: "lucia" });
  });

  it.each([
    ["image", { caption: "roto" }, "image", "roto"],
    ["sticker", { animated: false }, "image", null],
    ["audio", { voice: true }, "voice", null],
    ["video", {}, "video", null],
    ["document", { caption: " ", filename: "factura.pdf" }, "file", null],
  ])("bring files: %s", async (type, more, kind, text) => {
    const event = await one({ type, [type]: { id: "998877", mime_type: "a/b", sha256: "x", ...more } });
    const fileName = "filename" in more ? more.filename : undefined;
    const attachments = [{ kind, source: { mediaId: "998877" }, mimeType: "a/b", fileName }];
    expect(event).toMatchObject({ is: "message", text, attachments });
  });

  it.each([
    ["button", { button: { payload: "p", text: "Sí" } }, "Sí"],
    [
      "interactive",
      { interactive: { type: "button_reply", button_reply: { id: "1", title: "退货" } } },
      "退货",
    ],
    [
      "interactive",
      { interactive: { type: "list_reply", list_reply: { id: "1", title: "Size M" } } },
      "Size M",
    ],
    ["location", { location: { latitude: 40.4, longitude: -3.7 } }, "📍 (40.4, -3.7)"],
    [
      "location",
      { location: { latitude: 40.4, longitude: -3.7, name: "Casa", address: "Calle Mayor 1" } },
      "📍 Casa, Calle Mayor 1 (40.4, -3.7)",
    ],
    [
      "contacts",
      {
        contacts: [
          { name: { formatted_name: "Ana" }, phones: [{ phone: "+34 600" }], emails: [{ email: "a@b.es" }] },
        ],
      },
      "Ana, +34 600, a@b.es",
    ],
    [
      "order",
      { order: { text: "please", product_items: [{ product_retailer_id: "TEE-M", quantity: "2" }] } },
      "please\n2 × TEE-M",
    ],
  ])("say in words what was tapped or shared: %s", async (type, more, text) => {
    expect(await one({ type, ...more })).toMatchObject({ is: "message", text, attachments: [] });
  });

  it.each([
    ["reaction", { reaction: { message_id: "wamid.0", emoji: "👍" } }],
    ["unsupported", { errors: [{ code: 131051, title: "Message type unknown" }] }],
    ["system", { system: { body: "changed number", type: "user_changed_number" } }],
    ["text", { text: { body: "  " } }],
    ["image", { image: { id: "../../me" } }],
    ["interactive", { interactive: { type: "nfm_reply", nfm_reply: { response_json: "{}" } } }],
    ["constructor", {}],
  ])("are kept as other where there is nothing to show: %s", async (type, more) => {
    expect(await one({ type, ...more })).toEqual({ is: "other", providerId: "wamid.1", what: type });
  });

  it("are read one by one: another number's, odd ones and other fields do not spoil the good", async () => {
    const text = { ...head, type: "text", text: { body: "hi" } };
    const found = await events(
      change({ messages: [{ ...text, id: "wamid.foreign" }] }, "999999999"),
      change({ messages: [null, { id: 3 }, { ...text, id: "wamid.a" }, "x"] }),
      change({ messages: [{ ...text, id: "wamid.field" }] }, settings.phoneNumberId, "account_update"),
      { field: "messages", value: null },
      change({ messages: [{ ...text, id: "wamid.b" }] }),
    );
    expect(found.map((event) => event.providerId)).toEqual(["wamid.a", "wamid.b"]);
  });
});

describe("states", () => {
  const status = (more: object) =>
    events(change({ statuses: [{ id: "wamid.9", timestamp: "1764244800", recipient_id: "1", ...more }] }));
  const state = { is: "state", providerId: "wamid.9", at: new Date("2025-11-27T12:00:00Z") };

  it.each(["sent", "delivered", "read"])("are told: %s", async (name) => {
    expect(await status({ status: name })).toEqual([{ ...state, state: name }]);
  });

  it("say why a message failed: with the remedy where there is one, else in Meta's words", async () => {
    const failed = (code: number, details: string) =>
      status({ status: "failed", errors: [{ code, title: "t", error_data: { details } }] });
    const [window] = await failed(131047, "re-engagement");
    expect(window).toMatchObject({ state: "failed", reason: expect.stringContaining("24 hours") });
    expect(await failed(131999, "Something of its own")).toEqual([
      { ...state, state: "failed", reason: "Something of its own" },
    ]);
    expect(await status({ status: "failed" })).toEqual([{ ...state, state: "failed" }]);
  });

  it("that nobody knows yet are kept as other", async () => {
    expect(await status({ status: "played" })).toEqual([
      { is: "other", providerId: "wamid.9", what: "status played" },
    ]);
  });
});

it("never stumbles over a signed call, whatever stands in it", async () => {
  const odd = [null, 0, -1, 1e99, "", "x", [], {}, [null], { id: {} }, true];
  const message = { ...head, type: "text", text: { body: "hi" }, context: { id: "wamid.0" } };
  const places: ((value: unknown) => unknown)[] = [
    (value) => value,
    (value) => ({ object: value, entry: [] }),
    (value) => ({ object: "whatsapp_business_account", entry: value }),
    (value) => ({ object: "whatsapp_business_account", entry: [{ changes: value }] }),
    (value) => JSON.parse(call(value)),
    (value) => JSON.parse(call({ field: "messages", value })),
    (value) => JSON.parse(call(change({ contacts: value, messages: [message] }))),
    (value) => JSON.parse(call(change({ contacts: [value], messages: [message], statuses: [value] }))),
    ...Object.keys(message).map(
      (key) => (value: unknown) => JSON.parse(call(change({ messages: [{ ...message, [key]: value }] }))),
    ),
  ];
  for (const place of places)
    for (const value of odd)
      expect([null, "malformed"]).toContain(await refusal(signed(JSON.stringify(place(value)))));
});
