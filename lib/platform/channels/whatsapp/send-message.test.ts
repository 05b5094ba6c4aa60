import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { scriptedOutside } from "@/test/support/scripted-outside";
import type { OutboundMessage } from "../adapter";
import { whatsappAdapter } from "./index";

const settings = whatsappAdapter.settings.parse({
  phoneNumberId: "106540352242922",
  accessToken: "EAAGm0PX4ZCpsBAKZCtoken",
  appSecret: "0123456789abcdef0123456789abcdef",
  verifyToken: "river-stone-42",
});
const message: OutboundMessage = { id: "0194-desk", to: "34600111222", text: "Ya ha salido." };
const sent = { status: 200, json: { messaging_product: "whatsapp", messages: [{ id: "wamid.A" }] } };
const send = (more: Partial<OutboundMessage>, ...answers: Parameters<typeof scriptedOutside>) =>
  whatsappAdapter.send({ ...message, ...more }, settings, scriptedOutside(...answers));
const error = (code: number, status = 400) => ({
  status,
  json: { error: { code, message: `about ${code}` } },
});

describe("sending", () => {
  it("asks the messages endpoint of the number, and quotes the message that it answers", async () => {
    const outside = scriptedOutside(sent);
    const inReplyTo = { providerId: "wamid.0", at: new Date() };
    expect(await whatsappAdapter.send({ ...message, inReplyTo }, settings, outside)).toEqual({
      is: "sent",
      providerId: "wamid.A",
    });
    const [request] = outside.asked;
    expect(request!.url).toMatch(/^https:\/\/graph\.facebook\.com\/v\d+\.0\/106540352242922\/messages$/);
    expect(request!.headers?.authorization).toBe(`Bearer ${settings.accessToken}`);
    expect(JSON.parse(request!.body as string)).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: "34600111222",
      context: { message_id: "wamid.0" },
      type: "text",
      text: { body: "Ya ha salido.", preview_url: false },
      biz_opaque_callback_data: "0194-desk",
    });
  });

  it("uploads a file first, then names it in a message of its kind", async () => {
    const pdf = new TextEncoder().encode("%PDF-1.4");
    const file = { kind: "document", mimeType: "application/pdf", fileName: 'a"b.pdf', bytes: pdf } as const;
    const outside = scriptedOutside({ status: 200, json: { id: "media-1" } }, sent);
    const files = [{ ...file, width: null, height: null }];
    await whatsappAdapter.send({ ...message, text: "", files }, settings, outside);
    const [upload, told] = outside.asked;
    expect(upload!.url).toMatch(/\/106540352242922\/media$/);
    const type = upload!.headers!["content-type"]!;
    const form = await new Response(upload!.body as BodyInit, {
      headers: { "content-type": type },
    }).formData();
    expect(form.get("messaging_product")).toBe("whatsapp");
    expect((form.get("file") as File).type).toBe("application/pdf");
    expect(await (form.get("file") as File).text()).toBe("%PDF-1.4");
    expect(JSON.parse(told!.body as string)).toMatchObject({
      type: "document",
      document: { id: "media-1", filename: 'a"b.pdf' },
    });
    const refused = scriptedOutside(error(131053));
    expect(await whatsappAdapter.send({ ...message, text: "", files }, settings, refused)).toMatchObject({
      is: "refused",
    });
    expect(refused.asked).toHaveLength(1);
  });

  it("takes a phone number as people write it, and a business-scoped id", async () => {
    const outside = scriptedOutside(sent, sent);
    await whatsappAdapter.send({ ...message, to: "+34 600 111-222" }, settings, outside);
    await whatsappAdapter.send({ ...message, to: "US.13491208655302741918" }, settings, outside);
    const [phone, user] = outside.asked.map(({ body }) => JSON.parse(body as string));
    expect([phone.to, phone.recipient]).toEqual(["34600111222", undefined]);
    expect([user.to, user.recipient]).toEqual([undefined, "US.13491208655302741918"]);
  });

  it("asks nobody where it cannot work", async () => {
    expect(await send({ to: "lucia" })).toMatchObject({ isFinal: true, code: "recipient" });
    expect(await send({ text: " \n" })).toMatchObject({ isFinal: true, code: "empty" });
    expect(await send({ text: "a".repeat(4097) })).toMatchObject({ isFinal: true, code: "too_long" });
    expect(await send({ text: "a".repeat(4096) }, sent)).toMatchObject({ is: "sent" });
  });

  it("counts an answer that cannot be read as sent", async () => {
    expect(await send({}, { status: 200, body: new Uint8Array([1]) })).toEqual({
      is: "sent",
      providerId: null,
    });
  });
});

describe("a refusal", () => {
  it.each([130429, 80007, 131056, 131016, 4])("is worth another try: %i", async (code) => {
    const outcome = await send({}, error(code));
    expect(outcome).toMatchObject({ is: "refused", isFinal: false, code: String(code) });
    expect(outcome).toHaveProperty("retryAfterSeconds", expect.any(Number));
  });

  it.each([131047, 190, 131026, 131031, 200, 100, 131009, 131062])("is final: %i", async (code) => {
    expect(await send({}, error(code))).toMatchObject({ is: "refused", isFinal: true, code: String(code) });
  });

  it("says what to do about an expired token, even when it comes with a strange status", async () => {
    const outcome = { is: "refused", isFinal: true, code: "190", reason: expect.stringContaining("new one") };
    expect(await send({}, error(190, 401))).toEqual(outcome);
    expect(await send({}, error(190, 500))).toEqual(outcome);
  });

  it("of too many calls keeps the pause that was asked for", async () => {
    const busy = { status: 429, headers: { "retry-after": "17" }, json: {} };
    expect(await send({}, busy)).toMatchObject({ isFinal: false, code: "429", retryAfterSeconds: 17 });
    expect(await send({}, { status: 429 })).toMatchObject({ isFinal: false, retryAfterSeconds: 60 });
  });

  it("of a broken server is a refusal only if it says so itself", async () => {
    expect(await send({}, error(131000, 500))).toMatchObject({ is: "refused", isFinal: false });
    expect(await send({}, { status: 502 })).toMatchObject({ is: "unknown" });
    expect(await send({}, { status: 404 })).toMatchObject({ is: "refused", isFinal: true, code: "404" });
  });

  it("without an answer depends on what had left", async () => {
    expect(await send({}, { broken: "before" })).toMatchObject({ is: "refused", isFinal: false });
    expect(await send({}, { broken: "after" })).toMatchObject({ is: "unknown" });
  });
});

describe("trying the settings", () => {
  const connect = (outside: ReturnType<typeof scriptedOutside>) =>
    whatsappAdapter.connect!(settings, "https://desk.example/in", outside);

  it("asks for the number with the token", async () => {
    const number = { verified_name: "Casa Brisa", display_phone_number: "+34 600 000 000", id: "1" };
    const outside = scriptedOutside({ status: 200, json: number });
    expect(await connect(outside)).toEqual({ is: "connected", name: "Casa Brisa" });
    expect(outside.asked[0]!.url).toMatch(/\/106540352242922\?fields=/);
    expect(outside.asked[0]!.headers?.authorization).toBe(`Bearer ${settings.accessToken}`);
  });

  it("says why not", async () => {
    expect(await connect(scriptedOutside(error(190, 401)))).toMatchObject({ is: "refused", code: "190" });
    expect(await connect(scriptedOutside({ status: 503 }))).toMatchObject({ is: "refused", code: "503" });
    expect(await connect(scriptedOutside({ broken: "after" }))).toMatchObject({ code: "connection" });
  });
});

describe("a file", () => {
  const bytes = new TextEncoder().encode("picture");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const url = "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1";
  const fetchMedia = (outside: ReturnType<typeof scriptedOutside>, id = "998877") =>
    whatsappAdapter.fetchMedia!(id, settings, outside);

  it("is fetched in two steps, both with the token", async () => {
    const about = { status: 200, json: { url, mime_type: "image/jpeg", sha256, file_size: 7, id: "998877" } };
    const outside = scriptedOutside(about, { status: 200, body: bytes });
    const answer = await fetchMedia(outside);
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, "image/jpeg"]);
    expect(answer.body).toEqual(bytes);
    expect(outside.asked.map((request) => request.url)).toEqual([
      expect.stringMatching(/\/998877\?phone_number_id=106540352242922$/),
      url,
    ]);
    for (const { headers } of outside.asked) expect(headers?.authorization).toMatch(/^Bearer /);
  });

  it("never shows the token to a foreign server", async () => {
    for (const foreign of [
      "https://fbsbx.com.evil.example/a",
      "http://lookaside.fbsbx.com/a",
      "https://evilfbsbx.com",
    ]) {
      const outside = scriptedOutside({ status: 200, json: { url: foreign } });
      await expect(fetchMedia(outside)).rejects.toMatchObject({ code: "unavailable" });
      expect(outside.asked).toHaveLength(1);
    }
    await expect(fetchMedia(scriptedOutside(), "../me")).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("is not believed when it is another one than announced", async () => {
    const about = { status: 200, json: { url, sha256 } };
    const outside = scriptedOutside(about, { status: 200, body: new Uint8Array([0]) });
    await expect(fetchMedia(outside)).rejects.toThrow("damaged");
  });

  it("that is gone comes back as the answer was", async () => {
    expect(await fetchMedia(scriptedOutside({ status: 404 }))).toMatchObject({ status: 404 });
  });
});

it("takes settings as people paste them, and refuses others with a reason", () => {
  expect(whatsappAdapter.settings.parse({ ...settings, phoneNumberId: " 106540352242922 " })).toEqual(
    settings,
  );
  const wrong = whatsappAdapter.settings.safeParse({
    ...settings,
    phoneNumberId: "+1 555",
    accessToken: "a b",
  });
  expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(["phoneNumberId", "accessToken"]);
  for (const secret of whatsappAdapter.secrets) expect(settings).toHaveProperty(secret);
});
