import { describe, expect, it } from "vitest";
import { InboundRefused, type InboundRequest } from "../adapter";
import { readUpdate } from "./read-update";
import { telegramSettings, webhookSecret } from "./settings";

const settings = telegramSettings.parse({ botToken: `123456:${"a".repeat(35)}` });

function request(body: unknown, over: Partial<InboundRequest> = {}): InboundRequest {
  return {
    method: "POST",
    query: new URLSearchParams(),
    headers: { "x-telegram-bot-api-secret-token": webhookSecret(settings) },
    body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
    ...over,
  };
}

const private_ = { id: 7, type: "private" };
const person = { id: 7, is_bot: false, first_name: "Ana" };
const base = { message_id: 5, from: person, chat: private_, date: 1_767_225_600 };
const only = (message: object) =>
  readUpdate(request({ update_id: 1, message: { ...base, ...message } }), settings).events[0]!;

describe("a private message", () => {
  it("says who wrote what when, under an id that is unique in the account", () => {
    expect(only({ text: "Hello" })).toEqual({
      is: "message",
      providerId: "7:5",
      from: { id: "7", name: "Ana" },
      at: new Date("2026-01-01T00:00:00Z"),
      text: "Hello",
      attachments: [],
    });
    expect(only({ text: "x", from: { ...person, last_name: "Ruiz" } })).toMatchObject({
      from: { name: "Ana Ruiz" },
    });
  });

  it("has its files by kind, and their caption as its text", () => {
    const files = (message: object) => (only(message) as { attachments: object[] }).attachments;
    expect(files({ voice: { file_id: "v", mime_type: "audio/ogg" } })).toEqual([
      { kind: "voice", source: { mediaId: "v" }, mimeType: "audio/ogg" },
    ]);
    expect(files({ video: { file_id: "v" } })).toEqual([{ kind: "video", source: { mediaId: "v" } }]);
    expect(files({ video_note: { file_id: "n" } })).toEqual([{ kind: "video", source: { mediaId: "n" } }]);
    expect(files({ sticker: { file_id: "s" } })).toEqual([{ kind: "image", source: { mediaId: "s" } }]);
    const document = { file_id: "d", file_name: "a.pdf", mime_type: "application/pdf" };
    expect(only({ document, caption: "My bill" })).toMatchObject({
      text: "My bill",
      attachments: [
        { kind: "file", source: { mediaId: "d" }, fileName: "a.pdf", mimeType: "application/pdf" },
      ],
    });
  });

  it("that is a place or a contact is put into words", () => {
    expect(only({ location: { latitude: 31.2, longitude: 121.5 } })).toMatchObject({ text: "31.2, 121.5" });
    const contact = { phone_number: "+34600111222", first_name: "Ana", last_name: "Ruiz" };
    expect(only({ contact })).toMatchObject({ text: "Ana Ruiz +34600111222" });
  });

  it("without anything in it, of a bot or in a group is of no use", () => {
    for (const message of [
      {},
      { text: "x", from: { ...person, is_bot: true } },
      { text: "x", chat: { id: -7, type: "group" } },
    ])
      expect(only(message)).toMatchObject({ is: "other", providerId: "update:1" });
  });
});

describe("what is no update of this bot", () => {
  const why = (call: InboundRequest) => {
    try {
      readUpdate(call, settings);
      return null;
    } catch (error) {
      return error instanceof InboundRefused ? error.why : error;
    }
  };

  it("is forged without the secret of this very token, whatever it holds", () => {
    const other = telegramSettings.parse({ botToken: `123456:${"b".repeat(35)}` });
    for (const secret of ["", "x", webhookSecret(other), `${webhookSecret(settings)} `])
      expect(why(request("{", { headers: { "x-telegram-bot-api-secret-token": secret } }))).toBe("forged");
    expect(why(request({ update_id: 1 }, { headers: {} }))).toBe("forged");
  });

  it("is malformed when it is not JSON, not UTF-8 or of another shape", () => {
    for (const body of ["", "{", "[]", '"x"', { update_id: 1.5 }, { update_id: 1, message: { text: "x" } }])
      expect([body, why(request(body))]).toEqual([body, "malformed"]);
    expect(why(request("", { body: new Uint8Array([0xff, 0xfe]) }))).toBe("malformed");
  });
});
